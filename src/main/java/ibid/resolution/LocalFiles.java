package ibid.resolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds the file that a path shows, as those who publish folders show it. A name counts in this very spelling. */
final class LocalFiles {
    /** What a server shows for a name without ending, then what generators of sites make pages of. */
    private static final List<String> PAGE_ENDINGS = List.of("html", "htm", "md", "mdx", "markdown", "rst", "adoc");

    private static final Set<String> MADE_PAGES = Set.of("html", "htm");
    private static final List<String> SOURCES =
            List.of("md", "mdx", "markdown", "rst", "adoc", "asciidoc", "ipynb", "qmd");

    private final List<String> indexFiles;
    private final SiteBuilds builds;

    LocalFiles(List<String> indexFiles, SiteBuilds builds) {
        this.indexFiles = indexFiles;
        this.builds = builds;
    }

    /**
     * A file or folder that exists.
     *
     * @param how one sentence where it is not simply what the path names, else empty
     */
    record Found(Path file, String how) {}

    /** What the path shows: the file, the index of the folder or else the folder, or the page that it is short for. */
    Optional<Found> find(Path file) {
        if (isThere(file)) {
            return Optional.of(new Found(Files.isDirectory(file) ? index(file).orElse(file) : file, ""));
        }
        var name = file.getFileName() == null ? "" : file.getFileName().toString();
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (MADE_PAGES.contains(ending) && dot > 0) {
            return made(file, name.substring(0, dot));
        }
        for (var page : dot < 0 ? PAGE_ENDINGS : List.<String>of()) {
            var sibling = file.resolveSibling(name + "." + page);
            if (isThere(sibling)) {
                return Optional.of(new Found(sibling, sibling.getFileName() + " exists, " + whoShows(page)));
            }
        }
        return Optional.empty();
    }

    private static String whoShows(String ending) {
        return MADE_PAGES.contains(ending)
                ? "which web servers show for this name"
                : "of which generators of sites make the page of this name";
    }

    /** The index of a folder, the first that exists. */
    Optional<Path> index(Path folder) {
        return indexFiles.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** A page that a site's build makes of a source: only where something says that there is a build. */
    private Optional<Found> made(Path file, String stem) {
        var build = builds.of(file);
        if (build.isEmpty()) {
            return Optional.empty();
        }
        for (var source : SOURCES) {
            var sibling = file.resolveSibling(stem + "." + source);
            if (isThere(sibling)) {
                return Optional.of(made(sibling, build.get()));
            }
        }
        if (!stem.equals("index")) {
            return Optional.empty();
        }
        // README.md is the index of its folder, and folder.md that of a folder without one.
        for (var source : SOURCES) {
            var folder = file.getParent();
            for (var name : folder == null || folder.getFileName() == null
                    ? List.<Path>of()
                    : List.of(
                            folder.resolve("README." + source),
                            folder.resolveSibling(folder.getFileName() + "." + source))) {
                if (isThere(name)) {
                    return Optional.of(made(name, build.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Found made(Path source, SiteBuilds.Build build) {
        return new Found(
                source, source.getFileName() + " exists, of which the build makes this page (" + build.sign() + ")");
    }

    /** Whether the file exists in this case. */
    static boolean isThere(Path file) {
        return Files.exists(file) && inThisCase(file);
    }

    private static boolean inThisCase(Path file) {
        try {
            // The real path has the case of the disk. Only names that the two share in another case are compared: a
            // link on the way changes the path and says nothing about spelling.
            var real = file.toRealPath(LinkOption.NOFOLLOW_LINKS);
            return !real.toString().equalsIgnoreCase(file.toString())
                    || real.toString().equals(file.toString());
        } catch (IOException e) {
            return true;
        }
    }
}
