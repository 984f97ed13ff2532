package ibid.document.xml;

import ibid.document.Entry;
import ibid.document.IsoDate;
import java.util.ArrayList;
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
            return IsoDate.of(date.get().attr("iso-8601-date"));
        }
        for (Element year : ref.getElementsByTag("year")) {
            var parent = year.parent();
            if (parent != null && !Vocabulary.local(parent).equals("date-in-citation")) {
                return date(parent, year);
            }
        }
        return Optional.empty();
    }

    /** Year, month and day beside each other. */
    private static Optional<String> date(Element parent, Element year) {
        var iso = IsoDate.of(year.attr("iso-8601-date"));
        if (iso.isPresent()) {
            return iso;
        }
        return IsoDate.of(
                XmlText.plain(year),
                child(parent, "month").orElse(""),
                child(parent, "day").orElse(""));
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
                return IsoDate.of(date.attr("iso-8601-date"))
                        .or(() -> year.flatMap(found -> date(date, found)))
                        .or(() -> IsoDate.of(XmlText.plain(date)));
            }
        }
        return Optional.empty();
    }
}
