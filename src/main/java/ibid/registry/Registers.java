package ibid.registry;

import ibid.config.Registries;
import ibid.config.Settings;
import ibid.identifier.Identifier;
import ibid.identifier.Scheme;
import ibid.web.LookupBudget;
import ibid.web.Once;
import ibid.web.Web;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The open registers of identifiers, each asked for what it knows. */
public final class Registers {
    private final Questions questions;
    private final HandleRegister handles;
    private final DoiDescriptions dois;
    private final Map<Scheme, Register> registers;
    private final Once<Identifier, Entry> entries = new Once<>();

    /**
     * Asks nothing yet.
     *
     * @param budget the time that all look-ups of the run have together
     */
    public Registers(Settings settings, Web web, LookupBudget budget) {
        this.questions = new Questions(settings, web, budget);
        this.handles = new HandleRegister(questions);
        this.dois = new DoiDescriptions(questions);
        var pubmed = new PubmedRegister(questions);
        this.registers = Map.of(
                Scheme.ARXIV,
                new ArxivRegister(questions),
                Scheme.PMID,
                pubmed,
                Scheme.PMCID,
                pubmed,
                Scheme.ISBN,
                CatalogueRegister.ofBooks(questions),
                Scheme.ISSN,
                CatalogueRegister.ofJournals(questions));
    }

    /** Whether an identifier was given out; the future never fails. */
    public CompletableFuture<Registration> registration(Identifier id) {
        if (!questions.allowed()) {
            return CompletableFuture.completedFuture(Registration.UNASKED);
        }
        return switch (id.scheme()) {
            case DOI, HANDLE -> handles.registration(id);
            default -> entry(id).thenApply(Entry::registration);
        };
    }

    /** Which work an identifier names, once {@link #registration} is known; the future never fails. */
    public CompletableFuture<Description> description(Identifier id) {
        if (!questions.allowed()) {
            return CompletableFuture.completedFuture(Description.NONE);
        }
        return switch (id.scheme()) {
            case DOI -> dois.of(handles.inFull(id));
            case HANDLE -> CompletableFuture.completedFuture(Description.NONE);
            default -> entry(id).thenApply(Entry::description);
        };
    }

    private CompletableFuture<Entry> entry(Identifier id) {
        var register = Optional.ofNullable(registers.get(id.scheme()));
        return register.map(asked -> entries.of(id, () -> asked.entry(id)))
                .orElseGet(() -> CompletableFuture.completedFuture(new Entry(Registration.UNASKED, Description.NONE)));
    }

    /**
     * Where an identifier is resolved; empty where no open resolver can say whether it exists. Whoever has the register elsewhere has
     * its resolver there, too.
     */
    public Optional<String> address(Identifier id) {
        var usual = Registries.PUBLIC;
        var own = questions.registries();
        var address = id.address();
        return switch (id.scheme()) {
            case DOI, HANDLE -> moved(address, usual.handle(), own.handle());
            case ARXIV -> moved(address, usual.arxiv(), own.arxiv());
            case PMID, PMCID -> moved(address, usual.pubmed(), own.pubmed());
            default -> address;
        };
    }

    private static Optional<String> moved(Optional<String> address, String usual, String own) {
        return own.equals(usual) ? address : address.map(at -> own + path(at));
    }

    private static String path(String address) {
        return address.substring(address.indexOf('/', "https://".length()));
    }
}
