package ibid.archive.fake;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a Memento archive says of its copies (RFC 7089): TimeMaps below {@code /timemap/link/}, in parts where they are long, and
 * MemGator's below {@code /timemap/json/}; a TimeGate that leads on below {@code /timegate/}, and one that shows the copy itself
 * below {@code /coll/}, as pywb does.
 */
final class FakeTimeMap {
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final FakeIndex index;
    private final String base;
    private final int rowsOfAPart;

    /** @param base scheme, host and port at which the archive is reached */
    FakeTimeMap(FakeIndex index, String base, int rowsOfAPart) {
        this.index = index;
        this.base = base;
        this.rowsOfAPart = rowsOfAPart;
    }

    static boolean serves(String target) {
        return target.startsWith("/timemap/") || target.startsWith("/timegate/") || target.startsWith("/coll/");
    }

    FakeReply answer(String target) {
        var url = target.substring(target.indexOf("http"));
        var rows = index.captures(url);
        if (rows.isEmpty()) {
            return FakeReply.text(404, "no mementos");
        }
        if (target.startsWith("/timegate/") || target.startsWith("/coll/")) {
            return gate(target, url, rows);
        }
        if (target.startsWith("/timemap/json/")) {
            return json(url, rows);
        }
        var part = target.substring("/timemap/link/".length(), target.indexOf("http"));
        if (rows.size() <= rowsOfAPart || !part.isEmpty()) {
            var start = part.isEmpty() ? 0 : Integer.parseInt(part.replace("/", ""));
            return links(url, rows.subList(start, Math.min(rows.size(), start + rowsOfAPart)));
        }
        return parts(url, rows);
    }

    private FakeReply gate(String target, String url, List<FakeCapture> rows) {
        var newest = rows.get(rows.size() - 1);
        var copy = base + "/web/" + newest.timestamp() + "/" + url;
        var link = "<" + url + ">; rel=\"original\", <" + base + "/timemap/link/" + url
                + ">; rel=\"timemap\"; type=\"application/link-format\"";
        return target.startsWith("/coll/")
                ? FakeReply.html(200, "<title>The copy itself</title>")
                        .with("Link", link)
                        .with("Memento-Datetime", date(newest))
                        .with("Content-Location", copy)
                : FakeReply.html(302, "")
                        .with("Location", copy)
                        .with("Link", link)
                        .with("Vary", "accept-datetime");
    }

    private FakeReply links(String url, List<FakeCapture> rows) {
        var lines = new ArrayList<String>();
        lines.add("<" + url + ">; rel=\"original\"");
        lines.add("<" + base + "/timemap/link/" + url + ">;rel=\"self\";type=\"application/link-format\";from=\""
                + date(rows.get(0)) + "\"");
        lines.add("<" + base + "/timegate/" + url + ">; rel=\"timegate\"");
        rows.forEach(row -> lines.add("<" + base + "/web/" + row.timestamp() + "/" + row.original() + ">; rel=\""
                + (row.equals(rows.get(0)) ? "first memento" : "memento") + "\"; datetime=\"" + date(row) + "\""));
        return FakeReply.of(200, "application/link-format", String.join(",\n", lines) + "\n");
    }

    private FakeReply parts(String url, List<FakeCapture> rows) {
        var lines = new ArrayList<String>();
        lines.add("<" + url + ">;rel=\"original\"");
        for (var start = 0; start < rows.size(); start += rowsOfAPart) {
            var last = rows.get(Math.min(rows.size(), start + rowsOfAPart) - 1);
            lines.add("<" + base + "/timemap/link/" + start + "/" + url
                    + ">; rel=\"timemap\"; type=\"application/link-format\"; from=\"" + date(rows.get(start))
                    + "\"; until=\"" + date(last) + "\"");
        }
        return FakeReply.of(200, "application/link-format", String.join(",", lines));
    }

    private FakeReply json(String url, List<FakeCapture> rows) {
        var list = rows.stream()
                .sorted(Comparator.comparing(FakeCapture::timestamp).reversed())
                .map(row -> "{\"datetime\":\"" + time(row).toInstant(ZoneOffset.UTC) + "\",\"uri\":\"" + base + "/web/"
                        + row.timestamp() + "/" + row.original() + "\"}")
                .toList();
        return FakeReply.json(
                200,
                "{\"original_uri\":\"" + url + "\",\"mementos\":{\"list\":[" + String.join(",", list)
                        + "],\"first\":{}},\"timegate_uri\":\"" + base + "/timegate/" + url + "\"}");
    }

    private static LocalDateTime time(FakeCapture row) {
        return LocalDateTime.parse(row.timestamp(), DIGITS);
    }

    private static String date(FakeCapture row) {
        return HTTP_DATE.format(time(row));
    }
}
