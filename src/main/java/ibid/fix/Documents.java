package ibid.fix;

import ibid.fix.Mended.AsWanted;
import ibid.fix.Mended.Changed;
import ibid.fix.Mended.Refused;
import ibid.fix.Plan.PlannedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The files of a working directory, edited as a plan says: each wholly or not at all. */
public final class Documents {
    private static final String CHANGED = "It has changed since the scan; scan it again.";

    private final Path workingDirectory;

    public Documents(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    /**
     * Tells of each document what its edits make of it, and changes nothing; one file is in memory at a time.
     *
     * @param sink takes them in the order of the plan
     */
    public void tried(Plan plan, Consumer<Mended> sink) {
        Set<Path> seen = new HashSet<>();
        plan.documents().forEach(document -> tried(document, seen).ifPresent(sink));
    }

    /** The same, and writes what changes. */
    public void applied(Plan plan, Consumer<Mended> sink) {
        tried(plan, mended -> sink.accept(mended instanceof Changed changed ? written(changed) : mended));
    }

    /** Two names of one file, such as a link to it, are edited once. */
    private Optional<Mended> tried(PlannedDocument document, Set<Path> seen) {
        try {
            var file = workingDirectory.resolve(document.path()).toRealPath();
            if (!Files.isRegularFile(file)) {
                return refused(document, "It is no file that can be edited.");
            }
            return seen.add(file) ? Optional.of(edited(document, file)) : Optional.empty();
        } catch (NoSuchFileException | InvalidPathException e) {
            return refused(document, "There is no such file; run this where the scan ran, or scan again.");
        } catch (IOException e) {
            return refused(document, "It cannot be read.");
        }
    }

    private static Optional<Mended> refused(PlannedDocument document, String why) {
        return Optional.of(new Refused(document.path(), why));
    }

    private static Mended edited(PlannedDocument document, Path file) throws IOException {
        var path = document.path();
        var before = Files.readAllBytes(file);
        var edits = EditedBytes.of(document);
        if (edits.isEmpty()) {
            return new Refused(path, "Its charset is not known here.");
        }
        if (!sha256(before).equals(document.sha256())) {
            return edits.get().areIn(before) ? new AsWanted(path) : new Refused(path, CHANGED);
        }
        return edits.get()
                .of(before)
                .<Mended>map(after -> new Changed(
                        path,
                        file,
                        edits.get().charset(),
                        before,
                        after,
                        document.edits().size()))
                .orElse(new Refused(path, "An edit does not fit into it; mend it by hand."));
    }

    private static Mended written(Changed changed) {
        try {
            // Somebody may have written to it since it was read.
            if (!MessageDigest.isEqual(Files.readAllBytes(changed.file()), changed.before())) {
                return new Refused(changed.path(), CHANGED);
            }
            WholeFile.write(changed.file(), changed.after());
            return changed;
        } catch (IOException e) {
            return new Refused(changed.path(), "It cannot be written; it is as it was.");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
