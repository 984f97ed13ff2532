package ibid.url;

import ibid.url.TableRows.Row;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells the addresses of archived copies, and what they say of the original.
 *
 * <p>A copy is a source of its own: it is asked as it stands. Rows of {@code archives.tsv}; other archives are told by the
 * form that most have, {@code /<14 digits>/<address>}.
 */
public final class ArchivedCopies {
    /** Copies of copies of copies are nobody's source. */
    private static final int MOST_LAYERS = 5;

    /** What stands before the address: a time, perhaps with a flag such as {@code id_}, or a word or sign for one. */
    private static final Pattern TIME =
            Pattern.compile("^(?:(\\d{1,14}|\\d{4}\\.\\d\\d\\.\\d\\d-\\d{6})(?:[a-z]{2}_|\\*)?|newest|oldest|[*+])/");

    private static final Pattern ANYWHERE =
            Pattern.compile("^(?:/[^/]{1,80}){0,4}/(\\d{14})(?:[a-z]{2}_)?/(?=https?:/)", Pattern.CASE_INSENSITIVE);

    private static final HostTable<ArchiveRow> ARCHIVES = archives();

    private ArchivedCopies() {}

    private enum Form {
        /** Time and address follow the beginning of the path, or the address alone: the newest copy. */
        ANY,
        /** The same behind a segment that names a collection or the copy. */
        COLLECTION,
        /** The parameters {@code url} and {@code date}. */
        QUERY,
        /** A short name that only the archive itself can read. */
        TOKEN
    }

    private record ArchiveRow(String name, PathPattern path, Form form) {
        static ArchiveRow of(Row row) {
            var form = Form.valueOf(row.cell("form").toUpperCase(Locale.ROOT));
            return new ArchiveRow(row.cell("name"), new PathPattern(row.cell("path")), form);
        }
    }

    /** What the address says of the copy; empty where it is none, or does not name its original. */
    public static Optional<ArchivedCopy> of(Url url) {
        return ARCHIVES.of(url.host()).stream()
                .filter(row -> row.path().matches(url.path()))
                .flatMap(row -> copy(row, url).stream())
                .findFirst()
                .or(() -> anywhere(url));
    }

    /** The name of the archive in which this is a copy, also where the address hides its original. */
    public static Optional<String> archive(Url url) {
        return of(url).map(ArchivedCopy::archive)
                .or(() -> ARCHIVES.of(url.host()).stream()
                        .filter(row -> row.form() == Form.TOKEN && row.path().matches(url.path()))
                        .filter(row -> url.path().length() > row.path().prefix().length())
                        .map(ArchiveRow::name)
                        .findFirst());
    }

    /** The original of a copy, of a copy of a copy and so on; what is no copy is its own original. */
    public static Url original(Url url) {
        var original = url;
        for (var layer = 0; layer < MOST_LAYERS; layer++) {
            var copy = of(original);
            if (copy.isEmpty()) {
                return original;
            }
            original = copy.get().original();
        }
        return original;
    }

    private static Optional<ArchivedCopy> copy(ArchiveRow row, Url url) {
        return switch (row.form()) {
            case TOKEN -> Optional.empty();
            case QUERY ->
                InnerAddress.of(UrlParts.parameter(url, "url")
                                .flatMap(PercentEncoding::decodedAscii)
                                .orElse(""))
                        .map(inner -> new ArchivedCopy(
                                row.name(), UrlParts.parameter(url, "date").flatMap(CaptureTime::iso), inner.url()));
            case ANY ->
                timed(row.name(), UrlParts.after(url, row.path().prefix().length()));
            case COLLECTION -> {
                var rest = UrlParts.after(url, row.path().prefix().length());
                yield timed(row.name(), rest.substring(rest.indexOf('/') + 1));
            }
        };
    }

    private static Optional<ArchivedCopy> timed(String archive, String rest) {
        var time = TIME.matcher(rest);
        return time.find()
                ? copy(archive, time, rest.substring(time.end()))
                : InnerAddress.of(rest).map(inner -> new ArchivedCopy(archive, Optional.empty(), inner.url()));
    }

    private static Optional<ArchivedCopy> anywhere(Url url) {
        var time = ANYWHERE.matcher(url.path());
        return time.find() ? copy(url.host(), time, UrlParts.after(url, time.end())) : Optional.empty();
    }

    private static Optional<ArchivedCopy> copy(String archive, Matcher time, String rest) {
        var digits = Optional.ofNullable(time.group(1));
        // Behind a time a host needs no slash to be told from a file.
        return InnerAddress.of(rest.indexOf('/') < 0 ? rest + "/" : rest)
                .map(inner -> new ArchivedCopy(archive, digits.flatMap(CaptureTime::iso), inner.url()));
    }

    private static HostTable<ArchiveRow> archives() {
        var table = new HostTable<ArchiveRow>();
        for (var row : TableRows.of("archives.tsv")) {
            row.words("hosts").forEach(host -> table.add(host, ArchiveRow.of(row)));
        }
        return table;
    }
}
