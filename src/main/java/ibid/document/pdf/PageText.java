package ibid.document.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a page, with the place of each character on it.
 *
 * <p>It is read in the order in which the page draws it, which is how producers keep columns apart; by position the lines of
 * two columns would run into each other.
 */
final class PageText extends PDFTextStripper {
    /** How far above its base line a glyph has its middle, in parts of the font's size. */
    private static final float MIDDLE = 0.3f;

    /** A step larger than this many usual ones begins a paragraph. */
    private static final float PARAGRAPH_STEP = 1.35f;

    /** Steps of drawing one page: a hundred times what a large map takes. */
    static final int MOST_OPERATORS = 5_000_000;

    private static final int FORM = 100;

    private final int most;
    private int operators;
    private final StringBuilder text = new StringBuilder();
    private float[] xs = new float[4096];
    private float[] ys = new float[4096];
    private final LineSteps steps = new LineSteps();
    private float offsetX;
    private float offsetY;

    /** @param most characters that are read of one page */
    PageText(PDDocument document, int most) {
        this.document = document;
        this.most = most;
        this.output = Writer.nullWriter();
        // The engine counts pages itself only when it chooses them itself.
        setStartPage(0);
        setSuppressDuplicateOverlappingText(true);
        // What begins a paragraph is judged here, by the usual step from line to line.
        setIndentThreshold(Float.MAX_VALUE);
        setDropThreshold(Float.MAX_VALUE);
    }

    /**
     * Reads a page in place of the one before; what was read until something failed is kept.
     *
     * @throws PageFull where it holds more than may be read
     */
    void read(PDPage page) throws IOException {
        text.setLength(0);
        operators = 0;
        steps.clear();
        var box = page.getCropBox();
        offsetX = box.getLowerLeftX();
        offsetY = box.getLowerLeftY();
        if (page.hasContents()) {
            try {
                processPage(page);
            } catch (RuntimeException | StackOverflowError e) {
                // What was drawn by then is only written at the end; a page too full then is full for the same reason.
                if (text.isEmpty()) {
                    writePage();
                }
                throw e;
            }
        }
    }

    /** A page held more than may be read; unchecked, because PDFBox passes over checked ones. */
    static final class PageFull extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        // Forms that draw forms that draw forms multiply, and each costs more than a line does.
        operators += operator.getName().equals("Do") ? FORM : 1;
        if (operators > MOST_OPERATORS) {
            throw new PageFull();
        }
        super.processOperator(operator, operands);
    }

    int length() {
        return text.length();
    }

    /** Whether the character is drawn within the corners; what only parts words and lines is not drawn. */
    boolean isWithin(int at, float left, float bottom, float right, float top) {
        return xs[at] >= left && xs[at] <= right && ys[at] >= bottom && ys[at] <= top;
    }

    boolean isDrawn(int at) {
        return !Float.isNaN(xs[at]);
    }

    char charAt(int at) {
        return text.charAt(at);
    }

    /** The page's lines; where the step from one to the next is larger than usual, a blank one parts them. */
    String lines() {
        return steps.parted(text, PARAGRAPH_STEP);
    }

    /** Where an offset of this text stands in {@link #lines}. */
    int inLines(int offset) {
        return offset + steps.partedBefore(offset);
    }

    @Override
    protected void writeString(String word, List<TextPosition> positions) throws IOException {
        if (text.length() + word.length() > most) {
            throw new PageFull();
        }
        if (!positions.isEmpty()) {
            steps.add(text.length(), positions.get(0));
        }
        if (isOneToOne(word, positions)) {
            for (var position : positions) {
                add(position.getUnicode(), position);
            }
        } else {
            spread(word, positions);
        }
    }

    /** Whether the word is its glyphs' characters in their order; ligatures and right-to-left text are not. */
    private static boolean isOneToOne(String word, List<TextPosition> positions) {
        var at = 0;
        for (var position : positions) {
            var unicode = position.getUnicode();
            if (!word.startsWith(unicode, at)) {
                return false;
            }
            at += unicode.length();
        }
        return at == word.length();
    }

    /** Gives each character the place of the glyph at the same share of the word. */
    private void spread(String word, List<TextPosition> positions) {
        for (var i = 0; i < word.length(); i++) {
            add(word.substring(i, i + 1), positions.get((int) ((long) i * positions.size() / word.length())));
        }
    }

    private void add(String characters, TextPosition position) {
        var matrix = position.getTextMatrix();
        var x = (matrix.getTranslateX() + position.getEndX()) / 2 + MIDDLE * matrix.getValue(1, 0) + offsetX;
        var y = (matrix.getTranslateY() + position.getEndY()) / 2 + MIDDLE * matrix.getValue(1, 1) + offsetY;
        for (var i = 0; i < characters.length(); i++) {
            var c = characters.charAt(i);
            // A glyph is no line end, whatever its font says of it.
            add(c < ' ' || c == '\u2028' || c == '\u2029' ? ' ' : c, x, y);
        }
    }

    private void add(char c, float x, float y) {
        if (text.length() == xs.length) {
            xs = Arrays.copyOf(xs, xs.length * 2);
            ys = Arrays.copyOf(ys, ys.length * 2);
        }
        xs[text.length()] = x;
        ys[text.length()] = y;
        text.append(c);
    }

    @Override
    protected void writeWordSeparator() {
        add(' ', Float.NaN, Float.NaN);
    }

    @Override
    protected void writeLineSeparator() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            add('\n', Float.NaN, Float.NaN);
            steps.endLine();
        }
    }

    @Override
    protected void endArticle() {
        writeLineSeparator();
    }

    @Override
    protected void writeParagraphStart() {
        // Judged by the steps between lines.
    }

    @Override
    protected void writeParagraphEnd() {
        // Judged by the steps between lines.
    }

    @Override
    protected void writePageEnd() {
        writeLineSeparator();
    }
}
