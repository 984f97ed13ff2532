package ibid.citation;

import ibid.document.Document;
import ibid.document.Part;
import ibid.document.Span;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a citation stands: a span of a text file, or a page or location of a container format.
 *
 * @param span empty in container formats (PDF, DOCX, EPUB)
 * @param location paragraph, cell or entry key in a container format
 */
public record Place(Optional<Span> span, OptionalInt page, Optional<String> location) {

    /** Where nobody asked. */
    static final Place UNKNOWN = new Place(Optional.empty(), OptionalInt.empty(), Optional.empty());

    /** The place of a citation in a text file. */
    public static Place at(Span span) {
        return new Place(Optional.of(span), OptionalInt.empty(), Optional.empty());
    }

    /** The place of a range of a document's source. */
    static Place in(Document document, int start, int end) {
        var part = document.partAt(start);
        return new Place(
                document.span(start, end),
                part.map(Part::page).orElse(OptionalInt.empty()),
                part.flatMap(Part::location));
    }

    /** The same place, by this name where it has none of its own. */
    Place orElseNamed(String name) {
        return location.isPresent() ? this : new Place(span, page, Optional.of(name));
    }

    /** {@code :line:column}, or what a container format has instead. */
    public String label() {
        if (span.isPresent()) {
            return ":" + span.get().line() + ":" + span.get().column();
        }
        var name = name();
        return name.isEmpty() ? "" : ":" + name;
    }

    /** Page and location, as a container format has them; empty where there are none. */
    public String name() {
        var pages = page.isPresent() ? Stream.of("page " + page.getAsInt()) : Stream.<String>empty();
        return Stream.concat(pages, location.stream()).collect(Collectors.joining(":"));
    }
}
