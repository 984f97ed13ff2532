package ibid.cli;

import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.url.Url;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How local files and parts of pages are looked for. */
final class FileOptions {
    private static final Settings.Files DEFAULTS = Settings.DEFAULTS.files();

    @Option(names = "--root-dir", paramLabel = "DIR", description = "Where links that start with / begin.")
    private @Nullable Path rootDirectory;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description =
                    "The address at which the folder of --root-dir (without it: the working directory) is published:"
                            + " links that lead out of it, and pages that are not there, are asked there.")
    private @Nullable String baseUrl;

    @Option(
            names = "--site",
            paramLabel = "URL=DIR",
            description = "Pages below URL are the files below DIR, published or not (repeatable).")
    private List<String> sites = List.of();

    @Option(
            names = "--index-files",
            paramLabel = "LIST",
            split = ",",
            description = "What a link to a folder shows. Default: index.html,index.htm,index.md,README.md.")
    private List<String> indexFiles = DEFAULTS.indexFiles();

    @Option(
            names = "--fragments",
            paramLabel = "WHICH",
            description = "Parts of pages to look for: none, anchors, or full (also quoted texts). Default: anchors.")
    private Settings.Fragments fragments = DEFAULTS.fragments();

    @Option(
            names = "--slugs",
            paramLabel = "RULE",
            description =
                    "Whose rule makes anchors of Markdown headings: github, gitlab, mkdocs or pandoc. Default: github.")
    private Settings.Slugs slugs = DEFAULTS.slugs();

    /** @param trees what is read, so that its links may be followed */
    Settings.Files settings(List<Path> trees) throws UsageException {
        var root = Optional.ofNullable(rootDirectory);
        if (root.isPresent() && !Files.isDirectory(root.get())) {
            throw new UsageException("--root-dir " + root.get() + " is no folder; name an existing one.");
        }
        var base = Optional.ofNullable(baseUrl);
        if (base.isPresent()) {
            address("--base-url", base.get());
        }
        return new Settings.Files(root, base, sites(), indexFiles, fragments, slugs, trees);
    }

    private List<Settings.Site> sites() throws UsageException {
        var read = new ArrayList<Settings.Site>();
        for (var text : sites) {
            var equals = text.lastIndexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw new UsageException("--site \"" + text
                        + "\" must be an address and a folder, such as https://docs.example.org/=public.");
            }
            var directory = Path.of(text.substring(equals + 1));
            address("--site", text.substring(0, equals));
            if (!Files.isDirectory(directory)) {
                throw new UsageException("--site " + text + " names no folder; name an existing one behind the \"=\".");
            }
            read.add(new Settings.Site(text.substring(0, equals), directory));
        }
        return read;
    }

    private static void address(String option, String text) throws UsageException {
        if (Url.parse(text).isEmpty()) {
            throw new UsageException(
                    option + " \"" + text + "\" is no web address; write it like https://docs.example.org/.");
        }
    }
}
