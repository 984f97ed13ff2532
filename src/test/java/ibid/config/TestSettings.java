package ibid.config;

import java.util.List;
import java.util.Optional;

/** The settings of tests: the defaults but for what a test is about, so that a new setting changes one file. */
public final class TestSettings {
    private static final Settings.Documents DOCUMENTS = Settings.DEFAULTS.documents();

    private TestSettings() {}

    /** Asks nothing of any network and keeps no copies. */
    public static Settings offline() {
        var check = new Settings.Check(true, true, true, StatusRanges.NONE, Optional.empty(), List.of(), false);
        return new Settings(DOCUMENTS, Settings.DEFAULTS.web(), new Settings.Archive(false, 0, 0), check);
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
                bytes, citations, documents, globs, List.of(), false, ignoreFile, include, exclude);
    }
}
