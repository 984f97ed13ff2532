package ibid.serve;

import ibid.archive.warc.IndexedCapture;
import ibid.archive.warc.KeptPage;
import ibid.serve.ReplayAddress.Form;
import ibid.url.Url;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The few pages that the server writes itself. */
final class Pages {
    static final String STYLE = "/serve.css";
    static final String SCRIPT = "/serve.js";

    /**
     * Gives a page without an origin a storage and cookies that end with it: browsers refuse it theirs, and its scripts would end there.
     * It takes itself out of the page, whose styles may count elements.
     */
    static final String STORAGE = """
            <script>document.currentScript.remove(); (() => {
              const storage = () => {
                const held = new Map();
                return {
                  getItem: (key) => held.get(String(key)) ?? null,
                  setItem: (key, value) => { held.set(String(key), String(value)); },
                  removeItem: (key) => { held.delete(String(key)); },
                  clear: () => held.clear(),
                  key: (index) => [...held.keys()][index] ?? null,
                  get length() { return held.size; },
                };
              };
              for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, {value: storage()});
              const cookies = new Map();
              Object.defineProperty(document, "cookie", {
                get: () => [...cookies].map((pair) => pair.join("=")).join("; "),
                set: (text) => { const [name, ...rest] = String(text).split(";")[0].split("="); cookies.set(name.trim(), rest.join("=").trim()); },
              });
            })();</script>
            """.strip();

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Pages() {}

    /** A copy in a frame, under a bar that says what it is. */
    static String frame(ReplayAddress place, KeptPage copy) {
        var at = copy.capture().at();
        // Perhaps it was captured under http and is asked for under https.
        var address = copy.capture().url();
        var shown = escaped(address);
        return page(
                address + " · copy of " + MINUTE.format(at),
                "<body class=\"framed\">\n<p class=\"bar\"><a href=\"/\">Report</a> <a href=\"/copies\">Copies</a>"
                        + " <span>Copy of <time datetime=\"" + at + "\">" + MINUTE.format(at)
                        + "</time> UTC" + remarks(copy) + ":</span> <bdi>"
                        + shown + "</bdi> <a href=\"" + shown
                        + "\" rel=\"noreferrer noopener nofollow\">as it is now</a></p>\n"
                        + "<iframe sandbox=\"allow-scripts\" src=\""
                        + escaped(place.as(Form.CONTENT).path())
                        + "\" data-place=\"" + escaped(place.as(Form.FRAMED).path())
                        + "\" title=\"The copy\"></iframe>\n"
                        + "<script src=\"" + SCRIPT + "\"></script>\n");
    }

    private static String remarks(KeptPage copy) {
        var answered = copy.status() >= 400 ? ", answered with " + copy.status() : "";
        return copy.truncated().isPresent() ? answered + ", not whole" : answered;
    }

    /** What a browser is told that asks for a copy that there is none of. */
    static String missing(Url url) {
        return page(
                "No copy",
                "<body>\n<h1>No copy</h1>\n<p>The archive has no copy of <bdi>" + escaped(url.address())
                        + "</bdi>.\n<p><a href=\"/copies\">Copies</a>\n");
    }

    /** Leads the page around to a copy that cannot be shown inside of a frame. */
    static String outside(ReplayAddress place) {
        return "<!doctype html><meta charset=utf-8><title>Copy</title><p>This copy is no page; it opens by itself."
                + opener(place);
    }

    /** Tells the page around what is shown; it goes there itself, so that its bar says the truth. */
    static String opener(ReplayAddress place) {
        return "<script>document.currentScript.remove();parent.postMessage({ibid:\""
                + place.as(Form.FRAMED).path() + "\"},\"*\")</script>";
    }

    /** @param captures at most {@link Copies#MOST_LISTED} */
    static String list(List<IndexedCapture> captures) {
        var rows = new StringBuilder();
        for (var capture : captures) {
            Url.parse(capture.url())
                    .ifPresent(url -> rows.append("<tr><td><time>")
                            .append(MINUTE.format(capture.at()))
                            .append("</time><td>")
                            .append(capture.status())
                            .append("<td><a href=\"")
                            .append(escaped(new ReplayAddress(capture.at(), Form.FRAMED, url).path()))
                            .append("\"><bdi>")
                            .append(escaped(url.address()))
                            .append("</bdi></a>\n"));
        }
        var cut = captures.size() < Copies.MOST_LISTED ? "" : "<p>The newest " + Copies.MOST_LISTED + " are shown.\n";
        return page(
                "Copies",
                "<body>\n<p><a href=\"/\">Report</a>\n<h1>Copies</h1>\n" + cut
                        + "<table>\n<tr><th>Captured (UTC)<th>Status<th>Address\n" + rows + "</table>\n");
    }

    private static String page(String title, String body) {
        return "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
                + "<title>" + escaped(title) + "</title>\n<link rel=\"stylesheet\" href=\"" + STYLE + "\">\n" + body;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
