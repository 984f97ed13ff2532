package ibid.document.office;

import ibid.document.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of a zip package, unpacked one at a time and only as they are read.
 *
 * <p>What sizes the file claims is not believed: packed bytes are unpacked until they end or a limit is hit. Packages inside of
 * the package stay packed.
 */
final class ZipParts {
    static final int MOST_PARTS = 20_000;

    /** Unpacked bytes of all parts together, each time that one is read. */
    static final long MOST_BYTES = 256L << 20;

    /** How many times larger a part may be than it is packed, once it is larger than {@link #SMALL}. */
    static final int MOST_RATIO = 200;

    static final long SMALL = 4L << 20;

    private final byte[] bytes;
    private final Map<String, ZipDirectory.Entry> byName = new LinkedHashMap<>();
    private final Map<String, String> byLowerCase = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long left = MOST_BYTES;

    private ZipParts(byte[] bytes) {
        this.bytes = bytes;
    }

    static ZipParts of(byte[] bytes) {
        var parts = new ZipParts(bytes);
        var directory = ZipDirectory.of(bytes, MOST_PARTS);
        directory.entries().forEach(parts::add);
        if (!directory.isWhole() && !parts.byName.isEmpty()) {
            parts.limit(
                    "The file ends early: its list of parts is missing, and only what is left of them could be read.");
        }
        if (directory.hasMore()) {
            parts.limit(String.format(
                    Locale.ROOT, "It holds more than %,d parts; those behind were not read.", MOST_PARTS));
        }
        return parts;
    }

    private void add(ZipDirectory.Entry entry) {
        if (byName.putIfAbsent(entry.name(), entry) == null) {
            byLowerCase.putIfAbsent(entry.name().toLowerCase(Locale.ROOT), entry.name());
        } else if (problems.stream().noneMatch(p -> p.message().startsWith(entry.name() + " "))) {
            limit(entry.name() + " is in it more than once; the first was read.");
        }
    }

    private void limit(String message) {
        problems.add(Problem.limit(message));
    }

    List<Problem> problems() {
        return problems;
    }

    /** The names of all parts, in the order of the package. */
    Set<String> names() {
        return byName.keySet();
    }

    /** Whether there is such a part; names differ by more than case (ECMA-376 part 2, section 6.2.2.3). */
    boolean has(String name) {
        return entry(name).isPresent();
    }

    private Optional<ZipDirectory.Entry> entry(String name) {
        var exact = byName.get(name);
        return exact != null
                ? Optional.of(exact)
                : Optional.ofNullable(byLowerCase.get(name.toLowerCase(Locale.ROOT)))
                        .map(byName::get);
    }

    /**
     * A part's bytes, which end in a {@link PartException} where a limit is hit or they are damaged.
     *
     * @throws PartException where there is no such part, or it cannot be unpacked
     */
    InputStream open(String name) throws PartException {
        var entry = entry(name).orElseThrow(() -> new PartException("is missing"));
        if (entry.isEncrypted()) {
            throw new PartException("is encrypted with a password");
        }
        if (entry.method() == 0) {
            return new ByteArrayInputStream(bytes, entry.start(), entry.length());
        }
        if (entry.method() != 8) {
            throw new PartException("is packed by a method that is not known (" + entry.method() + ")");
        }
        return new Unpacking(bytes, entry.start(), entry.length(), this::take);
    }

    /** Takes from what may be unpacked in all. */
    private void take(int count) throws PartException {
        left -= count;
        if (left < 0) {
            throw new PartException(String.format(
                    Locale.ROOT, "was read only in part: a package's %,d MiB are read", MOST_BYTES >> 20));
        }
    }
}
