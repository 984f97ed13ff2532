package ibid.archive;

import ibid.url.Url;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an archive shows its copies.
 *
 * @param base what the time stands behind, such as {@code https://web.archive.org/web/}
 */
public record Replay(String base) {
    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Of a Wayback-compatible archive with this base address. */
    public static Replay of(String wayback) {
        return new Replay(wayback + "/web/");
    }

    /** pywb shows a collection beside its index: {@code /COLL/cdx}, {@code /COLL-cdx}; others show nothing that is known. */
    static Optional<Replay> beside(String index) {
        return Url.parse(index)
                .filter(url -> url.query().isEmpty() && url.path().matches(".+[/-]cdx"))
                .map(url -> new Replay(index.substring(0, index.length() - "/cdx".length()) + "/"));
    }

    /** The copy as people see it; the original address is appended as it is (RFC 7089 leaves the form to archives). */
    public String shown(String original, Instant at) {
        return base + digits(at) + "/" + original;
    }

    /** The copy as it was captured, without the archive's own links and bars. */
    String asCaptured(String original, Instant at) {
        return base + digits(at) + "id_/" + original;
    }

    /** A moment as 14 digits. */
    static String digits(Instant at) {
        return DIGITS.format(at);
    }
}
