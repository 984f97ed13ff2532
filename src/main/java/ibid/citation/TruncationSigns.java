package ibid.citation;

/** Signs that an address was cut although no known rule writes it so: a library with another length, or a person. */
final class TruncationSigns {
    /** Shorter tails are the next word of the sentence, or the end of a range. */
    private static final int SHORTEST_TAIL = 4;

    /** At a slash the dots may be a pattern's or a title's; a long piece of a name behind them speaks for a cut. */
    private static final int SHORTEST_TAIL_AT_SLASH = 12;

    /** People write short addresses with dots as placeholders; what was cut is long. */
    private static final int SHORTEST_HEAD = 30;

    private TruncationSigns() {}

    /** Whether {@code text} looks cut, having scheme or {@code www.} in front and no spaces around the mark. */
    static boolean lookCut(DialectText text) {
        var host = TruncationHost.of(text.head());
        if (!host.whole() || !host.isDotted() || TruncationGuard.isCodeHost(host)) {
            return false;
        }
        return text.tail().isEmpty() ? endsUnfinished(text.head()) : goesOn(text.head(), text.tail());
    }

    /**
     * A cut falls inside a word more often than not, and what follows has an address's characters: {@code publicat...roups.html}.
     * Dots between digits for a range, and a bare word is the sentence going on.
     */
    private static boolean goesOn(String head, String tail) {
        var before = head.charAt(head.length() - 1);
        var after = tail.charAt(0);
        return (isInside(before) || (before == '/' && tail.length() >= SHORTEST_TAIL_AT_SLASH))
                && (isInside(after) || (after == '.' && before != '/'))
                && !(Character.isDigit(before) && Character.isDigit(after))
                && !(before == '-' && after == '-')
                && !isRange(head, tail)
                && tail.length() >= SHORTEST_TAIL
                && hasAddressSign(tail)
                && !hasMark(head)
                && !hasMark(tail);
    }

    /** Whether a piece of text holds what words do not. */
    static boolean hasAddressSign(String text) {
        return text.chars().anyMatch(c -> "./-_=%&?#".indexOf(c) >= 0 || UrlChars.isAsciiDigit((char) c));
    }

    /** {@code photo001...photo120}: the same word with another number. */
    static boolean isRange(String head, String tail) {
        var digits = 0;
        while (digits < tail.length() && !Character.isDigit(tail.charAt(digits))) {
            digits++;
        }
        var word = tail.substring(0, digits);
        var start = head.length();
        while (Character.isDigit(head.charAt(start - 1))) {
            start--;
        }
        return start < head.length()
                && digits < tail.length()
                && head.substring(0, start).endsWith(word);
    }

    private static boolean isInside(char c) {
        return Character.isLetterOrDigit(c) || "-_=%&+".indexOf(c) >= 0;
    }

    /** No address ends with a hyphen or with half of a {@code %xx}; one that ends with {@code =} or a slash is a pattern. */
    private static boolean endsUnfinished(String head) {
        var end = head.length();
        return end >= SHORTEST_HEAD
                && !hasMark(head)
                && (head.endsWith("-") || head.endsWith("%") || head.charAt(end - 2) == '%');
    }

    static boolean hasMark(String text) {
        return text.contains("...") || text.indexOf('…') >= 0;
    }
}
