package ibid.citation;

/**
 * What a text shows at a glance of the citations that may stand in it, by a look at each of the characters that one of the
 * finders begins at.
 *
 * <p>Each sign is there wherever its finder finds something; where it is there, the finder need not.
 */
final class Signs {
    private static final int CUT = 1;
    private static final int DEFANGED = 2;
    private static final int ADDRESS = 4;
    private static final int SCHEME = 8;
    private static final int HOST = 16;
    private static final int IDENTIFIER = 32;
    private static final int ALL = 63;

    /** The characters that one of the finders begins at, but for the ellipsis. */
    private static final String TRIGGERS = ".:[({0123456789";

    private final String text;
    private final Suffixes suffixes;
    private int seen;

    Signs(String text, Suffixes suffixes) {
        this.text = text;
        this.suffixes = suffixes;
    }

    /** For each ASCII character whether one of the finders begins at it. */
    static boolean[] triggers(int size) {
        var triggers = new boolean[size];
        TRIGGERS.chars().forEach(c -> triggers[c] = true);
        return triggers;
    }

    boolean isEmpty() {
        return seen == 0;
    }

    /** Whether every finder has something to look for, so that no further look is needed. */
    boolean areAll() {
        return seen == ALL;
    }

    boolean ofCut() {
        return (seen & CUT) != 0;
    }

    boolean ofDefanged() {
        return (seen & DEFANGED) != 0;
    }

    boolean ofAddress() {
        return (seen & ADDRESS) != 0;
    }

    /** Of an address whose scheme is followed by no slashes. */
    boolean ofScheme() {
        return (seen & SCHEME) != 0;
    }

    boolean ofHost() {
        return (seen & HOST) != 0;
    }

    boolean ofIdentifier() {
        return (seen & IDENTIFIER) != 0;
    }

    /** Looks at the trigger or ellipsis that stands at an offset. */
    void look(char c, int at) {
        switch (c) {
            case ':' -> colon(at);
            case '.' -> dot(at);
            case '…' -> seen |= CUT;
            case '[', '(', '{' -> add(DEFANGED, Defanged.isBracket(text, at));
            default -> number(at);
        }
    }

    private void add(int sign, boolean isThere) {
        seen |= isThere ? sign : 0;
    }

    private void colon(int at) {
        var hasSlashes = text.startsWith("//", at + 1);
        add(ADDRESS, hasSlashes);
        add(DEFANGED, Defanged.mayEndScheme(text, at));
        add(SCHEME, !hasSlashes && SchemeFinder.mayEnd(text, at));
        add(IDENTIFIER, NamedIdentifier.mayEnd(text, at));
    }

    private void dot(int at) {
        add(CUT, text.startsWith("..", at + 1));
        add(ADDRESS, isBehindW(at) && at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1)));
        add(HOST, HostFinder.mayEndBehind(text, at, suffixes));
    }

    private boolean isBehindW(int at) {
        return at > 0 && (text.charAt(at - 1) | 0x20) == 'w';
    }

    private void number(int at) {
        // To look at what stands before a number is the dearest, and one is enough.
        if ((seen & IDENTIFIER) == 0) {
            add(IDENTIFIER, IdentifierFinder.mayBegin(text, at));
        }
    }
}
