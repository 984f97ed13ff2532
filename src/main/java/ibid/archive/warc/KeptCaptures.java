package ibid.archive.warc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The captures in a folder of WARC files, found by address and time; never writes.
 *
 * <p>It shows what was there when it was opened. Most is looked up in the folder's index, on disk; what that does not have
 * yet, as after a crash, is read from the files and is all that is held in memory. Safe for many threads.
 */
public final class KeptCaptures {
    /** Name of the index in the folder. */
    public static final String INDEX = "index.cdxj";

    private static final String SUFFIX = ".warc.gz";

    private static final Comparator<IndexedCapture> BY_TIME = Comparator.comparing(IndexedCapture::at)
            .thenComparing(IndexedCapture::file)
            .thenComparing(IndexedCapture::offset);

    private final Path directory;
    private final SortedIndex index;
    private final Map<String, Long> files;
    private final Map<String, List<IndexedCapture>> unindexed = new HashMap<>();
    private final Map<String, Long> soundEnds = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private KeptCaptures(Path directory, Map<String, Long> files) {
        this.directory = directory;
        this.index = new SortedIndex(directory.resolve(INDEX));
        this.files = files;
    }

    /**
     * Opens a folder; one that is not there has no captures.
     *
     * @throws IOException where it cannot be read
     */
    public static KeptCaptures open(Path directory) throws IOException {
        var captures = new KeptCaptures(directory, files(directory));
        captures.readWhatIsNotIndexed();
        return captures;
    }

    /** The WARC files of the folder with their lengths. */
    static Map<String, Long> files(Path directory) throws IOException {
        var lengths = new HashMap<String, Long>();
        if (Files.isDirectory(directory)) {
            try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
                for (var file : files) {
                    if (Files.isRegularFile(file)) {
                        lengths.put(file.getFileName().toString(), Files.size(file));
                    }
                }
            }
        }
        return lengths;
    }

    private void readWhatIsNotIndexed() throws IOException {
        var indexed = index.reach();
        for (var name : new TreeSet<>(files.keySet())) {
            var known = indexed.getOrDefault(name, 0L);
            try (var file = FileSlice.of(directory.resolve(name))) {
                var from = known <= file.length() ? known : 0;
                var scan = WarcScan.from(from, file, name, this::remember);
                soundEnds.put(name, scan.soundEnd());
                scan.damage().forEach(part -> problems.add(name + ": " + part.text()));
            }
        }
    }

    private void remember(IndexedCapture capture) {
        unindexed.computeIfAbsent(capture.key(), key -> new ArrayList<>()).add(capture);
    }

    /** One sentence for each part of a file that cannot be read, as far as that was found when the folder was opened. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** All captures of an address, and of those that differ from it in scheme, {@code www} or case only; oldest first. */
    public List<IndexedCapture> of(String url) throws IOException {
        var key = Surt.of(url);
        var found = new ArrayList<>(unindexed.getOrDefault(key, List.of()));
        index.of(key).stream().filter(this::isThere).forEach(found::add);
        found.sort(BY_TIME);
        return found;
    }

    /** The capture nearest to a time; one of exactly this address goes before others. */
    public Optional<IndexedCapture> nearest(String url, Instant time) throws IOException {
        return of(url).stream()
                .min(Comparator.<IndexedCapture, Boolean>comparing(
                                capture -> !capture.url().equals(url))
                        .thenComparing(
                                capture -> Duration.between(capture.at(), time).abs()));
    }

    /** All captures, each once, in the order of a CDXJ index: by address, then time. */
    public void forEach(Consumer<IndexedCapture> use) throws IOException {
        var more = unindexed.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(IndexedCapture::line, SortedIndex.BY_BYTES))
                .collect(Collectors.toCollection(ArrayDeque::new));
        index.forEach(capture -> {
            while (!more.isEmpty()
                    && SortedIndex.BY_BYTES.compare(more.getFirst().line(), capture.line()) < 0) {
                use.accept(more.removeFirst());
            }
            if (isThere(capture)) {
                use.accept(capture);
            }
        });
        more.forEach(use);
    }

    /**
     * Tells the media type of any capture, for a revisit that of what it refers to. Holds what is revisited in memory, in
     * the order of 100 bytes each.
     */
    public Function<IndexedCapture, String> mediaTypes() throws IOException {
        var ofRevisited = new HashMap<String, String>();
        forEach(capture -> {
            if (capture.isRevisit()) {
                ofRevisited.put(capture.digest(), capture.mime());
            }
        });
        forEach(capture -> {
            if (!capture.isRevisit()) {
                ofRevisited.computeIfPresent(capture.digest(), (digest, type) -> capture.mime());
            }
        });
        return capture ->
                capture.isRevisit() ? ofRevisited.getOrDefault(capture.digest(), capture.mime()) : capture.mime();
    }

    /** The WARC files, each with its length up to the last whole record. */
    public SortedMap<Path, Long> soundFiles() {
        var sound = new TreeMap<Path, Long>();
        files.forEach((name, length) -> sound.put(directory.resolve(name), soundEnds.getOrDefault(name, length)));
        return sound;
    }

    private boolean isThere(IndexedCapture capture) {
        var length = files.get(capture.file());
        return length != null && capture.end() <= length;
    }

    /**
     * Reads a capture; for a revisit the body is that of the capture that it refers to.
     *
     * @throws IOException where the record, or the one that it refers to, cannot be read
     */
    public KeptPage read(IndexedCapture capture) throws IOException {
        if (!isThere(capture)) {
            throw new IOException(capture.file() + " does not hold the capture of " + capture.url());
        }
        var read = StoredResponse.read(directory, capture);
        if (read.refersTo().isEmpty()) {
            return read.page();
        }
        var whole = original(capture, read.refersTo().get());
        return read.with(StoredResponse.read(directory, whole).page());
    }

    private IndexedCapture original(IndexedCapture revisit, StoredResponse.Reference reference) throws IOException {
        return of(reference.url()).stream()
                .filter(capture -> !capture.isRevisit() && capture.digest().equals(revisit.digest()))
                .min(Comparator.comparing(capture ->
                        Duration.between(capture.at(), reference.at()).abs()))
                .orElseThrow(() -> new IOException("the capture of " + reference.url() + " at " + reference.at()
                        + " that this one refers to is not in the archive"));
    }
}
