package ibid.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import ibid.web.Body;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * A site on loopback whose 30 pages are built in the ways that pages are: images, {@code srcset}, styles that import styles, inline
 * styles, icons, a font, scripts, frames, a base, old encodings, gzip, brotli, redirects, a PDF, and a page that is not there.
 */
final class SampleSite implements AutoCloseable {
    private static final int PLAIN_PAGES = 19;

    private static final String LEAKS = """
            <!doctype html><title>Leaking</title>
            <link rel=dns-prefetch href=//dns.leak.example><link rel=preconnect href=http://pre.leak.example>
            <link rel=prefetch href=http://fetch.leak.example/><link rel=stylesheet href=http://style.leak.example/>
            <img src=http://image.leak.example/><h1>Leaking</h1>
            <script>
              const tried = (leak) => { try { const told = leak(); if (told && told.catch) told.catch(() => {}); } catch (e) {} };
              for (const to of ["http://leak.example/", "SITE/escaped/"]) {
                tried(() => { new Image().src = to + "image"; });
                tried(() => fetch(to + "fetch", {mode: "no-cors"}));
                tried(() => navigator.sendBeacon(to + "beacon", "x"));
                tried(() => new WebSocket(to.replace("http", "ws") + "socket"));
                tried(() => new EventSource(to + "events"));
                tried(() => new Worker(to + "worker"));
                tried(() => import(to + "module"));
                tried(() => open(to + "window"));
                tried(() => { document.body.insertAdjacentHTML("beforeend", `<iframe src="${to}frame"></iframe>`
                    + `<object data="${to}object"></object><video src="${to}video"></video><form id=f action="${to}form"></form>`
                    + `<style>@import "${to}import"; @font-face{font-family:x;src:url("${to}font")} h1{font-family:x}</style>`
                    + `<a id=a ping="${to}ping" href="#">a</a><a id=b target=_blank href="${to}blank">b</a><a id=c href="${to}link">c</a>`); });
                tried(() => document.querySelector("#f").submit());
                tried(() => ["a", "b", "c"].forEach((id) => document.getElementById(id).click()));
                tried(() => { top.location = to + "top"; });
                tried(() => { parent.postMessage({ibid: to + "told"}, "*"); });
                tried(() => { new RTCPeerConnection({iceServers: [{urls: "stun:127.0.0.1:9"}]}).createOffer(); });
                setTimeout(() => tried(() => { location = to + "location"; }), 100);
              }
            </script>
            """;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Map<String, Answered> answers = new HashMap<>();
    private final List<String> pages = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    private record Answered(int status, List<String> headers, Body body) {}

    SampleSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        addParts();
        IntStream.range(0, PLAIN_PAGES).forEach(i -> page("/page/" + i, plain(i)));
        addPacked();
        addOthers();
        addBuilt();
        put("/leaking", 200, LEAKS.replace("SITE", base()).getBytes(UTF_8), "Content-Type", "text/html");
    }

    /** Paths that were asked since this was asked last. */
    List<String> asked() {
        synchronized (asked) {
            var all = List.copyOf(asked);
            asked.clear();
            return all;
        }
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A page that goes elsewhere in every way that is known to us. */
    String leaking() {
        return base() + "/leaking";
    }

    /** Addresses of the pages. */
    List<String> pages() {
        return pages.stream().map(path -> base() + path).toList();
    }

    private void addParts() throws IOException {
        put(
                "/style/main.css",
                200,
                "@import \"more/second.css\";\nbody{margin:2em;background:url(../image/tile.png)}h1{color:#824}"
                        .getBytes(UTF_8),
                "Content-Type",
                "text/css");
        put(
                "/style/more/second.css",
                200,
                "h1{border-bottom:9px solid}.box{width:300px;height:120px;background:url('../../image/box.png')}"
                        .getBytes(UTF_8),
                "Content-Type",
                "text/css; charset=utf-8");
        put(
                "/script/add.js",
                200,
                "localStorage.setItem('seen', 'yes'); document.cookie = 'a=b; path=/';document.querySelector('h1').insertAdjacentHTML('afterend','<p class=box>Added \u00fc')"
                        .getBytes(UTF_8),
                "Content-Type",
                "text/javascript");
        var hue = 0;
        for (var name : List.of("tile", "box", "one", "two", "wide", "poster", "drawn")) {
            put("/image/" + name + ".png", 200, image(hue++), "Content-Type", "image/png");
        }
        put("/font/own.ttf", 200, font(), "Content-Type", "font/ttf");
        put("/favicon.ico", 200, image(7), "Content-Type", "image/png");
        put("/moved-image", 302, new byte[0], "Location", "/image/two.png");
    }

    private static String plain(int number) {
        return head("Page " + number)
                + "<h1>Page " + number + "</h1>\n<p class=box>" + "Words ".repeat(10 + number * 3)
                + "<p><img src='../image/one.png' alt> <img src=/moved-image alt> <img src=/image/none.png alt='not there'>"
                + "<p><a href='" + (number + 1) % PLAIN_PAGES + "'>The next page</a>";
    }

    private static String head(String title) {
        return "<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>" + title + "</title>\n"
                + "<link rel='icon' href='/favicon.ico'><link rel=stylesheet href='/style/main.css'></head><body>\n";
    }

    private void addPacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(plain(98).getBytes(UTF_8));
        }
        page("/page/gzip");
        put("/page/gzip", 200, packed.toByteArray(), "Content-Type", "text/html", "Content-Encoding", "gzip");
        page("/page/brotli");
        put(
                "/page/brotli",
                200,
                brotli(plain(99).getBytes(UTF_8)),
                "Content-Type",
                "text/html",
                "Content-Encoding",
                "br");
    }

    /** One block that is not compressed, and an empty last one (RFC 7932 section 9.2). */
    private static byte[] brotli(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        var head = (bytes.length - 1) << 4 | 1 << 20;
        packed.write(head);
        packed.write(head >> 8);
        packed.write(head >> 16);
        packed.writeBytes(bytes);
        packed.write(3);
        return packed.toByteArray();
    }

    private void addOthers() throws IOException {
        page("/old");
        put("/old", 301, new byte[0], "Location", "/older?x=1&y=2");
        put("/older?x=1&y=2", 302, new byte[0], "Location", base() + "/page/3");
        page("/gone");
        put(
                "/gone",
                404,
                (head("Gone") + "<h1>Gone</h1><p class=box>Not here").getBytes(UTF_8),
                "Content-Type",
                "text/html");
        page("/latin");
        put(
                "/latin",
                200,
                "<title>Gr\u00fc\u00dfe</title><p style='font-size:80px'>\u00dcber \u20ac \u201cGr\u00fc\u00dfe\u201d"
                        .getBytes("windows-1252"),
                "Content-Type",
                "text/html; charset=iso-8859-1");
        page("/paper.pdf");
        put("/paper.pdf", 200, pdf(), "Content-Type", "application/pdf");
    }

    private void addBuilt() {
        page(
                "/built/script",
                head("Script")
                        + "<h1>Script</h1><script src=/script/add.js integrity='' crossorigin=anonymous></script>");
        page(
                "/built/based",
                "<!doctype html><base href='" + base()
                        + "/image/'><title>Base</title><body style=\"background:url('tile.png')\">"
                        + "<img srcset='two.png 1x, wide.png 2x' src=one.png><picture><source srcset=wide.png><img src=one.png></picture>");
        page(
                "/built/framed",
                "<title>Frames</title><body bgcolor=#ccddee background=/image/tile.png><iframe src='/page/1' width=700 height=300></iframe>"
                        + "<svg width=90 height=90><image href='/image/drawn.png' width=90 height=90 /></svg><video poster=/image/poster.png width=90 height=90></video>");
        page(
                "/built/font",
                "<!doctype html><title>Font</title><style>@font-face{font-family:Own;src:url(/font/own.ttf)}"
                        + "p{font:150px/1 Own,monospace}</style><p>Written in a font");
        page(
                "/built/strict",
                "<!doctype html><meta http-equiv=Content-Security-Policy content=\"default-src 'self' "
                        + base() + "\"><title>Strict</title><link rel=stylesheet href='" + base()
                        + "/style/main.css'><h1>Strict</h1><p class=box>"
                        + "<a target=_blank href='" + base() + "/page/2'>Elsewhere</a>");
    }

    private void page(String path) {
        pages.add(path);
    }

    private void page(String path, String html) {
        page(path);
        put(path, 200, html.getBytes(UTF_8), "Content-Type", "text/html;charset=utf-8");
    }

    private void put(String path, int status, byte[] body, String... headers) {
        answers.put(path, new Answered(status, List.of(headers), new Body(body)));
    }

    private static byte[] image(int hue) throws IOException {
        var image = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < image.getWidth(); x++) {
            for (var y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, Color.HSBtoRGB(hue / 8f, x / 120f, 1 - y / 180f));
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    /** One that PDFBox brings along. */
    private static byte[] font() throws IOException {
        try (var in =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static byte[] pdf() throws IOException {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.setNonStrokingColor(Color.ORANGE);
                content.addRect(100, 500, 300, 200);
                content.fill();
            }
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            synchronized (asked) {
                asked.add(exchange.getRequestURI().toString());
            }
            var found = answers.getOrDefault(
                    exchange.getRequestURI().toString(),
                    new Answered(404, List.of("Content-Type", "text/plain"), Body.EMPTY));
            for (var i = 0; i < found.headers().size(); i += 2) {
                exchange.getResponseHeaders()
                        .set(found.headers().get(i), found.headers().get(i + 1));
            }
            var body = found.body().bytes();
            var isHead = exchange.getRequestMethod().toLowerCase(Locale.ROOT).equals("head");
            exchange.sendResponseHeaders(found.status(), isHead || body.length == 0 ? -1 : body.length);
            if (!isHead && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
