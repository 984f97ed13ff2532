package ibid.document.office;

import ibid.document.ExplicitLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Reads one story of a word processor's document: the body, the notes, a header.
 *
 * <p>Text boxes stand inside the paragraph that holds them and are read behind it. What was deleted while changes were tracked
 * is left out.
 */
final class DocxStory implements XmlPart.Handler {
    private final Out out;
    private final Relationships relationships;
    private final Map<String, Integer> levels;
    private final String name;
    private final Alternatives alternatives = new Alternatives();
    private final DocxFields fields = new DocxFields();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<String> boxes = new ArrayDeque<>();
    private final Deque<Hyperlink> hyperlinks = new ArrayDeque<>();
    private final Map<String, DocxNotes> notes;
    private String note = "";
    private String alternative = "";
    private int paragraphs;
    private int boxCount;
    private boolean isText;
    private boolean isCode;

    /**
     * Begins a story.
     *
     * @param name what a paragraph of the body, or the whole story, is called; empty where the notes in it have names
     * @param notes that the story cites, by the element that does
     */
    DocxStory(
            Out out,
            Relationships relationships,
            Map<String, Integer> levels,
            String name,
            Map<String, DocxNotes> notes) {
        this.out = out;
        this.relationships = relationships;
        this.levels = levels;
        this.name = name;
        this.notes = notes;
    }

    /** Takes the paragraphs of a story. */
    interface Out {
        void add(Paragraph paragraph, String location);
    }

    /** A paragraph, and what comes behind it: the text boxes in it, and the notes that it cites. */
    private record Open(Paragraph paragraph, String location, List<Open> boxed, List<Cited> cited) {}

    /** A note that is cited. */
    private record Cited(DocxNotes notes, String id) {}

    /** A link element; it may cite nothing. */
    private record Hyperlink(Paragraph paragraph, Paragraph.Link link) {}

    @Override
    public boolean start(XmlPart.Element element) {
        if (!alternatives.start(element.name())) {
            return false;
        }
        switch (element.name()) {
            case "w:p" -> openParagraph();
            case "w:del", "w:moveFrom" -> {
                open.stream().limit(1).forEach(o -> o.paragraph().loseText());
                return false;
            }
            case "w:footnote", "w:endnote", "w:comment" -> {
                return startNote(element);
            }
            case "w:txbxContent" -> boxes.push("text box " + ++boxCount);
            case "w:t" -> isText = true;
            case "w:instrText" -> isCode = true;
            case "w:footnoteReference", "w:endnoteReference" -> {
                // Its number stands raised behind the word, which ends there.
                append(" ");
                cite(element);
            }
            case "w:commentReference" -> cite(element);
            case "wp:docPr" -> alternative = element.attribute("descr");
            case "w:rPr", "w:sectPr", "w:tblPr", "w:tcPr", "w:delText" -> {
                return false;
            }
            default -> {
                if (!open.isEmpty()) {
                    startInline(element, open.peek().paragraph());
                }
            }
        }
        return true;
    }

    private void startInline(XmlPart.Element element, Paragraph paragraph) {
        switch (element.name()) {
            case "w:pStyle" -> paragraph.makeHeading(levels.getOrDefault(element.attribute("w:val"), 0));
            case "w:outlineLvl" -> {
                var level = element.number("w:val", 9);
                paragraph.makeHeading(level < 9 ? level + 1 : 0);
            }
            case "w:tab" -> append("\t");
            case "w:br", "w:cr" -> append("\n");
            case "w:noBreakHyphen" -> append("-");
            case "w:hyperlink" -> startHyperlink(element, paragraph);
            case "w:fldSimple" -> fields.startSimple(element.attribute("w:instr"), paragraph);
            case "w:fldChar" -> fields.mark(element.attribute("w:fldCharType"), paragraph);
            case "a:hlinkClick" -> addBare(ExplicitLink.Kind.LINK, element.attribute("r:id"), paragraph);
            case "a:blip" -> addBare(ExplicitLink.Kind.IMAGE, element.attribute("r:link"), paragraph);
            case "v:imagedata" -> addBare(ExplicitLink.Kind.IMAGE, element.attribute("r:id"), paragraph);
            default -> {
                // Anything else holds text or nothing.
            }
        }
    }

