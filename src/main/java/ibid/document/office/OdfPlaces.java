package ibid.document.office;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Where in an OpenDocument file the reader is, as people call it. */
final class OdfPlaces {
    private final Deque<String> boxes = new ArrayDeque<>();
    private String sheet = "";
    private String page = "";
    private boolean isSheet;
    private boolean isNotes;
    private boolean isTitle;
    private int paragraphs;
    private int textBoxes;
    private int footnotes;
    private int endnotes;
    private int comments;
    private int headers;
    private int footers;
    private int slides;
    private int row;
    private int column;
    private int rowSpan;
    private int columnSpan;

    void start(XmlPart.Element element) {
        switch (element.name()) {
            case "office:spreadsheet" -> isSheet = true;
            case "text:note" -> {
                var isEndnote = element.attribute("text:note-class").equals("endnote");
                boxes.push(isEndnote ? "endnote " + ++endnotes : "footnote " + ++footnotes);
            }
            case "office:annotation" -> boxes.push(isSheet ? ofBox() : "comment " + ++comments);
            case "draw:text-box" -> boxes.push(isSlide() || isSheet ? ofBox() : "text box " + ++textBoxes);
            case "style:header", "style:header-left", "style:header-first" -> boxes.push("header " + ++headers);
            case "style:footer", "style:footer-left", "style:footer-first" -> boxes.push("footer " + ++footers);
            case "draw:page" -> page = "slide " + ++slides;
            case "presentation:notes" -> isNotes = true;
            case "draw:frame" ->
                isTitle = element.attribute("presentation:class").equals("title");
            case "table:table" -> {
                if (isSheet) {
                    sheet = element.attribute("table:name");
                    row = 0;
                    rowSpan = 0;
                }
            }
            case "table:table-row" -> {
                row += rowSpan;
                rowSpan = Math.max(1, element.number("table:number-rows-repeated", 1));
                column = 0;
                columnSpan = 0;
            }
            case "table:covered-table-cell" -> step(element);
            default -> {
                // No place of its own.
            }
        }
    }

    /** @param link takes the address in the cell's formula, if there is one */
    void startCell(XmlPart.Element element, Consumer<String> link) {
        step(element);
        if (isSheet) {
            HyperlinkFormula.destination(element.attribute("table:formula")).ifPresent(link);
        }
    }

    private void step(XmlPart.Element element) {
        column += columnSpan;
        columnSpan = Math.max(1, element.number("table:number-columns-repeated", 1));
    }

    void end(String name) {
        switch (name) {
            case "text:note",
                    "office:annotation",
                    "draw:text-box",
                    "style:header",
                    "style:header-left",
                    "style:header-first",
                    "style:footer",
                    "style:footer-left",
                    "style:footer-first" -> boxes.poll();
            case "draw:page" -> page = "";
            case "presentation:notes" -> isNotes = false;
            case "draw:frame" -> isTitle = false;
            default -> {
                // No place of its own.
            }
        }
    }

    private boolean isSlide() {
        return !page.isEmpty();
    }

    /** Whether what is read now is the title of a slide. */
    boolean isTitle() {
        return isTitle && isSlide() && !isNotes;
    }

    /**
     * The place of the paragraph that begins.
     *
     * @param isOuter whether it stands in no other paragraph
     */
    String ofParagraph(boolean isOuter) {
        var isCounted = isOuter && boxes.isEmpty() && !isSlide() && !isSheet;
        paragraphs += isCounted ? 1 : 0;
        return ofBox();
    }

    /** The innermost place that has a name. */
    String ofBox() {
        if (!boxes.isEmpty()) {
            return boxes.peek();
        }
        if (isSheet) {
            return CellName.of(sheet, column, row);
        }
        if (isSlide()) {
            return isNotes ? page + " notes" : page;
        }
        return "paragraph " + Math.max(1, paragraphs);
    }
}
