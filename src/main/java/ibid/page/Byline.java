package ibid.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Who wrote a page and when, by its metadata: Open Graph, Dublin Core, citation tags, JSON-LD and {@code <time>}. */
final class Byline {
    private static final int LONGEST = 300;
    private static final List<String> AUTHORS = List.of(
            "meta[name=citation_author]",
            "meta[name=author]",
            "meta[property=article:author]",
            "meta[name=dc.creator]",
            "meta[name=parsely-author]");
    private static final List<String> DATES = List.of(
            "meta[property=article:published_time]",
            "meta[name=citation_publication_date]",
            "meta[name=citation_date]",
            "meta[name=date]",
            "meta[name=dc.date]",
            "meta[name=dcterms.created]",
            "meta[name=pubdate]",
            "meta[itemprop=datePublished]",
            "time[itemprop=datePublished]",
            "time[pubdate]",
            "article time[datetime]");
    private static final Pattern LINKED_DATE =
            Pattern.compile("\"datePublished\"\\s{0,9}:\\s{0,9}\"(\\d{4}[-/]\\d{1,2}[-/]\\d{1,2})");
    private static final Pattern LINKED_AUTHOR = Pattern.compile(
            "\"author\"\\s{0,9}:\\s{0,9}\\[?\\s{0,9}(?:\\{[^{}]{0,500}?\"name\"\\s{0,9}:\\s{0,9})?\"([^\"\\\\]{2,200})\"");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
    /** A script of linked data above this is not looked through. */
    private static final int LONGEST_SCRIPT = 200_000;

    private Byline() {}

    static Optional<String> author(Document document) {
        return values(document, AUTHORS)
                .filter(name -> !name.startsWith("http"))
                .findFirst()
                .or(() -> linked(document, LINKED_AUTHOR));
    }

    static Optional<LocalDate> published(Document document) {
        return Stream.concat(values(document, DATES), linked(document, LINKED_DATE).stream())
                .flatMap(text -> date(text).stream())
                .findFirst();
    }

    private static Stream<String> values(Document document, List<String> selectors) {
        return selectors.stream()
                .flatMap(selector -> document.select(selector).stream().limit(1))
                .map(Byline::value)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }

    private static String value(Element element) {
        var content = element.attr("content");
        return content.isEmpty() ? element.attr("datetime") : content;
    }

    private static Optional<String> linked(Document document, Pattern pattern) {
        return document.select("script[type=application/ld+json]").stream()
                .limit(5)
                .map(Element::data)
                .filter(data -> data.length() <= LONGEST_SCRIPT)
                .map(pattern::matcher)
                .filter(match -> match.find())
                .map(match -> match.group(1).strip())
                .findFirst();
    }

    private static Optional<LocalDate> date(String text) {
        var match = DATE.matcher(text);
        if (!match.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
