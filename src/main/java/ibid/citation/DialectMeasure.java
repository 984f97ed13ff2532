package ibid.citation;

/**
 * The length of a shown head or tail in every unit, taken in one pass.
 *
 * @param bytes UTF-8 bytes of what is legible
 * @param broken U+FFFD at the border with the mark, where a character may have been cut in two
 */
record DialectMeasure(int codePoints, int utf16, int bytes, int broken, boolean ascii) {
    /** A cut leaves at most three bytes of a character. */
    private static final int MOST_BROKEN = 3;

    static DialectMeasure ofHead(String text) {
        var broken = 0;
        while (broken < MOST_BROKEN
                && broken < text.length()
                && text.charAt(text.length() - 1 - broken) == DialectUnit.BROKEN) {
            broken++;
        }
        return of(text, 0, text.length() - broken, broken);
    }

    static DialectMeasure ofTail(String text) {
        var broken = 0;
        while (broken < MOST_BROKEN && broken < text.length() && text.charAt(broken) == DialectUnit.BROKEN) {
            broken++;
        }
        return of(text, broken, text.length(), broken);
    }

    private static DialectMeasure of(String text, int from, int to, int broken) {
        var bytes = 0;
        var codePoints = 0;
        for (var i = from; i < to; ) {
            var c = text.codePointAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            codePoints++;
            i += Character.charCount(c);
        }
        return new DialectMeasure(codePoints + broken, text.length(), bytes, broken, bytes == to - from && broken == 0);
    }

    /**
     * Whether a piece of {@code count} units can look so. A cut inside a UTF-8 character hides up to three bytes behind
     * U+FFFD, which some programs drop when text is copied.
     */
    boolean canBe(int count, DialectUnit unit) {
        return switch (unit) {
            case CODE_POINTS -> codePoints == count;
            case UTF16 -> utf16 == count;
            case BYTES ->
                (broken == 0 && bytes == count)
                        || (!ascii && count > MOST_BROKEN && bytes < count && bytes >= count - MOST_BROKEN);
        };
    }
}
