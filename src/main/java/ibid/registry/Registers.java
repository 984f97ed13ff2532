package ibid.registry;

import ibid.config.Settings;
import ibid.identifier.Identifier;
import ibid.web.LookupBudget;
import ibid.web.Web;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The open registers of identifiers, each asked for what it knows. */
public final class Registers {
    private final Questions questions;
    private final HandleRegister handles;
    private final DoiDescriptions dois;

    /**
     * Asks nothing yet.
     *
     * @param budget the time that all look-ups of the run have together
     */
    public Registers(Settings settings, Web web, LookupBudget budget) {
        this.questions = new Questions(settings, web, budget);
        this.handles = new HandleRegister(questions);
        this.dois = new DoiDescriptions(questions);
    }

    /** Whether an identifier was given out; the future never fails. */
    public CompletableFuture<Registration> registration(Identifier id) {
        return questions.allowed()
                ? register(id).map(register -> register.registration(id)).orElseGet(Registers::unasked)
                : unasked();
    }

    /** Which work an identifier names, once {@link #registration} is known; the future never fails. */
    public CompletableFuture<Description> description(Identifier id) {
        if (!questions.allowed()) {
            return CompletableFuture.completedFuture(Description.NONE);
        }
        return switch (id.scheme()) {
            case DOI -> dois.of(handles.inFull(id));
            default -> CompletableFuture.completedFuture(Description.NONE);
        };
    }

    private static CompletableFuture<Registration> unasked() {
        return CompletableFuture.completedFuture(Registration.UNASKED);
    }

    private Optional<Register> register(Identifier id) {
        return switch (id.scheme()) {
            case DOI, HANDLE -> Optional.of(handles);
            case ARXIV, PMID, PMCID, ISBN, ISSN, ARK, URN, ORCID, SWHID, RFC -> Optional.empty();
        };
    }

    /**
     * Where an identifier is resolved; empty where no open resolver can say whether it exists. Whoever has the register elsewhere has
     * its resolver there, too.
     */
    public Optional<String> address(Identifier id) {
        var usual = Settings.Registries.PUBLIC;
        var own = questions.registries();
        var address = id.address();
        return switch (id.scheme()) {
            case DOI, HANDLE ->
                own.handle().equals(usual.handle()) ? address : address.map(at -> own.handle() + path(at));
            default -> address;
        };
    }

    private static String path(String address) {
        return address.substring(address.indexOf('/', "https://".length()));
    }
}
