package ibid.scan;

import ibid.document.ChangedFiles;
import ibid.document.DocumentFile;
import ibid.document.DocumentFile.OnDisk;
import ibid.target.Target;
import ibid.target.Target.FileTarget;
import ibid.url.PercentEncoding;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which citations of a run are judged: all, or those that a change of files can have made wrong. These are all of each
 * document that is not as it was, and of the others the links to files that changed or are gone.
 */
public final class Scope {
    /** Everything that is read. */
    public static final Scope ALL = new Scope(Path.of(""), Optional.empty(), Set.of(), Set.of());

    /** No file system here takes a longer path (PATH_MAX), and to normalise one costs the square of its length. */
    private static final int LONGEST = 4096;

    private static final List<String> MADE_PAGES = List.of(".html", ".htm");
    private static final Set<String> INDEXES = Set.of("index", "readme", "_index");

    private final Path directory;
    private final Optional<Path> root;
    private final Set<Path> untouched;
    private final Set<Path> names;

    private Scope(Path directory, Optional<Path> root, Set<Path> untouched, Set<Path> names) {
        this.directory = directory;
        this.root = root;
        this.untouched = untouched;
        this.names = names;
    }

    /**
     * What a change of files reaches.
     *
     * @param directory what the paths of links are relative to
     * @param root where links that start with a slash begin, if that is known
     */
    public static Scope of(ChangedFiles changes, Path directory, Optional<Path> root) {
        var names = new HashSet<Path>();
        changes.otherOrGone().forEach(file -> addNames(file, names));
        return new Scope(directory.toAbsolutePath().normalize(), root.map(directory::resolve), changes.same(), names);
    }

    /** All by which links may mean a file: its own name, the pages that are made of it, its folder where it is the index. */
    private static void addNames(Path file, Set<Path> names) {
        names.add(file);
        var name = String.valueOf(file.getFileName());
        var dot = name.lastIndexOf('.');
        var stem = dot <= 0 ? name : name.substring(0, dot);
        names.add(file.resolveSibling(stem));
        MADE_PAGES.forEach(ending -> {
            names.add(file.resolveSibling(stem + ending));
            names.add(file.resolveSibling(stem).resolve("index" + ending));
        });
        var folder = file.getParent();
        if (folder != null && INDEXES.contains(stem.toLowerCase(Locale.ROOT))) {
            names.add(folder);
            MADE_PAGES.forEach(ending -> names.add(folder.resolve("index" + ending)));
        }
        for (var gone = folder; gone != null && !Files.exists(gone); gone = gone.getParent()) {
            names.add(gone);
        }
    }

    /** Whether all that a document cites is judged. */
    boolean isWhole(DocumentFile file) {
        return !(file.content() instanceof OnDisk onDisk)
                || !untouched.contains(directory.resolve(onDisk.file()).normalize());
    }

    /** Whether a link of a document that is as it was leads to what is not. */
    boolean reaches(Target target) {
        return target instanceof FileTarget file
                && Stream.of(file.path(), file.path().replaceFirst("\\?.*", ""))
                        .flatMap(path -> Stream.concat(Stream.of(path), PercentEncoding.decoded(path).stream()))
                        .flatMap(path -> located(path).stream())
                        .anyMatch(names::contains);
    }

    private Optional<Path> located(String path) {
        if (path.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return path.startsWith("/")
                    ? root.map(
                            folder -> folder.resolve(path.replaceAll("^/+", "")).normalize())
                    : Optional.of(directory.resolve(path).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
