package ibid.archive;

import ibid.archive.warc.KeptPage;
import ibid.config.Settings;
import ibid.web.WebResponse;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps responses in WARC 1.1 files of one folder, {@code ibid-<timestamp>-<serial>.warc.gz}; goes on with the last file of
 * an earlier run, and never changes what that wrote but for a record left half-written. Safe for many threads.
 *
 * <p>Kept are answers to GET, whatever their status, each with its request and the place that cites it; a payload that the
 * folder has already is not written again, but referred to. Not kept are those at addresses with a user name, a
 * password or a secret in the query. Request headers that may hold a key are written as {@code ***}. Limits: those of
 * {@link Settings.Archive}, where the cap of a run counts HTTP headers and bodies before compression; 1 GB a file, then
 * the next one begins; 100,000 files. Folder and file are made when there is something to keep.
 */
public final class WarcArchive implements Archive {
    private static final long FULL_FILE = 1L << 30;

    private final ReentrantLock lock = new ReentrantLock();
    private final Path directory;
    private final Settings.Archive settings;
    private final CaptureFolder.Writing writing;
    private final EarlierCaptures earlier;
    private final Map<String, String> cited = new ConcurrentHashMap<>();

    private @Nullable CaptureFolder folder;
    private long kept;
    private volatile boolean ended;
    private volatile Optional<String> problem = Optional.empty();
    private volatile List<String> repairs = List.of();

    WarcArchive(Path directory, Settings.Archive settings, CaptureFolder.Writing writing) {
        this.directory = directory;
        this.settings = settings;
        this.writing = writing;
        this.earlier = new EarlierCaptures(directory, writing.clock());
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
        var records = new WarcRecords(random, software);
        return new WarcArchive(
                directory, settings, new CaptureFolder.Writing(clock, records, GrowingFile::new, FULL_FILE));
    }

    @Override
    public Optional<Snapshot> keep(WebResponse response) {
        if (ended) {
            return Optional.empty();
        }
        return Capture.of(response, settings.maxResponseBytes())
                .flatMap(capture -> earlier.holds(capture) ? Optional.of(capture.snapshot()) : append(capture));
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
            opened().add(capture, whereCited(capture));
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

    private CaptureFolder opened() throws IOException {
        var known = folder;
        if (known != null) {
            return known;
        }
        var opened = CaptureFolder.open(directory, writing);
        folder = opened;
        repairs = opened.repairs();
        return opened;
    }

    /** Where a redirect leads is cited where the redirect is. */
    private Optional<String> whereCited(Capture capture) {
        var place = Optional.ofNullable(cited.remove(capture.url()));
        place.ifPresent(known -> capture.leadsTo().ifPresent(next -> cited.putIfAbsent(next, known)));
        return place;
    }

    @Override
    public boolean hasRecent(String address) {
        return !ended && earlier.young(address).isPresent();
    }

    @Override
    public Optional<KeptPage> recent(String address) {
        return ended ? Optional.empty() : earlier.recent(address);
    }

    @Override
    public void cited(String address, String place) {
        if (!ended) {
            cited.putIfAbsent(address, place);
        }
    }

    private void end(String why) {
        ended = true;
        problem = Optional.of(why);
        try {
            closeFolder();
        } catch (IOException e) {
            // What was to be said has been said; every byte had been handed to the system before.
            return;
        }
    }

    private void closeFolder() throws IOException {
        var current = folder;
        folder = null;
        if (current != null) {
            current.close();
        }
    }

    @Override
    public Optional<String> problem() {
        return problem;
    }

    @Override
    public List<String> repairs() {
        return repairs;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            ended = true;
            closeFolder();
        } catch (IOException e) {
            problem = Optional.of("The archive in " + directory + " could not be closed (" + reason(e)
                    + "); its index may lack its last pages.");
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
