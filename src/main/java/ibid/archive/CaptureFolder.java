package ibid.archive;

import ibid.archive.warc.FileSlice;
import ibid.archive.warc.FolderIndex;
import ibid.archive.warc.FolderLock;
import ibid.archive.warc.PayloadPlaces;
import ibid.archive.warc.PayloadPlaces.Original;
import ibid.archive.warc.WarcScan;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of one folder, as one run adds captures to them. Not thread-safe.
 *
 * <p>When it is opened, a record that a killed run left half-written is cut off, and what the index lacks is added to it.
 * Then the run goes on with the last file where that has room and no other run writes in the folder, else with new ones.
 */
final class CaptureFolder implements Closeable {
    private static final int MAX_FILES = 100_000;

    /** Where a revisit with its references would be about as long as the payload, the payload is written again. */
    private static final int SHORT_PAYLOAD = 512;

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** How a folder is written in. */
    record Writing(InstantSource clock, WarcRecords records, GrowingFile.Maker disk, long fullFile) {}

    private final Path directory;
    private final Writing writing;
    private final FolderLock lock;
    private final FolderIndex index;
    private final PayloadPlaces payloads;
    private final List<String> repairs = new ArrayList<>();

    private @Nullable WarcFile file;
    private int serial;

    private CaptureFolder(Path directory, Writing writing, FolderLock lock, FolderIndex index) {
        this.directory = directory;
        this.writing = writing;
        this.lock = lock;
        this.index = index;
        this.payloads = new PayloadPlaces(directory);
    }

    /** Makes the folder where it is not there, mends what is torn and begins to write. */
    static CaptureFolder open(Path directory, Writing writing) throws IOException {
        Files.createDirectories(directory);
        var lock = FolderLock.take(directory);
        try {
            var folder = new CaptureFolder(directory, writing, lock, new FolderIndex(directory));
            folder.begin();
            return folder;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private void begin() throws IOException {
        var last = Optional.<Path>empty();
        for (var found : index.files()) {
            var whole = read(found);
            last = whole ? Optional.of(directory.resolve(found)) : last;
        }
        lock.mended();
        index.forEach(payloads::add);
        if (lock.isOwner() && last.isPresent() && Files.size(last.get()) < writing.fullFile()) {
            file = WarcFile.goOnWith(
                    last.get(), writing.records(), writing.clock().instant());
        }
    }

    /** Whether the file ends with a whole record, so that another may follow. */
    private boolean read(String name) throws IOException {
        var path = directory.resolve(name);
        var torn = new ArrayList<WarcScan.Damage>();
        var soundEnd = 0L;
        try (var slice = FileSlice.of(path)) {
            var scan = WarcScan.from(index.reach(name, slice.length()), slice, name, index::add);
            soundEnd = scan.soundEnd();
            if (scan.isTorn(slice)) {
                torn.add(scan.damage().get(scan.damage().size() - 1));
            }
        }
        if (torn.isEmpty()) {
            return true;
        }
        if (lock.mayMend()) {
            mend(path, soundEnd, torn.get(0));
        }
        return lock.mayMend() && soundEnd > 0;
    }

    private void mend(Path path, long soundEnd, WarcScan.Damage torn) throws IOException {
        if (soundEnd == 0) {
            Files.delete(path);
        } else {
            try (var growing = GrowingFile.at(path)) {
                growing.cutTo(soundEnd);
            }
        }
        repairs.add("In " + path + " an earlier run was interrupted within a record; the last "
                + (torn.end() - torn.offset()) + " bytes, which were no whole record, were cut off.");
    }

    /** What was mended, one sentence each. */
    List<String> repairs() {
        return List.copyOf(repairs);
    }

    /** Writes all records of the capture, or none; after an exception nothing more may be added. */
    void add(Capture capture, Optional<String> via) throws IOException {
        var current = fileWithRoom();
        var written = current.append(capture, original(capture), via);
        index.add(written);
        if (capture.truncated().isEmpty()) {
            payloads.add(written);
        }
    }

    private Optional<Original> original(Capture capture) {
        return capture.response().payloadLength() < SHORT_PAYLOAD
                        || capture.truncated().isPresent()
                ? Optional.empty()
                : payloads.find(capture.response().payloadDigest());
    }

    private WarcFile fileWithRoom() throws IOException {
        var current = file;
        if (current != null && current.size() < writing.fullFile()) {
            return current;
        }
        closeFile();
        var next = nextFile();
        file = next;
        return next;
    }

    /** Another run may have begun in the same second: its files are passed over. */
    private WarcFile nextFile() throws IOException {
        var now = writing.clock().instant();
        var taken = new IOException("there are " + MAX_FILES + " files already");
        while (serial < MAX_FILES) {
            var name = String.format(Locale.ROOT, "ibid-%s-%05d.warc.gz", TIMESTAMP.format(now), serial++);
            try {
                return WarcFile.create(directory.resolve(name), writing.disk(), writing.records(), now);
            } catch (FileAlreadyExistsException e) {
                taken = e;
            }
        }
        throw taken;
    }

    private void closeFile() throws IOException {
        var current = file;
        file = null;
        if (current != null) {
            current.close();
        }
    }

    /** Closes the file and writes the index; what fails of it is made good by the next run. */
    @Override
    public void close() throws IOException {
        try (lock) {
            closeFile();
            index.write();
        }
    }
}
