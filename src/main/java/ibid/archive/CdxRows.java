package ibid.archive;

import ibid.archive.CaptureListing.Row;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.PercentEncoding;
import ibid.url.Url;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rows that fit a query, whatever the server made of it: each is looked at again, for servers ignore filters, fold the
 * case of addresses, repeat lines and hold rows of addresses that are none.
 */
final class CdxRows {
    private static final int LONGEST_ADDRESS = 16_384;
    private static final Pattern WWW = Pattern.compile("^www\\d*\\.");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DIGITS = Pattern.compile("\\d{14,17}");
    private static final Pattern STATUS = Pattern.compile("[1-9]\\d\\d");

    private final CaptureQuery query;
    private final Optional<Pattern> original;
    private final String wanted;
    private final List<Row> rows = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Integer> places = new HashMap<>();
    private int dropped;
    private int unreadable;

    CdxRows(CaptureQuery query, Url asked) {
        this.query = query;
        this.original = query.original().map(Pattern::compile);
        this.wanted = key(asked);
    }

    /** How many fit so far. */
    int size() {
        return rows.size();
    }

    /** Rows that do not fit, or could not be read. */
    int dropped() {
        return dropped + unreadable;
    }

    /** Rows of which nobody can say whether they fit. */
    int unreadable() {
        return unreadable;
    }

    /** Takes the rows of a page; returns whether any was new, fitting or not. */
    boolean take(List<Map<String, String>> page) {
        var fresh = false;
        for (var cells : page) {
            fresh |= take(cells);
        }
        return fresh;
    }

    /** Rows that could not even be told apart. */
    void drop(int count) {
        unreadable += count;
    }

    private boolean take(Map<String, String> cells) {
        var address = cells.getOrDefault("original", "");
        var digest = cells.getOrDefault("digest", "-");
        if (!seen.add(address + ' ' + cells.getOrDefault("timestamp", "") + ' ' + digest)) {
            return false;
        }
        var url = address.length() > LONGEST_ADDRESS ? Optional.<Url>empty() : Url.parse(address);
        var at = time(cells.getOrDefault("timestamp", ""));
        if (url.isEmpty() || at.isEmpty() || !fits(url.get(), address)) {
            dropped++;
            return true;
        }
        pick(
                new Row(
                        address,
                        at.get(),
                        status(cells.getOrDefault("statuscode", "-")),
                        cells.getOrDefault("mimetype", "-"),
                        digest),
                url.get());
        return true;
    }

    /** Takes what was read before, of a list that is wider than this query. */
    void pick(List<Row> listed) {
        for (var row : listed) {
            Url.parse(row.original()).filter(url -> fits(url, row.original())).ifPresent(url -> pick(row, url));
        }
    }

    private void pick(Row row, Url url) {
        if (query.statuses().isEmpty() || row.status().stream().anyMatch(query.statuses()::contains)) {
            add(row, url);
        }
    }

    private void add(Row row, Url url) {
        var key = url.address();
        var place = places.get(key);
        if (!query.onePerAddress() || place == null) {
            places.put(key, rows.size());
            rows.add(row);
        } else if (!isGood(rows.get(place)) && isGood(row)) {
            // An index gives the first capture of an address, which may be of its error page.
            rows.set(place, row);
        }
    }

    private static boolean isGood(Row row) {
        return row.status().stream().anyMatch(status -> status >= 200 && status < 300);
    }

    private boolean fits(Url url, String address) {
        var ofTheKind = switch (query.match()) {
            // Indexes fold the case of a path; on most servers it tells pages apart.
            case EXACT -> key(url).equals(wanted);
            case PREFIX -> key(url).startsWith(wanted);
            case HOST -> bare(url.host()).equals(wanted);
            case DOMAIN -> bare(url.host()).equals(wanted) || url.host().endsWith("." + wanted);
        };
        return ofTheKind
                && original.map(regex -> regex.matcher(address).matches()).orElse(true);
    }

    private String key(Url url) {
        return switch (query.match()) {
            case EXACT -> CanonicalKey.of(url, Level.SOURCE);
            case PREFIX -> prefix(url);
            case HOST, DOMAIN -> bare(url.host());
        };
    }

    /** What addresses below this one begin with, as indexes compare them. */
    static String prefix(Url url) {
        var port = url.port() == 80 || url.port() == 443 ? "" : ":" + url.port();
        var query = url.query().map(text -> "?" + text).orElse("");
        return PercentEncoding.normalised(bare(url.host()) + port + url.path() + query)
                .toLowerCase(Locale.ROOT);
    }

    /** The host without {@code www.}, which indexes leave out. */
    static String bare(String host) {
        return WWW.matcher(host).replaceFirst("");
    }

    private static OptionalInt status(String cell) {
        return STATUS.matcher(cell).matches() ? OptionalInt.of(Integer.parseInt(cell)) : OptionalInt.empty();
    }

    /** 14 digits; some rows have a 00 too many before month or day, which pushed the seconds out. */
    private static Optional<Instant> time(String cell) {
        if (!DIGITS.matcher(cell).matches()) {
            return Optional.empty();
        }
        var digits = cell.substring(0, 14);
        return parsed(digits).or(() -> withoutZeros(digits, 4)).or(() -> withoutZeros(digits, 6));
    }

    private static Optional<Instant> withoutZeros(String digits, int at) {
        return digits.startsWith("00", at)
                ? parsed(digits.substring(0, at) + digits.substring(at + 2) + "00")
                : Optional.empty();
    }

    private static Optional<Instant> parsed(String digits) {
        try {
            return Optional.of(LocalDateTime.parse(digits, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** All that fit: near the wanted date first where there is one, else in the order of the index, the newest last. */
    List<Row> rows() {
        var sorted = new ArrayList<>(rows);
        query.closest()
                .flatMap(CdxRows::time)
                .ifPresent(date -> sorted.sort(Comparator.comparing(
                        row -> Duration.between(date, row.at()).abs())));
        if (query.limit() < 0) {
            sorted.sort(Comparator.comparing(Row::at));
        }
        var most = Math.min(sorted.size(), Math.abs(query.limit()));
        return query.limit() < 0 ? sorted.subList(sorted.size() - most, sorted.size()) : sorted.subList(0, most);
    }
}
