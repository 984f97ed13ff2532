package ibid.page;

import ibid.page.Page.Mark;
import ibid.page.Page.Sign;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** By what a page is known that came with a good status and has nothing of what was cited: rows of {@code dead.tsv}, and words. */
final class DeadMarks {
    /** In UTF-16 code units; a longer page has a subject of its own, and is not judged by what it says in passing. */
    private static final int SHORT = 2000;
    /** What stands in a frame around nothing, such as "Loading" and the name of the site. */
    private static final int HARDLY_ANY = 250;

    private static final Pattern STATUS = Pattern.compile(
            "\"(?:status|statusCode|status_code|code|error_code|errorCode|http_code)\"\\s{0,9}:\\s{0,9}\"?(?:404|410)\\b");
    private static final Pattern SAYS_NOT_FOUND =
            Pattern.compile("(?i)not[ _-]?found|does not exist|no such|NoSuchKey|gone\"");
    private static final Pattern STORAGE = Pattern.compile("<Code>(NoSuchKey|BlobNotFound|NoSuchBucket)</Code>");
    private final List<Row> rows;
    private final AbsenceWords words = AbsenceWords.load();

    private DeadMarks(List<Row> rows) {
        this.rows = rows;
    }

    static DeadMarks load() {
        return new DeadMarks(Marks.rows("dead.tsv").stream().map(Row::of).toList());
    }

    private enum Kind {
        CLASS,
        ID,
        META,
        LOADS,
        INLINE,
        ATTRIBUTE
    }

    private record Row(Sign sign, Kind kind, String text, String whose) {
        static Row of(List<String> row) {
            if (row.size() != 4) {
                throw new IllegalStateException("a row of dead.tsv has four columns, not " + row);
            }
            return new Row(
                    row.get(0).equals("parked") ? Sign.PARKED : Sign.NOT_FOUND_TEMPLATE,
                    Kind.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                    row.get(2),
                    row.get(3));
        }
    }

    /** The marks of a short text that is no page. */
    List<Mark> onText(PageContent content) {
        var text = content.text();
        var marks = new ArrayList<Mark>();
        if (text.isEmpty()) {
            return marks;
        }
        if (STORAGE.matcher(text).find()
                || (STATUS.matcher(text).find() && SAYS_NOT_FOUND.matcher(text).find())) {
            marks.add(new Mark(Sign.NOT_FOUND_TEMPLATE, "the answer is a message that there is nothing (404)"));
        } else if (words.titles(AbsenceWords.Kind.TITLE, text)) {
            marks.add(new Mark(Sign.NOT_FOUND_TITLE, "the answer is nothing but \"" + text + "\""));
            marks.add(new Mark(Sign.NOT_FOUND_WORDS, "the answer is nothing but \"" + text + "\""));
        }
        return marks;
    }

    /** The marks of a page. */
    List<Mark> on(Document document, String title, PageContent content) {
        var marks = new ArrayList<Mark>();
        var elements = MarkedElements.of(document);
        var isShort = content.text().length() <= SHORT;
        rows.stream()
                .filter(row -> isShort || row.sign() != Sign.PARKED)
                .filter(row -> isOn(elements, row))
                .limit(1)
                .forEach(row -> marks.add(new Mark(
                        row.sign(),
                        row.sign() == Sign.PARKED
                                ? "the page is one of " + row.whose() + " for parked domains"
                                : "the page carries the mark \"" + row.text() + "\", by which " + row.whose()
                                        + " tells its page for what is not found")));
        var headings = headings(elements, title);
        titled(Sign.NOT_FOUND_TITLE, AbsenceWords.Kind.TITLE, headings).ifPresent(marks::add);
        words.in(AbsenceWords.Kind.PRIVATE, String.join(" . ", headings) + (isShort ? " . " + content.text() : ""))
                .ifPresent(phrase -> marks.add(new Mark(Sign.MAYBE_PRIVATE, "the page says \"" + phrase + "\"")));
        if (isShort) {
            titled(Sign.DOWN, AbsenceWords.Kind.DOWN, headings).ifPresent(marks::add);
            titled(Sign.CLOSED, AbsenceWords.Kind.CLOSED, headings).ifPresent(marks::add);
            said(Sign.NOT_FOUND_WORDS, AbsenceWords.Kind.SENTENCE, beside(headings, content))
                    .ifPresent(marks::add);
            said(Sign.WITHHELD, AbsenceWords.Kind.WITHHELD, content.text()).ifPresent(marks::add);
            said(Sign.FOR_SALE, AbsenceWords.Kind.SALE, title + " . " + content.text())
                    .ifPresent(marks::add);
        }
        if (isShell(elements, content)) {
            marks.add(new Mark(Sign.SCRIPT_SHELL, "scripts make the page, and without them it is all but empty"));
        }
        return marks;
    }

    private static List<String> headings(MarkedElements elements, String title) {
        var texts = new ArrayList<String>();
        if (!title.isEmpty()) {
            texts.add(title);
        }
        elements.headings().stream().map(Element::text).forEach(texts::add);
        return texts;
    }

    private Optional<Mark> titled(Sign sign, AbsenceWords.Kind kind, List<String> headings) {
        return headings.stream()
                .filter(heading -> words.titles(kind, heading))
                .findFirst()
                .map(heading -> new Mark(sign, "the page calls itself \"" + heading + "\""));
    }

    private Optional<Mark> said(Sign sign, AbsenceWords.Kind kind, String text) {
        return words.in(kind, text).map(phrase -> new Mark(sign, "the page is short and says \"" + phrase + "\""));
    }

    /** What a page says beside its title and headings. */
    private static String beside(List<String> headings, PageContent content) {
        var text = content.text();
        for (var heading : headings) {
            text = text.replace(heading, " . ");
        }
        return text;
    }

    private static boolean isOn(MarkedElements elements, Row row) {
        var text = row.text();
        return switch (row.kind()) {
            case CLASS -> elements.outer().stream().anyMatch(e -> e.hasClass(text));
            case ID -> elements.outer().stream().anyMatch(e -> e.id().equals(text));
            case META -> hasMeta(elements, text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
            case ATTRIBUTE -> elements.outer().stream().anyMatch(e -> e.hasAttr(text));
            case LOADS -> elements.loaded().stream().anyMatch(address -> isFrom(address, text));
            case INLINE -> elements.scripts().stream().anyMatch(script -> script.contains(text));
        };
    }

    private static boolean hasMeta(MarkedElements elements, String name, String content) {
        return elements.metas().stream()
                .anyMatch(meta -> meta.attr("content").strip().equals(content)
                        && (meta.attr("name").equalsIgnoreCase(name)
                                || meta.attr("http-equiv").equalsIgnoreCase(name)));
    }

    /** @param wanted a host, or a host and the start of a path */
    private static boolean isFrom(String address, String wanted) {
        try {
            var uri = new URI(address.strip());
            var host = uri.getHost();
            if (host == null) {
                return false;
            }
            var slash = wanted.indexOf('/');
            var name = slash < 0 ? wanted : wanted.substring(0, slash);
            var lower = host.toLowerCase(Locale.ROOT);
            return (lower.equals(name) || lower.endsWith("." + name))
                    && (slash < 0
                            || Optional.ofNullable(uri.getRawPath())
                                    .filter(path -> path.startsWith(wanted.substring(slash)))
                                    .isPresent());
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    private static boolean isShell(MarkedElements elements, PageContent content) {
        var length = content.text().length();
        return length <= HARDLY_ANY
                && elements.hasScripts()
                && (elements.mounts() || elements.asksForScripts() || length <= HARDLY_ANY / 10);
    }
}
