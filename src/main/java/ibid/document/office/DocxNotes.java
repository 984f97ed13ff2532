package ibid.document.office;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The footnotes, endnotes or comments of a document, which are read before the body and come behind the paragraph that cites them. */
final class DocxNotes {
    private final OfficeText out;
    private final String name;
    private final Map<String, List<Paragraph>> byId = new LinkedHashMap<>();
    private int cited;

    /** @param name what one of them is called */
    DocxNotes(OfficeText out, String name) {
        this.out = out;
        this.name = name;
    }

    /** Keeps a paragraph of a note for the place that cites it. */
    void keep(Paragraph paragraph, String id) {
        byId.computeIfAbsent(id, unknown -> new ArrayList<>()).add(paragraph);
    }

    /** Adds a note, with the next number; one that is cited again stands where it was cited first. */
    void cite(String id) {
        var paragraphs = byId.remove(id);
        if (paragraphs != null) {
            var location = name + " " + ++cited;
            paragraphs.forEach(paragraph -> out.add(paragraph, location));
        }
    }

    /** Adds those that nothing cites. */
    void finish() {
        List.copyOf(byId.keySet()).forEach(this::cite);
    }
}
