package ibid.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of tests: the defaults but for what a test is about, so that a new setting changes one file. */
public final class TestSettings {
    private static final Settings.Documents DOCUMENTS = Settings.DEFAULTS.documents();

    private TestSettings() {}

    /** Asks nothing of any network and keeps no copies. */
    public static Settings offline() {
        var check = new Settings.Check(true, true, true, StatusRanges.NONE, List.of(), false);
        return Settings.DEFAULTS
                .withArchive(new Settings.Archive(false, 0, 0))
                .withCheck(check)
                .withLookup(withoutLookups())
                .withMemory(forgetful());
    }

    /** Asks no archive, no register, and no host for more than what is cited. */
    public static Settings.Lookup withoutLookups() {
        var lookup = Settings.DEFAULTS.lookup();
        return new Settings.Lookup(
                false,
                false,
                lookup.time(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                lookup.registries(),
                Optional.empty());
    }

    /** Remembers nothing between runs. */
    public static Settings.Memory forgetful() {
        return Settings.Memory.NONE;
    }

    /** Asks loopback servers fast: a short time-out, no waiting between requests. */
    public static Settings.Web fastWeb(int retries) {
        return fastWeb(retries, Duration.ofMillis(300));
    }

    /** The same with another time-out, for tests that lose what they are about where the machine is busy. */
    public static Settings.Web fastWeb(int retries, Duration timeout) {
        var web = Settings.DEFAULTS.web();
        return new Settings.Web(
                16,
                8,
                Duration.ZERO,
                timeout,
                retries,
                web.maxRedirects(),
                1 << 20,
                "ibid-test",
                List.of(),
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                web.patience(),
                List.of());
    }

    public static Settings.Documents limited(long bytes, int citations, int documents) {
        return documents(bytes, citations, documents, List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Settings of a walk.
     *
     * @param globs of paths that it leaves out
     */
    public static Settings.Documents walking(int documents, List<String> globs) {
        return documents(
                DOCUMENTS.maxBytes(), DOCUMENTS.maxCitations(), documents, globs, List.of(), List.of(), List.of());
    }

    public static Settings.Documents passingOver(List<String> ignoreFile, List<String> include, List<String> exclude) {
        return documents(
                DOCUMENTS.maxBytes(),
                DOCUMENTS.maxCitations(),
                DOCUMENTS.maxDocuments(),
                List.of(),
                ignoreFile,
                include,
                exclude);
    }

    private static Settings.Documents documents(
            long bytes,
            int citations,
            int documents,
            List<String> globs,
            List<String> ignoreFile,
            List<String> include,
            List<String> exclude) {
        return new Settings.Documents(
                bytes, citations, documents, globs, List.of(), false, ignoreFile, include, exclude, List.of());
    }
}
