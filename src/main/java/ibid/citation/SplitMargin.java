package ibid.citation;

import ibid.document.SourceText;

/**
 * Whether a line had to be broken where it is: the lines around it show how long lines may be.
 *
 * @param length of the line that ends in the address
 * @param longest of the lines around it, that line included
 * @param isShared whether another line is about as long, so that there is a margin
 * @param isAlone whether there are no other lines but those of the address
 */
record SplitMargin(int length, int longest, boolean isShared, boolean isAlone) {
    /** Lines above and below that are looked at; farther away another column or table may stand. */
    private static final int REACH = 6;

    /** Ragged lines end this far before the margin. */
    private static final int RAGGED = 12;

    /** No margin is nearer: narrower columns break words everywhere. */
    private static final int NARROWEST = 24;

    private static final int NARROWEST_ALONE = 40;

    /** @param first first line of the block, {@code last} its last, from 1 */
    static SplitMargin of(SourceText source, int first, int line, int last) {
        var length = length(source, line);
        var longest = length;
        var isShared = false;
        for (var other = Math.max(first, line - REACH); other <= Math.min(last, line + REACH); other++) {
            var otherLength = other == line ? 0 : length(source, other);
            longest = Math.max(longest, otherLength);
            isShared |= otherLength >= length - RAGGED;
        }
        return new SplitMargin(length, longest, isShared, last - first <= 1);
    }

    private static int length(SourceText source, int line) {
        var end = source.lineEnd(line);
        while (end > source.lineStart(line)
                && Character.isWhitespace(source.text().charAt(end - 1))) {
            end--;
        }
        return end - source.lineStart(line);
    }

    /** Whether what follows did not fit in the line any more; the strongest sign against a break is that it did. */
    boolean forced(int following) {
        return length + following > longest
                && length >= (isAlone ? NARROWEST_ALONE : NARROWEST)
                && (isShared || isAlone);
    }
}
