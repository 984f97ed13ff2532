package ibid.document.markup;

import ibid.document.Entry;
import ibid.document.ExplicitLink;
import ibid.document.IsoDate;
import ibid.document.Problem;
import ibid.document.markup.WikitextParameters.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;

/** Reads the templates of wikitext that cite a source, such as "cite web". */
final class WikitextTemplates {
    private static final Set<String> NAMES = Set.of(
            "citation",
            "webarchive",
            "internetquelle",
            "literatur",
            "ouvrage",
            "article",
            "lien web",
            "harvard reference");
    private static final Set<String> ADDRESSES = Set.of(
            "url",
            "archive-url",
            "archiveurl",
            "chapter-url",
            "chapterurl",
            "contribution-url",
            "section-url",
            "article-url",
            "entry-url",
            "conference-url",
            "event-url",
            "map-url",
            "transcript-url",
            "book-url",
            "mailinglist",
            "url2",
            "archive-url2",
            "lire en ligne",
            "archiv-url");
    private static final Set<String> IDENTIFIERS =
            Set.of("doi", "pmid", "pmc", "arxiv", "eprint", "isbn", "issn", "eissn", "hdl", "rfc", "jstor", "bibcode");

    /** Templates in parameters of templates: no page nests them deeper, and each level is walked through again. */
    static final int DEEPEST = 8;

    private final Collected into;
    private final String text;
    private final WikitextScanner scanner;
    private int depth;

    WikitextTemplates(Collected into, WikitextScanner scanner) {
        this.into = into;
        this.text = into.source();
        this.scanner = scanner;
    }

    /** @param name in lower case */
    boolean cites(String name) {
        return name.startsWith("cite ") || NAMES.contains(name) || IDENTIFIERS.contains(name);
    }

    /** Offset behind the address that begins at {@code from}. */
    static int addressEnd(String text, int from, int to) {
        var end = from;
        while (end < to && text.charAt(end) > ' ' && "[]<>\"".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Reads the template from its braces at {@code open} to those at {@code close}; what shows no address is not shown. */
    void read(String name, int open, int nameEnd, int close) {
        var values = WikitextParameters.of(text, nameEnd, close);
        values.forEach(
                (key, value) -> readValue(IDENTIFIERS.contains(name) && key.equals("1") ? name : key, value, values));
        if (!IDENTIFIERS.contains(name)) {
            into.entry(entry(open, close + 2, values));
        }
    }

    private void readValue(String key, Parameter value, Map<String, Parameter> values) {
        if (value.isBlank()) {
            return;
        }
        var end = addressEnd(text, value.start(), value.end());
        var written = Parser.unescapeEntities(text.substring(value.start(), end), false);
        var isWhole = end == value.end() || text.startsWith("<!--", end) || text.charAt(end) <= ' ';
        var destination = written.indexOf('{') >= 0 || !isWhole ? "" : destination(key, written);
        if (!destination.isEmpty()) {
            var words = key.equals("url") ? shown(values, "title") : "";
            into.link(ExplicitLink.Kind.LINK, destination, value.start(), end, words);
        } else if (Spaces.find(text, "://", value.start(), value.end()) >= 0) {
            readText(value);
        }
    }

    private void readText(Parameter value) {
        if (depth == DEEPEST) {
            into.problem(Problem.limit(
                    "Its templates are nested deeper than %d levels; what lies deeper was not read.", DEEPEST));
            return;
        }
        depth++;
        scanner.endBlock(value.start());
        scanner.skipTo(value.start());
        scanner.read(value.start(), value.end());
        scanner.endBlock(value.end());
        depth--;
    }

    private static String destination(String key, String written) {
        if (ADDRESSES.contains(key)) {
            return written.contains("://") || written.startsWith("//") ? written : "";
        }
        return switch (key) {
            case "doi" -> written.startsWith("10.") ? "https://doi.org/" + written : "";
            case "pmid" -> isNumber(written) ? "https://pubmed.ncbi.nlm.nih.gov/" + written + "/" : "";
            case "pmc" -> {
                var number = written.startsWith("PMC") ? written.substring(3) : written;
                yield isNumber(number) ? "https://pmc.ncbi.nlm.nih.gov/articles/PMC" + number + "/" : "";
            }
            case "arxiv", "eprint" -> ArxivNumber.isOne(written) ? "https://arxiv.org/abs/" + written : "";
            case "isbn" -> isNumberWithHyphens(written, 10) ? "urn:isbn:" + written : "";
            case "issn", "eissn" -> isNumberWithHyphens(written, 8) ? "urn:issn:" + written : "";
            case "hdl" -> written.indexOf('/') > 0 ? "https://hdl.handle.net/" + written : "";
            case "rfc" -> isNumber(written) ? "https://datatracker.ietf.org/doc/html/rfc" + written : "";
            case "jstor" -> isNumber(written) ? "https://www.jstor.org/stable/" + written : "";
            case "bibcode" -> written.length() == 19 ? "https://ui.adsabs.harvard.edu/abs/" + written : "";
            default -> "";
        };
    }

    private static boolean isNumber(String written) {
        return !written.isEmpty() && written.length() < 12 && written.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether it has at least so many digits; the last of an ISBN or ISSN may be an X. */
    private static boolean isNumberWithHyphens(String written, int digits) {
        return written.length() >= digits
                && written.length() <= 20
                && written.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-' || c == 'X' || c == 'x');
    }

    private Entry entry(int start, int end, Map<String, Parameter> values) {
        return new Entry(
                start,
                end,
                Optional.empty(),
                some(shown(values, "title")),
                some(author(values)),
                IsoDate.of(shown(values, "date", "year")),
                IsoDate.of(shown(values, "access-date", "accessdate")));
    }

    private String author(Map<String, Parameter> values) {
        var last = shown(values, "last", "last1", "surname", "surname1");
        var first = shown(values, "first", "first1", "given", "given1");
        return last.isEmpty()
                ? shown(values, "author", "author1", "authors", "vauthors")
                : first.isEmpty() ? last : last + ", " + first;
    }

    private static Optional<String> some(String value) {
        return Optional.of(value).filter(v -> !v.isEmpty());
    }

    /** The first of the parameters that is given, without the marks of links and emphasis. */
    private String shown(Map<String, Parameter> values, String... keys) {
        for (var key : keys) {
            var value = values.get(key);
            if (value != null && !value.isBlank() && value.end() - value.start() < 1000) {
                var written = text.substring(value.start(), value.end());
                return Parser.unescapeEntities(
                                written.replaceAll("\\[\\[(?:[^|\\]]*\\|)?|\\]\\]|'{2,}|<!--.*?-->", ""), false)
                        .strip();
            }
        }
        return "";
    }
}
