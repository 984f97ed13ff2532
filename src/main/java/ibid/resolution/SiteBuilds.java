package ibid.resolution;

import ibid.document.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which folders are the sources of a site that a build makes pages of, by the files that builds are set up with. */
final class SiteBuilds {
    /** In the folder of the sources itself, or above it. */
    private static final List<String> SIGNS = List.of(
            "SUMMARY.md",
            "book.toml",
            "mkdocs.yml",
            "mkdocs.yaml",
            "conf.py",
            "_config.yml",
            "docusaurus.config.js",
            "docusaurus.config.ts",
            "hugo.toml",
            "hugo.yaml",
            "antora.yml",
            "_quarto.yml",
            "_toc.yml",
            "docfx.json",
            "astro.config.mjs",
            ".vitepress",
            ".vuepress",
            ".eleventy.js",
            "eleventy.config.js");

    /** In a book of mdBook, beside its sources or above them. */
    private static final String SUMMARY = "SUMMARY.md";

    private static final String BOOK = "book.toml";
    private static final int LARGEST = 1 << 16;

    private final LocalTrees trees;
    private final Map<Path, Optional<Build>> known = new ConcurrentHashMap<>();

    SiteBuilds(LocalTrees trees) {
        this.trees = trees;
    }

    /**
     * A build.
     *
     * @param folder where its sign lies
     * @param sign the file that tells of it
     */
    record Build(Path folder, String sign) {
        boolean isBook() {
            return sign.equals(SUMMARY) || sign.equals(BOOK);
        }
    }

    /** The build whose sources a file would be among; the nearest. */
    Optional<Build> of(Path file) {
        var folder = file.getParent();
        return folder == null || trees.of(folder).isEmpty() ? Optional.empty() : inOrAbove(folder);
    }

    private Optional<Build> inOrAbove(Path folder) {
        var found = known.get(folder);
        if (found != null) {
            return found;
        }
        var here = SIGNS.stream()
                .filter(sign -> Files.exists(folder.resolve(sign)))
                .findFirst()
                .map(sign -> new Build(folder, sign));
        var above = folder.getParent();
        var answer = here.isPresent() || above == null || trees.of(above).isEmpty() ? here : inOrAbove(above);
        known.put(folder, answer);
        return answer;
    }

    /** Why a missing file may yet be a page of the site; completes the sentence "the name ...". */
    Optional<String> doubt(Path file) {
        var name = file.getFileName() == null ? "" : file.getFileName().toString();
        var ending = name.lastIndexOf('.') < 0 ? "" : name.substring(name.lastIndexOf('.') + 1);
        var inside = of(file);
        if (inside.filter(Build::isBook).isPresent()) {
            return isOfProgramText(name, ending) && mayBeRead(inside.get())
                    ? Optional.of("is none of a file, and the book's build may know what it means")
                    : Optional.empty();
        }
        return ending.isEmpty() || ending.matches("html?|md") ? besideABook(file) : Optional.empty();
    }

    /** {@code std}, {@code mod@test}, {@code items.mod}, {@code asm.operand-type.in}: paths of what a program names. */
    private static boolean isOfProgramText(String name, String ending) {
        return ending.isEmpty()
                || ending.equals("mod")
                || (name.indexOf('.') != name.lastIndexOf('.')
                        && Format.ofName(name).isEmpty());
    }

    /** A preprocessor may read names as it likes. */
    private static boolean mayBeRead(Build build) {
        var settings = build.folder().resolve(BOOK);
        var above = build.folder().resolveSibling(BOOK);
        var file = Files.exists(settings) ? settings : above;
        try {
            return !Files.exists(file)
                    || (Files.size(file) < LARGEST && Files.readString(file).contains("[preprocessor."));
        } catch (IOException e) {
            return true;
        }
    }

    /** What leads out of a book's sources leads to other books that are published beside it. */
    private Optional<String> besideABook(Path file) {
        var folder = file.getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        if (folder == null
                || folder.equals(file.getParent())
                || trees.of(folder).isEmpty()) {
            return Optional.empty();
        }
        var sources = folder.resolve("src").resolve(SUMMARY);
        return Files.exists(sources) || Files.exists(folder.resolve(BOOK))
                ? Optional.of("leads out of the sources of a book; --base-url names where the book is published")
                : Optional.empty();
    }
}
