package ibid.document.office;

import ibid.document.Entry;
import ibid.document.ExplicitLink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads the content of an OpenDocument file, whatever its kind, and the headers and footers among its styles.
 *
 * <p>Notes, comments and text boxes stand inside the paragraph that they belong to and are read behind it. What was deleted
 * while changes were tracked is left out.
 */
final class OdfContent implements XmlPart.Handler {
    private static final int MOST_SPACES = 1000;

    private final OfficeText out;
    private final OdfPlaces places = new OdfPlaces();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<Optional<Paragraph.Link>> links = new ArrayDeque<>();
    private final Deque<String> frames = new ArrayDeque<>();
    private String click = "";

    OdfContent(OfficeText out) {
        this.out = out;
    }

    /** A paragraph, and those of the notes and boxes in it, which come behind it. */
    private record Open(Paragraph paragraph, String location, List<Open> inner, List<Mark> marks) {}

    /** A mark of the bibliography and the text that it shows. */
    private record Mark(int start, int end, Entry entry) {}

    @Override
    public boolean start(XmlPart.Element element) {
        switch (element.name()) {
            case "text:tracked-changes",
                    "text:note-citation",
                    "office:forms",
                    "svg:title",
                    "svg:desc",
                    "dc:creator",
                    "dc:date",
                    "text:ruby-text" -> {
                return false;
            }
            case "text:p", "text:h" -> openParagraph(element);
            case "draw:a" -> frames.push(OdfAddress.outside(element.attribute("xlink:href")));
            case "presentation:event-listener" -> click = OdfAddress.outside(element.attribute("xlink:href"));
            case "draw:image", "draw:object", "draw:plugin", "draw:floating-frame" -> addObject(element);
            case "table:table-cell" -> places.startCell(element, this::addCellLink);
            default -> {
                places.start(element);
                if (!open.isEmpty()) {
                    startInline(element, open.peek());
                }
            }
        }
        return true;
    }

    private void openParagraph(XmlPart.Element element) {
        var paragraph = new Paragraph();
        if (element.name().equals("text:h")) {
            paragraph.makeHeading(Math.max(1, element.number("text:outline-level", 1)));
        } else if (places.isTitle()) {
            paragraph.makeHeading(1);
        }
        open.push(new Open(paragraph, places.ofParagraph(open.isEmpty()), new ArrayList<>(), new ArrayList<>()));
    }

    private void startInline(XmlPart.Element element, Open current) {
        var paragraph = current.paragraph();
        switch (element.name()) {
            case "text:a" -> {
                var address = OdfAddress.outside(element.attribute("xlink:href"));
                links.push(address.isEmpty() ? Optional.empty() : Optional.of(paragraph.open(address)));
            }
            case "text:s" -> paragraph.append(" ".repeat(Math.min(MOST_SPACES, element.number("text:c", 1))));
            case "text:tab" -> paragraph.append("\t");
            case "text:line-break" -> paragraph.append("\n");
            case "text:note" -> paragraph.append(" ");
            case "text:bibliography-mark" -> {
                current.marks().add(new Mark(paragraph.length(), -1, OdfAddress.entry(element)));
                var address = element.attribute("text:url").strip();
                links.push(address.isEmpty() ? Optional.empty() : Optional.of(paragraph.open(address)));
            }
            default -> {
                // Anything else holds text or nothing.
            }
        }
    }

    /** A picture or object that is not in the package, and the link of the frame around it. */
    private void addObject(XmlPart.Element element) {
        var address = OdfAddress.outside(element.attribute("xlink:href"));
        var kind = element.name().equals("draw:image") ? ExplicitLink.Kind.IMAGE : ExplicitLink.Kind.LINK;
        if (!address.isEmpty()) {
            addBare(kind, address);
        }
    }

    private void addCellLink(String address) {
        click = address;
    }

    private void addBare(ExplicitLink.Kind kind, String address) {
        if (open.isEmpty()) {
            var paragraph = new Paragraph();
            paragraph.addBare(kind, address, "");
            out.add(paragraph, places.ofBox());
        } else {
            open.peek().paragraph().addBare(kind, address, "");
        }
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "text:p", "text:h" -> endParagraph();
            case "text:a", "text:bibliography-mark" -> endInline(name);
            case "draw:a" -> {
                var address = frames.poll();
                if (address != null && !address.isEmpty()) {
                    addBare(ExplicitLink.Kind.LINK, address);
                }
            }
            case "draw:custom-shape", "draw:frame", "draw:g", "draw:rect", "table:table-cell" -> {
                if (!click.isEmpty()) {
                    addBare(ExplicitLink.Kind.LINK, click);
                    click = "";
                }
                places.end(name);
            }
            default -> places.end(name);
        }
    }

    private void endInline(String name) {
        if (open.isEmpty() || links.isEmpty()) {
            return;
        }
        var paragraph = open.peek().paragraph();
        links.pop().ifPresent(paragraph::close);
        var marks = open.peek().marks();
        if (name.equals("text:bibliography-mark") && !marks.isEmpty()) {
            var last = marks.get(marks.size() - 1);
            marks.set(marks.size() - 1, new Mark(last.start(), paragraph.length(), last.entry()));
        }
    }

    private void endParagraph() {
        var ended = open.poll();
        if (ended == null) {
            return;
        }
        if (!click.isEmpty() && ended.paragraph().linkWhole(click)) {
            click = "";
        }
        if (open.isEmpty()) {
            flush(ended);
        } else {
            open.peek().inner().add(ended);
        }
    }

    private void flush(Open paragraph) {
        var start = out.add(paragraph.paragraph(), paragraph.location());
        for (var mark : paragraph.marks()) {
            if (mark.end() > mark.start() && !out.isFull()) {
                var entry = mark.entry();
                out.addEntry(new Entry(
                        start + mark.start(),
                        start + mark.end(),
                        entry.key(),
                        entry.title(),
                        entry.author(),
                        entry.date(),
                        entry.accessed()));
            }
        }
        paragraph.inner().forEach(this::flush);
    }

    /** What was open where the part broke off is kept. */
    void finish() {
        while (!open.isEmpty()) {
            endParagraph();
        }
    }

    /** Blanks count once, and not at the start (OpenDocument 1.3 part 3, section 6.1.2). */
    @Override
    public void text(String characters) {
        if (open.isEmpty()) {
            return;
        }
        var paragraph = open.peek().paragraph();
        var folded = new StringBuilder(characters.length());
        for (var i = 0; i < characters.length(); i++) {
            var c = characters.charAt(i);
            if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
                folded.append(c);
            } else if (folded.isEmpty() ? !paragraph.endsInSpace() : folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        }
        paragraph.append(folded.toString());
    }
}
