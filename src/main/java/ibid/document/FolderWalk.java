package ibid.document;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Walks one folder for documents, leaving out what nobody means by naming it. */
final class FolderWalk {
    private static final int SNIFFED_BYTES = 8192;

    private final FoundFiles found;
    private final ExcludedPaths excluded;
    private final List<String> warnings;

    /** Which files are wanted, by path relative to the folder that the walk began in. */
    private final Predicate<Path> wanted;

    /** Whether files of unknown format are wanted too. */
    private final boolean anyFormat;

    /** The groups of formats that a walk reads only when it was asked to. */
    private final Set<Format.Group> alsoRead;

    /** Whether hidden files and folders are wanted. */
    private final boolean withHidden;

    /** For the beginning of one file after the other. */
    private final byte[] sniffed = new byte[SNIFFED_BYTES];

    private int count;

    FolderWalk(
            FoundFiles found,
            ExcludedPaths excluded,
            List<String> warnings,
            Predicate<Path> wanted,
            boolean anyFormat,
            Set<Format.Group> alsoRead,
            boolean withHidden) {
        this.found = found;
        this.excluded = excluded;
        this.warnings = warnings;
        this.wanted = wanted;
        this.anyFormat = anyFormat;
        this.alsoRead = alsoRead;
        this.withHidden = withHidden;
    }

    private record Folder(Path path, IgnoreRules rules) {}

    /** Walks the folder and says how many documents it holds, those included that another input has named already. */
    int walk(Path start) {
        Deque<Folder> open = new ArrayDeque<>();
        open.push(new Folder(start, IgnoreRules.at(start)));
        while (!open.isEmpty() && !found.isFull()) {
            var folder = open.pop();
            var entries = list(folder.path());
            if (!folder.path().equals(start) && holdsOutput(entries)) {
                continue;
            }
            var below = new ArrayList<Folder>();
            for (var entry : entries) {
                visit(start, folder.rules(), entry, below);
            }
            // The last pushed is taken first.
            Collections.reverse(below);
            below.forEach(open::push);
        }
        return count;
    }

    private List<Path> list(Path folder) {
        var entries = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException | SecurityException e) {
            found.addMissing(folder, e);
        }
        Collections.sort(entries);
        return entries;
    }

    /** Whether a folder holds what a run of Ibid has written: a report, or pages kept beside it. */
    private static boolean holdsOutput(List<Path> entries) {
        return entries.stream()
                .map(FolderWalk::nameOf)
                .anyMatch(name -> name.equals("ibid.json") || name.endsWith(".warc.gz") || name.endsWith(".wacz"));
    }

    private static String nameOf(Path path) {
        var name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    private void visit(Path start, IgnoreRules rules, Path entry, List<Folder> below) {
        var name = nameOf(entry);
        if (found.isFull() || (name.startsWith(".") && !withHidden) || name.equals(".git") || name.equals(".ibid")) {
            return;
        }
        if (!excluded.isEmpty() && excluded.hold(entry.getFileSystem().getPath(found.name(entry)))) {
            return;
        }
        try {
            var attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                if (!rules.ignores(entry, true)) {
                    below.add(new Folder(entry, rules.below(entry)));
                }
                return;
            }
            var format = Format.ofName(name);
            if ((!anyFormat && !format.map(this::isPickedUp).orElse(false))
                    || !wanted.test(start.relativize(entry))
                    || rules.ignores(entry, false)) {
                return;
            }
            // A link to a folder may lead back into a circle; a link to a file is as good as the file.
            var isLink = attributes.isSymbolicLink();
            var meant = isLink ? Files.readAttributes(entry, BasicFileAttributes.class) : attributes;
            if (meant.isRegularFile()) {
                addUnlessBinary(entry, format, isLink);
            }
        } catch (IOException | SecurityException e) {
            count++;
            found.addMissing(entry, e);
        }
    }

    private boolean isPickedUp(Format format) {
        return switch (format.group()) {
            case DOCUMENTS, CONTAINERS -> true;
            case DATA, CODE -> alsoRead.contains(format.group());
        };
    }

    private void addUnlessBinary(Path file, Optional<Format> format, boolean isLink) throws IOException {
        if (format.filter(Format::isContainer).isEmpty() && isBinary(file)) {
            warnings.add("\"" + found.name(file)
                    + "\" holds NUL bytes and was left out as binary; name it to have it read.");
            return;
        }
        count++;
        if (isLink) {
            found.add(file, format);
        } else {
            found.addListed(file, format);
        }
    }

    private boolean isBinary(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var length = in.readNBytes(sniffed, 0, sniffed.length);
            if (!Utf8.hasNul(sniffed, length)) {
                return false;
            }
            var head = Arrays.copyOf(sniffed, length);
            return DocumentCharset.byMark(head).isEmpty()
                    && DocumentCharset.byNuls(head).isEmpty();
        }
    }
}
