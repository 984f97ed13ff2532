package ibid.citation;

/** The marks that stand for what was cut out, and which of them can have become which. */
final class TruncationMark {
    private static final char ELLIPSIS = '…';

    private TruncationMark() {}

    /**
     * Whether both mean the same cut. Word processors turn {@code ...} into {@code …} and back, and a space may have become
     * a no-break space; whether there are spaces at all belongs to the platform's rule.
     */
    static boolean agree(String one, String other) {
        return one.equals(other) || (isSpaced(one) == isSpaced(other) && isKnown(one) && isKnown(other));
    }

    private static boolean isSpaced(String mark) {
        return !mark.isEmpty() && isSpace(mark.charAt(0));
    }

    private static boolean isKnown(String mark) {
        var edge = isSpaced(mark) ? 1 : 0;
        var core = mark.length() - 2 * edge;
        return (edge == 0 || isSpace(mark.charAt(mark.length() - 1)))
                && ((core == 1 && mark.charAt(edge) == ELLIPSIS) || (core == 3 && mark.startsWith("...", edge)));
    }

    /** Whether both are made of the same characters, spaces aside. */
    static boolean sameDots(String one, String other) {
        return (one.indexOf(ELLIPSIS) >= 0) == (other.indexOf(ELLIPSIS) >= 0);
    }

    /** Space, no-break space, narrow no-break space. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F';
    }

    /** {@code mark} with ordinary spaces and three dots. */
    static String plain(String mark) {
        return mark.replace('\u00A0', ' ').replace('\u202F', ' ').replace("…", "...");
    }
}