    private void openParagraph() {
        String location;
        if (!note.isEmpty()) {
            location = note;
        } else if (!boxes.isEmpty()) {
            location = boxes.peek();
        } else {
            location = name.equals("paragraph") ? name + " " + ++paragraphs : name;
        }
        var paragraph = new Paragraph();
        open.push(new Open(paragraph, location, new ArrayList<>(), new ArrayList<>()));
        fields.enter(paragraph);
    }

    private void startHyperlink(XmlPart.Element element, Paragraph paragraph) {
        var place = element.attribute("w:anchor");
        var destination = relationships
                .external(element.attribute("r:id"))
                .map(address -> FieldCode.withPlace(address, place))
                .orElse("");
        hyperlinks.push(new Hyperlink(paragraph, paragraph.open(destination)));
    }

    private void addBare(ExplicitLink.Kind kind, String id, Paragraph paragraph) {
        relationships.external(id).ifPresent(address -> paragraph.addBare(kind, address, alternative));
    }

    private void cite(XmlPart.Element reference) {
        var cited = notes.get(reference.name());
        if (cited != null && !open.isEmpty()) {
            open.peek().cited().add(new Cited(cited, reference.attribute("w:id")));
        }
    }

    /** @return whether it is a note, rather than the line above the notes */
    private boolean startNote(XmlPart.Element element) {
        var type = element.attribute("w:type");
        note = element.attribute("w:id");
        return type.isEmpty() || type.equals("normal");
    }

    private void append(String characters) {
        if (!open.isEmpty() && fields.isShown()) {
            open.peek().paragraph().append(characters);
        }
    }

    @Override
    public void end(String ended) {
        alternatives.end(ended);
        switch (ended) {
            case "w:p" -> endParagraph();
            case "w:t" -> isText = false;
            case "w:instrText" -> isCode = false;
            case "w:txbxContent" -> boxes.poll();
            case "w:footnote", "w:endnote", "w:comment" -> note = "";
            case "w:hyperlink" -> {
                var hyperlink = hyperlinks.poll();
                if (hyperlink != null) {
                    endHyperlink(hyperlink);
                }
            }
            case "w:fldSimple" -> {
                if (!open.isEmpty()) {
                    fields.end(open.peek().paragraph());
                }
            }
            default -> {
                // Ends without consequence.
            }
        }
    }

    private static void endHyperlink(Hyperlink hyperlink) {
        if (hyperlink.link().destination().isEmpty()) {
            hyperlink.paragraph().remove(hyperlink.link());
        } else {
            hyperlink.paragraph().close(hyperlink.link());
        }
    }

    private void endParagraph() {
        var ended = open.poll();
        if (ended == null) {
            return;
        }
        fields.leave(ended.paragraph());
        if (open.isEmpty()) {
            flush(ended);
        } else {
            open.peek().boxed().add(ended);
        }
    }

    private void flush(Open paragraph) {
        out.add(paragraph.paragraph(), paragraph.location());
        paragraph.boxed().forEach(this::flush);
        paragraph.cited().forEach(cited -> cited.notes().cite(cited.id()));
    }

    /** What was open where the part broke off is kept. */
    void finish() {
        while (!open.isEmpty()) {
            hyperlinks.forEach(DocxStory::endHyperlink);
            hyperlinks.clear();
            endParagraph();
        }
    }

    @Override
    public void text(String characters) {
        if (isCode || (isText && !fields.isShown())) {
            fields.addCode(characters);
        } else if (isText) {
            append(characters);
        }
    }
}
