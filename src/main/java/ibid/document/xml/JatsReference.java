package ibid.document.xml;

import ibid.document.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Reads one {@code ref} of an article's reference list (JATS 1.3) as an entry. */
final class JatsReference {
    private static final int MOST_AUTHORS = 20;
    private static final Set<String> NAMES = Set.of("name", "string-name", "collab");

    private JatsReference() {}

    static Optional<Entry> entry(Element ref) {
        var start = ref.sourceRange();
        var end = ref.endSourceRange();
        if (!start.isTracked() || !end.isTracked() || end.endPos() <= start.startPos()) {
            return Optional.empty();
        }
        var key = ref.hasAttr("id") ? Optional.of(ref.attr("id")) : Optional.<String>empty();
        return Optional.of(
                new Entry(start.startPos(), end.endPos(), key, title(ref), authors(ref), date(ref), accessed(ref)));
    }

    private static Optional<String> title(Element ref) {
        return first(ref, "article-title")
                .or(() -> first(ref, "chapter-title"))
                .or(() -> first(ref, "data-title"))
                .or(() -> first(ref, "source"))
                .map(XmlText::plain)
                .filter(text -> !text.isEmpty());
    }

    private static Optional<Element> first(Element ref, String name) {
        return Optional.ofNullable(ref.getElementsByTag(name).first());
    }

    private static Optional<String> authors(Element ref) {
        var names = new ArrayList<String>();
        for (Element element : ref.getAllElements()) {
            var local = Vocabulary.local(element);
            if (names.size() < MOST_AUTHORS && NAMES.contains(local) && !isEditor(element)) {
                names.add(name(element));
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", names));
    }

    private static boolean isEditor(Element name) {
        var group = name.parent();
        return group != null && group.attr("person-group-type").matches("editors?|translators?");
    }

    private static String name(Element element) {
        var surname = first(element, "surname");
        if (surname.isEmpty()) {
            return XmlText.plain(element);
        }
        var given = first(element, "given-names")
                .map(names -> " " + XmlText.plain(names))
                .orElse("");
        return XmlText.plain(surname.get()) + given;
    }

    private static Optional<String> date(Element ref) {
        var date = first(ref, "date").filter(element -> element.hasAttr("iso-8601-date"));
        if (date.isPresent()) {
            return WrittenDate.of(date.get().attr("iso-8601-date"));
        }
        for (Element year : ref.getElementsByTag("year")) {
            var parent = year.parent();
            if (parent != null && !Vocabulary.local(parent).equals("date-in-citation")) {
                return date(parent, year);
            }
        }
        return Optional.empty();
    }

    /** Year, month and day beside each other, as far as they are numbers. */
    private static Optional<String> date(Element parent, Element year) {
        var iso = WrittenDate.of(year.attr("iso-8601-date"));
        if (iso.isPresent()) {
            return iso;
        }
        var parts = new ArrayList<String>(List.of(XmlText.plain(year)));
        for (var name : List.of("month", "day")) {
            var part = child(parent, name);
            if (part.isEmpty() || !part.get().matches("\\d{1,2}")) {
                break;
            }
            parts.add(String.format(Locale.ROOT, "%02d", Integer.parseInt(part.get())));
        }
        // "2009a" tells two works of one year apart.
        parts.set(0, parts.get(0).replaceFirst("(\\d{4})[a-z]$", "$1"));
        return WrittenDate.of(String.join("-", parts)).or(() -> WrittenDate.of(parts.get(0)));
    }

    private static Optional<String> child(Element parent, String name) {
        for (Element child : parent.children()) {
            if (Vocabulary.local(child).equals(name)) {
                return Optional.of(XmlText.plain(child));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> accessed(Element ref) {
        for (Element date : ref.getElementsByTag("date-in-citation")) {
            var type = date.attr("content-type");
            if (type.isEmpty() || type.startsWith("access") || type.equals("date-accessed")) {
                var year = first(date, "year");
                return WrittenDate.of(date.attr("iso-8601-date"))
                        .or(() -> WrittenDate.of(XmlText.plain(date)))
                        .or(() -> year.flatMap(found -> date(date, found)));
            }
        }
        return Optional.empty();
    }
}
