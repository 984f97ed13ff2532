package ibid.document;

import java.util.Arrays;

/**
 * The way from the characters of a block's text back to the source text, as runs.
 *
 * <p>Inside a run that is as long in the source as in the text, characters correspond one to one; a run of another length
 * (an entity, an escape, a soft line break) belongs to its source range as a whole.
 */
public final class OffsetMap {
    private final int[] textStarts;
    private final int[] sourceStarts;
    private final int[] sourceEnds;
    private final int textLength;

    private OffsetMap(int[] textStarts, int[] sourceStarts, int[] sourceEnds, int textLength) {
        this.textStarts = textStarts;
        this.sourceStarts = sourceStarts;
        this.sourceEnds = sourceEnds;
        this.textLength = textLength;
    }

    /** The map of a text that stands in the source as it is, from {@code sourceStart} on. */
    public static OffsetMap straight(int sourceStart, int length) {
        return new OffsetMap(new int[] {0}, new int[] {sourceStart}, new int[] {sourceStart + length}, length);
    }

    /** Source offset of the text's character at {@code offset}, or the source end where {@code offset} is the length. */
    public int start(int offset) {
        if (offset == 0) {
            return sourceStarts[0];
        }
        if (offset == textLength) {
            return end(offset);
        }
        var run = runOf(offset);
        return isStraight(run) ? sourceStarts[run] + offset - textStarts[run] : sourceStarts[run];
    }

    /** Exclusive source offset of a range of the text that ends before {@code offset}. */
    public int end(int offset) {
        if (offset == 0) {
            return sourceStarts[0];
        }
        var run = runOf(offset - 1);
        return isStraight(run) ? sourceStarts[run] + offset - textStarts[run] : sourceEnds[run];
    }

    /** Whether a range of the text, which is not empty, stands in the source character by character in one place. */
    public boolean isStraight(int from, int to) {
        var run = runOf(from);
        return to <= textEnd(run) && isStraight(run);
    }

    /** The first place in the text that stands at or behind an offset of the source; the text's length where none does. */
    public int textAt(int sourceOffset) {
        var low = 0;
        var high = sourceStarts.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (sourceStarts[middle] < sourceOffset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return 0;
        }
        var run = low - 1;
        return isStraight(run)
                ? Math.min(textEnd(run), textStarts[run] + sourceOffset - sourceStarts[run])
                : textEnd(run);
    }

    private boolean isStraight(int run) {
        return textEnd(run) - textStarts[run] == sourceEnds[run] - sourceStarts[run];
    }

