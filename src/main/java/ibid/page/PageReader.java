package ibid.page;

import ibid.page.Page.Mark;
import ibid.page.Page.Sign;
import ibid.url.Url;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads a body into a {@link Page}. It keeps no state between pages and may be used by many threads. */
public final class PageReader {
    /** Most bytes of a decoded body that are read; the head of a page stands at its start. */
    public static final int MOST_BYTES = 512 << 10;

    /** Longest title given, in UTF-16 code units. */
    public static final int LONGEST_TITLE = 500;

    /** Longest canonical address given, in UTF-16 code units. */
    private static final int LONGEST_CANONICAL = 16_384;

    /** Elements nested deeper are flattened by the parser. */
    private static final int DEEPEST = 256;

    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s;\"']{1,40})");

    private final WallMarks walls = WallMarks.load();
    private final LoginWords login = LoginWords.load();
    private final DeadMarks dead = DeadMarks.load();

    /**
     * Reads a body that came with status 200.
     *
     * @param body content coding undone; what lies beyond {@link #MOST_BYTES} is not read
     * @param contentType value of the {@code Content-Type} header; without one the body itself decides
     */
    public Page read(byte[] body, Optional<String> contentType, List<PageHeader> headers) {
        return read(body, contentType, headers, 200);
    }

    /** Reads a body that came with this HTTP status: some marks are those of a wall only where access was refused. */
    public Page read(byte[] body, Optional<String> contentType, List<PageHeader> headers, int status) {
        var document = isHtml(body, contentType) ? parsed(body, contentType) : Optional.<Document>empty();
        var title = document.flatMap(PageReader::title);
        var content = document.map(found -> PageContentReader.read(found, body.length <= MOST_BYTES))
                .orElseGet(() -> PlainContent.read(body, contentType));
        var marks = new ArrayList<Mark>();
        walls.firstOn(status, headers, title.orElse(""), body)
                .ifPresent(why -> marks.add(new Mark(Sign.BOT_WALL, why)));
        if (title.isPresent() && document.isPresent() && asksForLogin(document.get(), title.get())) {
            marks.add(new Mark(Sign.LOGIN, "the page is titled \"" + title.get() + "\" and asks for a password"));
        }
        marks.addAll(
                document.map(found -> dead.on(found, title.orElse(""), content)).orElseGet(() -> dead.onText(content)));
        return new Page(
                title,
                document.flatMap(Byline::author),
                document.flatMap(Byline::published),
                marks,
                refresh(headers, document),
                document.flatMap(PageReader::canonical),
                content);
    }

    /** The main text of a body; nothing of what is no HTML. */
    public static MainText mainText(byte[] body, Optional<String> contentType) {
        return (isHtml(body, contentType) ? parsed(body, contentType) : Optional.<Document>empty())
                .map(document -> MainTextReader.read(document, body.length < MOST_BYTES))
                .orElse(MainText.NONE);
    }

    private boolean asksForLogin(Document document, String title) {
        return login.titles(title) && document.selectFirst("input[type=password]") != null;
    }

    private static Optional<Refresh> refresh(List<PageHeader> headers, Optional<Document> document) {
        var order = headers.stream()
                .filter(h -> h.name().equalsIgnoreCase("refresh"))
                .map(h -> Refresh.parse(h.value()))
                .flatMap(Optional::stream)
                .findFirst();
        return order.isPresent() ? order : document.flatMap(PageReader::metaRefresh);
    }

    private static Optional<Refresh> metaRefresh(Document document) {
        for (var meta : document.select("meta[http-equiv=refresh]")) {
            // A browser that runs scripts does not read what is meant for one that does not.
            if (meta.closest("noscript") == null) {
                return Refresh.parse(meta.attr("content")).map(found -> based(found, document));
            }
        }
        return Optional.empty();
    }

    private static Refresh based(Refresh refresh, Document document) {
        var base = document.selectFirst("base[href]");
        return Optional.ofNullable(base)
                .flatMap(b -> Url.parse(b.attr("href")))
                .flatMap(url -> url.resolve(refresh.reference()))
                .map(url -> new Refresh(refresh.seconds(), url.text()))
                .orElse(refresh);
    }

    private static Optional<String> title(Document document) {
        return document.select("title").stream()
                .filter(found -> found.closest("svg") == null)
                .findFirst()
                .map(Element::text)
                .map(PageReader::folded)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> canonical(Document document) {
        return document.select("link[rel][href]").stream()
                .filter(link -> Stream.of(link.attr("rel").split("\\s+")).anyMatch("canonical"::equalsIgnoreCase))
                .map(link -> link.attr("href").strip())
                .filter(href -> !href.isEmpty() && href.length() <= LONGEST_CANONICAL)
                .findFirst();
    }

    private static String folded(String text) {
        var folded = new StringBuilder(Math.min(text.length(), LONGEST_TITLE));
        for (var i = 0; i < text.length() && folded.length() < LONGEST_TITLE; ) {
            var c = text.codePointAt(i);
            i += Character.charCount(c);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c)) {
                folded.appendCodePoint(c);
            } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        return folded.toString().strip();
    }

    private static Optional<Document> parsed(byte[] body, Optional<String> contentType) {
        var in = new ByteArrayInputStream(body, 0, Math.min(body.length, MOST_BYTES));
        try {
            return Optional.of(Jsoup.parse(
                    in, charset(contentType), "", Parser.htmlParser().setMaxDepth(DEEPEST)));
        } catch (IOException e) {
            // jsoup gives bytes that are no text at all this way.
            return Optional.empty();
        }
    }

    private static @Nullable String charset(Optional<String> contentType) {
        var match = CHARSET.matcher(contentType.orElse(""));
        try {
            return match.find() && Charset.isSupported(match.group(1)) ? match.group(1) : null;
        } catch (IllegalCharsetNameException e) {
            return null;
        }
    }

    static boolean isHtml(byte[] body, Optional<String> contentType) {
        if (body.length == 0) {
            return false;
        }
        if (contentType.isPresent()) {
            return contentType.get().toLowerCase(Locale.ROOT).contains("html");
        }
        var start =
                new String(body, 0, Math.min(body.length, 1024), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return start.contains("<html") || start.contains("<!doctype html") || start.contains("<title");
    }
}
