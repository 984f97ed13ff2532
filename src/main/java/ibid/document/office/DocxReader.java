package ibid.document.office;

import ibid.document.ContainerReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the documents of word processors (ECMA-376 part 1, section 11): headers and footers, then the body, with footnotes,
 * endnotes and comments behind the paragraphs that cite them.
 */
public final class DocxReader implements ContainerReader {
    static final String MAIN = "word/document.xml";

    @Override
    public Contents read(byte[] bytes, boolean isCut) {
        return OfficePackage.read(bytes, MAIN, DocxReader::read);
    }

    private static void read(OfficePackage opened) {
        var levels = DocxStyles.levels(opened, "word/styles.xml");
        readEdges(opened, levels, "header");
        readEdges(opened, levels, "footer");
        var footnotes = notes(opened, levels, "word/footnotes.xml", "footnote");
        var endnotes = notes(opened, levels, "word/endnotes.xml", "endnote");
        var comments = notes(opened, levels, "word/comments.xml", "comment");
        var notes = Map.of(
                "w:footnoteReference", footnotes, "w:endnoteReference", endnotes, "w:commentReference", comments);
        var body = new DocxStory(opened.text()::add, Relationships.of(opened, MAIN), levels, "paragraph", notes);
        opened.read(MAIN, body);
        body.finish();
        List.of(footnotes, endnotes, comments).forEach(DocxNotes::finish);
    }

    private static DocxNotes notes(OfficePackage opened, Map<String, Integer> levels, String part, String name) {
        var notes = new DocxNotes(opened.text(), name);
        var story = new DocxStory(notes::keep, Relationships.of(opened, part), levels, "", Map.of());
        opened.read(part, story);
        story.finish();
        return notes;
    }

    /** Headers or footers, in the order of their numbers. */
    private static void readEdges(OfficePackage opened, Map<String, Integer> levels, String name) {
        var byNumber = new TreeMap<Integer, String>();
        for (var part : opened.parts().names()) {
            if (part.matches("word/" + name + "\\d{0,6}\\.xml")) {
                var digits = part.replaceAll("\\D", "");
                byNumber.put(digits.isEmpty() ? 0 : Integer.parseInt(digits), part);
            }
        }
        var count = 0;
        for (var part : byNumber.values()) {
            var location = name + " " + ++count;
            var story = new DocxStory(opened.text()::add, Relationships.of(opened, part), levels, location, Map.of());
            opened.read(part, story);
            story.finish();
        }
    }
}
