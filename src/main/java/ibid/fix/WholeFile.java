package ibid.fix;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Replaces a file so that whoever looks, even after a crash, sees all of the old bytes or all of the new ones. */
final class WholeFile {
    private WholeFile() {}

    /** @throws IOException when it cannot be replaced; then it is as it was */
    static void write(Path file, byte[] bytes) throws IOException {
        if (!Files.isWritable(file)) {
            throw new IOException("the file is write-protected");
        }
        // In the same folder, because only within one file system a rename is atomic; hidden, so that no walk reads it.
        var folder = file.resolveSibling(".");
        var draft = Files.createTempFile(folder, ".ibid-", ".tmp");
        try {
            try (var out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                    out.write(rest);
                }
                takeOver(file, draft);
                // Renamed before its bytes are on the disk, a file may be empty after a power cut.
                out.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(folder);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Permissions as they were, and owner and group as far as the system lets us; where it does not, the file is ours. */
    private static void takeOver(Path file, Path draft) throws IOException {
        var old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        var young = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
        if (old == null || young == null) {
            return;
        }
        var attributes = old.readAttributes();
        try {
            if (!attributes.owner().equals(young.getOwner())) {
                young.setOwner(attributes.owner());
            }
            if (!attributes.group().equals(young.readAttributes().group())) {
                young.setGroup(attributes.group());
            }
        } catch (IOException e) {
            // Only an administrator may give files away.
        }
        young.setPermissions(attributes.permissions());
    }

    /** Not every system can; the rename then reaches the disk a little later. */
    private static void syncFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders.
        }
    }
}
