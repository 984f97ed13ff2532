package ibid.archive.warc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A CDXJ file, sorted by bytes, searched and merged where it lies: it is never in memory as a whole.
 *
 * <p>Without the file it is empty. Whatever changes it writes it anew beside and then puts it in its place.
 */
public final class SortedIndex {
    private static final int LONGEST_LINE = 1 << 20;

    /** Bytes that are read in a row rather than halved again. */
    private static final int FEW = 1 << 12;

    /** The order of an index: by the bytes of its lines. */
    static final Comparator<String> BY_BYTES =
            (one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));

    private final Path file;

    public SortedIndex(Path file) {
        this.file = file;
    }

    /** All captures, in order; what is no line of an index is left out. */
    public void forEach(Consumer<IndexedCapture> use) throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), UTF_8))) {
            for (var next = next(lines); next.isPresent(); next = next(lines)) {
                use.accept(next.get());
            }
        }
    }

    /** For each WARC file how far the index knows it: the offset behind its last capture. */
    Map<String, Long> reach() throws IOException {
        var reach = new HashMap<String, Long>();
        forEach(capture -> reach.merge(capture.file(), capture.end(), Math::max));
        return reach;
    }

    private static Optional<IndexedCapture> next(BufferedReader lines) throws IOException {
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var capture = IndexedCapture.parse(line);
            if (capture.isPresent()) {
                return capture;
            }
        }
        return Optional.empty();
    }

    /** The captures of one key, oldest first. */
    public List<IndexedCapture> of(String key) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (var bytes = FileSlice.of(file)) {
            return of((key + " ").getBytes(UTF_8), bytes);
        }
    }

    private static List<IndexedCapture> of(byte[] prefix, FileSlice bytes) throws IOException {
        var found = new ArrayList<IndexedCapture>();
        for (var at = firstAtOrAfter(prefix, bytes); at < bytes.length(); ) {
            var line = lineAt(at, bytes);
            if (line.length < prefix.length || !Arrays.equals(line, 0, prefix.length, prefix, 0, prefix.length)) {
                break;
            }
            IndexedCapture.parse(new String(line, UTF_8)).ifPresent(found::add);
            at += line.length + 1;
        }
        return found;
    }

    /** Offset of the first line that is not smaller than the prefix. */
    private static long firstAtOrAfter(byte[] prefix, FileSlice bytes) throws IOException {
        var low = 0L; // always begins a line; every line before it is smaller
        for (var high = bytes.length(); high - low > FEW; ) {
            var middle = (low + high) >>> 1;
            var start = middle + lineAt(middle, bytes).length + 1;
            if (start < high && Arrays.compareUnsigned(lineAt(start, bytes), prefix) < 0) {
                low = start;
            } else {
                high = middle;
            }
        }
        while (low < bytes.length()) {
            var line = lineAt(low, bytes);
            if (Arrays.compareUnsigned(line, prefix) >= 0) {
                return low;
            }
            low += line.length + 1;
        }
        return low;
    }

    /** What stands from an offset to the end of its line. */
    private static byte[] lineAt(long offset, FileSlice bytes) throws IOException {
        for (var size = 1 << 10; size <= LONGEST_LINE; size *= 4) {
            var window = new byte[size];
            var count = bytes.read(offset, window);
            for (var i = 0; i < count; i++) {
                if (window[i] == '\n') {
                    return Arrays.copyOf(window, i);
                }
            }
            if (offset + count >= bytes.length()) {
                return Arrays.copyOf(window, Math.max(0, count));
            }
        }
        throw new IOException("a line of the index is longer than " + LONGEST_LINE + " bytes");
    }

    /**
     * Adds captures and forgets those that are gone.
     *
     * @param isThere whether the file of a capture that the index has is there, and long enough
     */
    public void merge(List<IndexedCapture> more, Predicate<IndexedCapture> isThere) throws IOException {
        var beside = file.resolveSibling(file.getFileName() + ".new");
        try (var out = Files.newBufferedWriter(beside)) {
            var writer = new Merging(
                    out,
                    more.stream().map(IndexedCapture::line).sorted(BY_BYTES).toList());
            forEach(capture -> {
                if (isThere.test(capture)) {
                    writer.accept(capture.line());
                }
            });
            writer.rest();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Two rows of lines in order become one, where each line stands once. */
    private static final class Merging {
        private final Writer out;
        private final List<String> more;
        private int next;
        private String last = "";

        Merging(Writer out, List<String> more) {
            this.out = out;
            this.more = more;
        }

        void accept(String line) {
            while (next < more.size() && BY_BYTES.compare(more.get(next), line) < 0) {
                write(more.get(next++));
            }
            write(line);
        }

        void rest() {
            more.subList(next, more.size()).forEach(this::write);
        }

        private void write(String line) {
            if (line.equals(last)) {
                return;
            }
            try {
                out.write(line);
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            last = line;
        }
    }
}
