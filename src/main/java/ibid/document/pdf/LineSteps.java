package ibid.document.pdf;

import java.util.Arrays;
import org.apache.pdfbox.text.TextPosition;

/** How far the lines of a page stand from each other, which tells paragraphs apart. */
final class LineSteps {
    private int[] lineStarts = new int[256];
    private float[] tops = new float[256];
    private int count;
    private boolean isLineOpen;
    private int[] parted = new int[0];

    void clear() {
        count = 0;
        isLineOpen = false;
        parted = new int[0];
    }

    /** Notes where a line begins, if none is open. */
    void add(int offset, TextPosition first) {
        if (isLineOpen) {
            return;
        }
        if (count == lineStarts.length) {
            lineStarts = Arrays.copyOf(lineStarts, count * 2);
            tops = Arrays.copyOf(tops, count * 2);
        }
        lineStarts[count] = offset;
        tops[count] = first.getYDirAdj();
        count++;
        isLineOpen = true;
    }

    void endLine() {
        isLineOpen = false;
    }

    /** The text with one more line end before each line that stands further down than usual, or further up. */
    String parted(CharSequence text, float most) {
        var usual = usual();
        var starts = new int[count];
        var found = 0;
        for (var line = 1; line < count; line++) {
            var step = tops[line] - tops[line - 1];
            if (step < -usual / 2 || step > usual * most) {
                starts[found++] = lineStarts[line];
            }
        }
        parted = Arrays.copyOf(starts, found);
        var out = new StringBuilder(text.length() + found);
        var from = 0;
        for (var start : parted) {
            out.append(text, from, start).append('\n');
            from = start;
        }
        return out.append(text, from, text.length()).toString();
    }

    /** The middle one of the steps down. */
    private float usual() {
        var down = new float[count];
        var found = 0;
        for (var line = 1; line < count; line++) {
            var step = tops[line] - tops[line - 1];
            if (step > 0.5f) {
                down[found++] = step;
            }
        }
        Arrays.sort(down, 0, found);
        return found == 0 ? Float.MAX_VALUE / 4 : down[found / 2];
    }

    /** How many line ends were put before the character at this offset. */
    int partedBefore(int offset) {
        var at = Arrays.binarySearch(parted, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