    private int runOf(int offset) {
        if (offset < 0 || offset > textLength) {
            throw new IndexOutOfBoundsException("offset " + offset + " of a text of " + textLength + " characters");
        }
        if (textStarts.length == 1) {
            return 0;
        }
        var found = Arrays.binarySearch(textStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** A block whose map leads to the text of {@code outer}, led on to the source of that one. */
    static TextBlock through(OffsetMap outer, TextBlock block) {
        var inner = block.map();
        var builder = new Builder();
        for (var run = 0; run < inner.textStarts.length; run++) {
            var text = block.text().substring(inner.textStarts[run], inner.textEnd(run));
            if (inner.isStraight(run)) {
                outer.trace(text, inner.sourceStarts[run], builder);
            } else {
                builder.add(text, outer.start(inner.sourceStarts[run]), outer.end(inner.sourceEnds[run]));
            }
        }
        return builder.build(block.kind(), block.level());
    }

    /** Adds a slice of this map's text that begins at an offset, run by run, with its places in the source. */
    public void trace(String slice, int offset, Builder into) {
        var end = offset + slice.length();
        for (var at = offset; at < end; ) {
            var run = runOf(at);
            var runEnd = Math.min(end, textEnd(run));
            var piece = slice.substring(at - offset, runEnd - offset);
            if (isStraight(run)) {
                var start = sourceStarts[run] + at - textStarts[run];
                into.add(piece, start, start + piece.length());
            } else {
                into.add(piece, sourceStarts[run], sourceEnds[run]);
            }
            at = runEnd;
        }
    }

    private int textEnd(int run) {
        return run + 1 < textStarts.length ? textStarts[run + 1] : textLength;
    }

    /** Collects a block's text and its map side by side, in the order of the text. */
    public static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private int[] textStarts = new int[8];
        private int[] sourceStarts = new int[8];
        private int[] sourceEnds = new int[8];
        private int runs;

        /** Adds text that stands in the source between the two offsets. */
        public Builder add(CharSequence shown, int sourceStart, int sourceEnd) {
            if (shown.isEmpty()) {
                return this;
            }
            if (continuesStraight(shown.length(), sourceStart, sourceEnd)) {
                sourceEnds[runs - 1] = sourceEnd;
                text.append(shown);
                return this;
            }
            if (runs == textStarts.length) {
                textStarts = Arrays.copyOf(textStarts, runs * 2);
                sourceStarts = Arrays.copyOf(sourceStarts, runs * 2);
                sourceEnds = Arrays.copyOf(sourceEnds, runs * 2);
            }
            textStarts[runs] = text.length();
            sourceStarts[runs] = sourceStart;
            sourceEnds[runs] = sourceEnd;
            runs++;
            text.append(shown);
            return this;
        }

        private boolean continuesStraight(int length, int sourceStart, int sourceEnd) {
            if (runs == 0 || sourceEnd - sourceStart != length || sourceEnds[runs - 1] != sourceStart) {
                return false;
            }
            return text.length() - textStarts[runs - 1] == sourceEnds[runs - 1] - sourceStarts[runs - 1];
        }

        /** Forgets all that was added, so that the next text is collected in the same place. */
        public void clear() {
            text.setLength(0);
            runs = 0;
        }

        public boolean isEmpty() {
            return text.isEmpty();
        }

        /** Source offset behind all that was added; 0 where nothing was. */
        public int sourceEnd() {
            return runs == 0 ? 0 : sourceEnds[runs - 1];
        }

        /** Source offset of the first character; 0 where there is none. */
        public int sourceStart() {
            return runs == 0 ? 0 : sourceStarts[0];
        }

        /** What has been collected so far, as text. */
        public CharSequence text() {
            return text;
        }

        public int length() {
            return text.length();
        }

        /** Drops what was added since the text had this length. */
        public void cutBack(int length) {
            var textEnd = text.length();
            while (runs > 0 && textStarts[runs - 1] >= length) {
                textEnd = textStarts[--runs];
            }
            if (runs > 0 && textEnd - textStarts[runs - 1] == sourceEnds[runs - 1] - sourceStarts[runs - 1]) {
                // A straight run may have been continued since; any other was added whole.
                sourceEnds[runs - 1] -= textEnd - length;
            }
            text.setLength(length);
        }

        /** Adds all that another builder has collected. */
        public void addAll(Builder other) {
            if (other.runs == 1) {
                add(other.text, other.sourceStarts[0], other.sourceEnds[0]);
                return;
            }
            for (var run = 0; run < other.runs; run++) {
                var end = run + 1 < other.runs ? other.textStarts[run + 1] : other.text.length();
                add(other.text.substring(other.textStarts[run], end), other.sourceStarts[run], other.sourceEnds[run]);
            }
        }

        public TextBlock build(TextBlock.Kind kind, int level) {
            return new TextBlock(kind, level, text.toString(), map());
        }

        /** The map of what has been collected, for a text that is read further before it becomes blocks. */
        public OffsetMap map() {
            if (runs == 0) {
                throw new IllegalStateException("a block without text has no place in the source");
            }
            return new OffsetMap(
                    Arrays.copyOf(textStarts, runs),
                    Arrays.copyOf(sourceStarts, runs),
                    Arrays.copyOf(sourceEnds, runs),
                    text.length());
        }
    }
}
