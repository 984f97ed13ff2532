package ibid.cli;

import ibid.config.Registries;
import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.url.Url;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who is asked beside the cited hosts. */
final class LookupOptions {
    private static final Settings.Lookup DEFAULTS = Settings.DEFAULTS.lookup();
    private static final List<String> REGISTRIES =
            List.of("handle", "crossref", "datacite", "arxiv", "pubmed", "openlibrary");

    private static final Pattern MAIL = Pattern.compile("[^@\\s\\p{Cntrl}<>\"]{1,64}@[^@\\s\\p{Cntrl}<>\"]{1,255}");

    @Option(
            names = "--no-lookup",
            description = "Ask nobody but the cited hosts: no archive, no index, no register of identifiers.")
    private boolean noLookup;

    @Option(
            names = "--no-probes",
            description =
                    "Ask cited hosts for nothing but what is cited: no random address beside a page that may be gone.")
    private boolean noProbes;

    @Option(
            names = "--lookup-time",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Time for look-ups in archives, indexes and registers together. Default: 2m.")
    private Duration lookupTime = DEFAULTS.time();

    @Option(
            names = "--wayback",
            paramLabel = "URL|none",
            description = "Ask this Wayback-compatible archive instead of the Wayback Machine, or none.")
    private @Nullable String wayback;

    @Option(
            names = "--cdx",
            paramLabel = "URL",
            description = "Ask this index of captures, too, by its query address (repeatable).")
    private List<String> cdx = List.of();

    @Option(
            names = "--memento",
            paramLabel = "URL",
            description = "Look for copies of broken links in this Memento archive, too: the address of its TimeGate or"
                    + " TimeMap, behind which cited addresses are put (repeatable).")
    private List<String> memento = List.of();

    @Option(
            names = "--search",
            paramLabel = "URL",
            description = "Ask this SearXNG-compatible search service for the titles of cut addresses.")
    private @Nullable String search;

    @Option(
            names = "--registry",
            paramLabel = "NAME=URL",
            description =
                    "Where a register answers: handle, crossref, datacite, arxiv, pubmed or openlibrary (repeatable).")
    private List<String> registries = List.of();

    @Option(
            names = "--contact",
            paramLabel = "MAIL",
            description = "Tell registers this mail address; they answer such callers sooner.")
    private @Nullable String contact;

    Settings.Lookup settings() throws UsageException {
        for (var address : cdx) {
            base("--cdx", address);
        }
        var mementos = new ArrayList<String>();
        for (var address : memento) {
            mementos.add(base("--memento", address));
        }
        return new Settings.Lookup(
                !noLookup,
                !noProbes,
                lookupTime,
                wayback(),
                cdx,
                mementos,
                search == null ? Optional.empty() : Optional.of(base("--search", search)),
                registries(),
                contact());
    }

    private Optional<String> contact() throws UsageException {
        if (contact != null && !MAIL.matcher(contact).matches()) {
            throw new UsageException("--contact \"" + contact
                    + "\" is no mail address; write it like you@example.org, or leave it out.");
        }
        return Optional.ofNullable(contact);
    }

    private Optional<Settings.Wayback> wayback() throws UsageException {
        if (wayback == null) {
            return DEFAULTS.wayback();
        }
        if (wayback.equalsIgnoreCase("none")) {
            return Optional.empty();
        }
        var base = base("--wayback", wayback);
        return Optional.of(new Settings.Wayback(base, base));
    }

    private Registries registries() throws UsageException {
        Map<String, String> given = new HashMap<>();
        for (var text : registries) {
            var equals = text.indexOf('=');
            var name = equals < 0 ? "" : text.substring(0, equals).toLowerCase(Locale.ROOT);
            if (!REGISTRIES.contains(name)) {
                throw new UsageException("--registry \"" + text + "\" names no register; choose from "
                        + String.join(", ", REGISTRIES) + ", as in handle=https://doi.org.");
            }
            given.put(name, base("--registry " + name, text.substring(equals + 1)));
        }
        var usual = DEFAULTS.registries();
        return new Registries(
                given.getOrDefault("handle", usual.handle()),
                given.getOrDefault("crossref", usual.crossref()),
                given.getOrDefault("datacite", usual.dataCite()),
                given.getOrDefault("arxiv", usual.arxiv()),
                given.getOrDefault("pubmed", usual.pubmed()),
                given.getOrDefault("openlibrary", usual.openLibrary()));
    }

    /** An address without its final slash, so that paths can be put behind it. */
    private static String base(String option, String text) throws UsageException {
        if (Url.parse(text).isEmpty()) {
            throw new UsageException(
                    option + " \"" + text + "\" is no web address; write it like https://archive.example.org.");
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
