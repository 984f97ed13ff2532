package ibid.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the documents of a run, each once however often and by whatever spelling it is named. */
final class FoundFiles {
    private final Path workingDirectory;
    private final int max;
    private final Map<String, DocumentFile> byPlace = new HashMap<>();

    /** The files of one folder come one behind the other. */
    private Path lastFolder = Path.of("");

    private Path lastRealFolder = Path.of("");

    FoundFiles(Path workingDirectory, int max) {
        this.workingDirectory = workingDirectory;
        this.max = max;
    }

    /** Whether the walk may stop: one file more than the limit is kept to say so. */
    boolean isFull() {
        return byPlace.size() > max;
    }

    void addStream(InputStream in) {
        byPlace.putIfAbsent("-", new DocumentFile("-", Optional.empty(), new DocumentFile.Stream(in)));
    }

    /** Adds a file that can be read as far as is known. */
    void add(Path file, Optional<Format> format) {
        put(file, real(file), document(file, format));
    }

    /** Adds a file that a folder lists and that is no link, so that its real path needs not be asked for. */
    void addListed(Path file, Optional<Format> format) {
        var folder = file.getParent();
        if (folder == null || file.getFileName() == null) {
            add(file, format);
            return;
        }
        if (!folder.equals(lastFolder)) {
            lastFolder = folder;
            lastRealFolder = folder.getFileSystem().getPath(real(folder));
        }
        put(file, lastRealFolder.resolve(file.getFileName()).toString(), document(file, format));
    }

    private DocumentFile document(Path file, Optional<Format> format) {
        return new DocumentFile(name(file), format, new DocumentFile.OnDisk(file));
    }

    /** Adds a file or folder that cannot be read or listed. */
    void addMissing(Path path, Exception why) {
        var problem = Problem.unreadable(why);
        var format = Format.ofName(path.toString());
        put(path, real(path), new DocumentFile(name(path), format, new DocumentFile.Missing(problem)));
    }

    private static String real(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException | SecurityException e) {
            return path.toString();
        }
    }

    private void put(Path path, String place, DocumentFile file) {
        var known = byPlace.get(place);
        // Of two names for one file its own goes before a symbolic link's, then the first in order.
        var isBetter = known == null
                || (isOwn(path, place) && !known.path().equals(file.path()))
                || (!isOwn(workingDirectory.resolve(known.path()).normalize(), place)
                        && file.path().compareTo(known.path()) < 0);
        if (isBetter) {
            byPlace.put(place, file);
        }
    }

    private static boolean isOwn(Path path, String place) {
        return path.toString().equals(place);
    }

    /** The path as reports name it. */
    String name(Path path) {
        var isRelative =
                workingDirectory.getRoot() != null && workingDirectory.getRoot().equals(path.getRoot());
        var shown = isRelative ? workingDirectory.relativize(path).toString() : path.toString();
        return shown.isEmpty() ? "." : shown.replace(path.getFileSystem().getSeparator(), "/");
    }

    /** The files in the order of their paths; behind the limit stands one that says so. */
    List<DocumentFile> sorted() {
        var files = new ArrayList<>(byPlace.values());
        files.sort(Comparator.comparing(DocumentFile::path));
        if (files.size() <= max) {
            return files;
        }
        var first = files.get(max);
        var problem = Problem.limit("This file and all behind it were left out: a run reads %,d documents.", max);
        var kept = new ArrayList<>(files.subList(0, max));
        kept.add(new DocumentFile(first.path(), first.format(), new DocumentFile.Missing(problem)));
        return kept;
    }
}
