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
        return plain(one).equals(plain(other));
    }

    /** Whether both are made of the same characters, spaces aside. */
    static boolean sameDots(String one, String other) {
        return (one.indexOf(ELLIPSIS) >= 0) == (other.indexOf(ELLIPSIS) >= 0);
    }

    /** Space, no-break space, narrow no-break space. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F';
    }

    private static String plain(String mark) {
        return mark.replace('\u00A0', ' ').replace('\u202F', ' ').replace("...", "…");
    }
}
