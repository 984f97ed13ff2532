package ibid.archive;

import ibid.archive.warc.FolderIndex;
import ibid.config.Settings;
import ibid.web.WebResponse;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps responses in WARC 1.1 files of one folder, {@code ibid-<timestamp>-<serial>.warc.gz}; never touches a file that is
 * there already but the folder's index of captures. Safe for many threads.
 *
 * <p>Kept are answers to GET, whatever their status, each with its request; not those at addresses with a user name, a
 * password or a secret in the query. Request headers that may hold a key are written as {@code ***}. Limits: those of
 * {@link Settings.Archive}, where the cap of a run counts HTTP headers and bodies before compression; 1 GB a file, then
 * the next one begins; 100,000 files. Folder and file are made when there is something to keep.
 */
public final class WarcArchive implements Archive {
    private static final long FULL_FILE = 1L << 30;

    private static final int MAX_FILES = 100_000;

    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ReentrantLock lock = new ReentrantLock();
    private final Path directory;
    private final Settings.Archive settings;
    private final InstantSource clock;
    private final WarcRecords records;
    private final NewFile.Maker disk;
    private final long fullFile;
    private final FolderIndex index;

    private @Nullable WarcFile file;
    private int serial;
    private long kept;
    private volatile boolean ended;
    private volatile Optional<String> problem = Optional.empty();

    WarcArchive(
            Path directory,
            Settings.Archive settings,
            InstantSource clock,
            WarcRecords records,
            NewFile.Maker disk,
            long fullFile) {
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
        this.records = records;
        this.disk = disk;
        this.fullFile = fullFile;
        this.index = new FolderIndex(directory);
        this.ended = !settings.enabled();
    }

    /**
     * An archive that writes nothing yet.
     *
     * @param directory made when needed
     * @param random for the ids of the records
     * @param software name and version of the writer, such as {@code ibid/0.1.0}
     */
    public static WarcArchive open(
            Path directory, Settings.Archive settings, InstantSource clock, RandomGenerator random, String software) {
        return new WarcArchive(directory, settings, clock, new WarcRecords(random, software), NewFile::new, FULL_FILE);
    }

    @Override
    public Optional<Snapshot> keep(WebResponse response) {
        if (ended) {
            return Optional.empty();
        }
        return Capture.of(response, settings.maxResponseBytes()).flatMap(this::append);
    }

    private Optional<Snapshot> append(Capture capture) {
        lock.lock();
        try {
            if (ended) {
                return Optional.empty();
            }
            if (capture.bytes() > settings.maxRunBytes() - kept) {
                end("The archive reached its limit of " + size(settings.maxRunBytes())
                        + " a run; what was fetched after that is not kept.");
                return Optional.empty();
            }
            index.add(fileWithRoom().append(capture));
            kept += capture.bytes();
            return Optional.of(capture.snapshot());
        } catch (IOException e) {
            end("The archive in " + directory + " could not be written (" + reason(e)
                    + "); what was fetched after that is not kept.");
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private WarcFile fileWithRoom() throws IOException {
        var current = file;
        if (current != null && current.size() < fullFile) {
            return current;
        }
        closeFile();
        Files.createDirectories(directory);
        var next = nextFile();
        file = next;
        return next;
    }

    /** Another run may have begun in the same second: its files are passed over. */
    private WarcFile nextFile() throws IOException {
        var now = clock.instant();
        var taken = new IOException("there are " + MAX_FILES + " files already");
        while (serial < MAX_FILES) {
            var name = String.format(Locale.ROOT, "ibid-%s-%05d.warc.gz", TIMESTAMP.format(now), serial++);
            try {
                return WarcFile.create(directory.resolve(name), disk, records, now);
            } catch (FileAlreadyExistsException e) {
                taken = e;
            }
        }
        throw taken;
    }

    private void end(String why) {
        ended = true;
        problem = Optional.of(why);
        try {
            closeFile();
        } catch (IOException e) {
            // What was to be said has been said; every byte had been handed to the system before.
            return;
        }
    }

    private void closeFile() throws IOException {
        var current = file;
        file = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            ended = true;
            closeFile();
            index.write();
        } catch (IOException e) {
            problem = Optional.of("The archive in " + directory + " could not be closed (" + reason(e)
                    + "); its last pages may be missing.");
        } finally {
            lock.unlock();
        }
    }

    private static String size(long bytes) {
        return bytes >= 1L << 20 ? (bytes >> 20) + " MB" : bytes + " bytes";
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file has that name";
        }
        var reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return Optional.ofNullable(reason).orElse(e.getClass().getSimpleName());
    }
}
