package ibid.document;

import ibid.config.PathGlob;
import ibid.config.Settings;
import ibid.config.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the documents that a run's inputs name.
 *
 * <p>A named file is always read. In a folder or behind a pattern, left out are: hidden files and folders, what git ignores,
 * binary files, formats that cannot be read, folders that hold a report or an archive, and links to folders.
 */
public final class DocumentWalk {
    /** A list of files is text that people write; a larger one is some other file named by mistake. */
    private static final int MOST_LIST_BYTES = 256 << 20;

    private final Path workingDirectory;
    private final InputStream standardInput;
    private final Settings.Documents settings;

    public DocumentWalk(Path workingDirectory, InputStream standardInput, Settings.Documents settings) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
        this.standardInput = standardInput;
        this.settings = settings;
    }

    /**
     * The documents of files, folders, patterns such as {@code docs/**}{@code /*.md}, and {@code -} for standard input.
     *
     * @throws UsageException where a path does not exist, or a pattern matches nothing
     */
    public Inputs find(List<String> inputs) throws UsageException {
        var found = new FoundFiles(workingDirectory, settings.maxDocuments());
        var excluded = new ExcludedPaths(workingDirectory.getFileSystem(), settings.excludedPaths());
        var warnings = new ArrayList<String>();
        for (var input : inputs) {
            if (input.equals("-")) {
                found.addStream(standardInput);
            } else {
                add(input, found, excluded, warnings);
            }
        }
        return new Inputs(found.sorted(), warnings.stream().distinct().toList());
    }

    private void add(String input, FoundFiles found, ExcludedPaths excluded, List<String> warnings)
            throws UsageException {
        var path = path(input);
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isDirectory()) {
                found.add(path, Format.ofName(path.toString()));
            } else if (new FolderWalk(found, excluded, warnings, file -> true, false, alsoRead(), false).walk(path)
                    == 0) {
                warnings.add("There are no documents in \"" + input + "\".");
            }
        } catch (AccessDeniedException | SecurityException e) {
            found.addMissing(path, e);
        } catch (IOException e) {
            if (PathGlob.isGlob(input)) {
                addMatches(input, found, excluded, warnings);
            } else if (Files.notExists(path) || isBelowAFile(path)) {
                throw new UsageException(
                        "\"" + input + "\" does not exist; check the path, or name a folder to have it walked.");
            } else {
                found.addMissing(path, e);
            }
        }
    }

    private Set<Format.Group> alsoRead() {
        return settings.alsoRead().stream()
                .map(group -> Format.Group.valueOf(group.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isBelowAFile(Path path) {
        for (var above = path.getParent(); above != null; above = above.getParent()) {
            if (Files.isRegularFile(above)) {
                return true;
            }
        }
        return false;
    }

    private void addMatches(String glob, FoundFiles found, ExcludedPaths excluded, List<String> warnings)
            throws UsageException {
        var fixed = PathGlob.fixedPart(glob);
        var start = path(fixed);
        var matcher = PathGlob.of(start.getFileSystem(), glob.substring(fixed.length()));
        var withHidden = glob.startsWith(".", fixed.length()) || glob.contains("/.");
        var walk = new FolderWalk(
                found, excluded, warnings, matcher::matches, PathGlob.namesEnding(glob), alsoRead(), withHidden);
        if (!Files.isDirectory(start) || walk.walk(start) == 0) {
            throw new UsageException(
                    "\"" + glob + "\" matches no document; check the pattern (\"**/\" stands for any number"
                            + " of folders), or name the file itself.");
        }
    }

    private Path path(String input) throws UsageException {
        try {
            return workingDirectory.resolve(input).normalize();
        } catch (InvalidPathException e) {
            throw new UsageException(
                    "\"" + input.replace('\0', '\uFFFD') + "\" cannot be a path here; check its spelling.");
        }
    }

    /**
     * The inputs that a file lists, one a line; blank lines and lines that begin with {@code #} are passed over.
     *
     * @param filesFrom a path, or {@code -} for standard input
     * @throws UsageException where the list cannot be read
     */
    public List<String> listedIn(String filesFrom) throws UsageException {
        try {
            if (filesFrom.equals("-")) {
                return lines(standardInput.readNBytes(MOST_LIST_BYTES));
            }
            try (var in = Files.newInputStream(path(filesFrom))) {
                return lines(in.readNBytes(MOST_LIST_BYTES));
            }
        } catch (IOException e) {
            throw new UsageException("The list of files \"" + filesFrom
                    + "\" cannot be read; name a text file with one path a line, or - for standard input.");
        }
    }

    private static List<String> lines(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
