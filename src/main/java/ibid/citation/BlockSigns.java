package ibid.citation;

/**
 * What a text shows at a glance of the citations that may stand in it: one pass over its characters, so that nobody searches
 * a text that cannot hold what he looks for. Nine of ten paragraphs hold nothing.
 *
 * <p>Each sign is there wherever its finder finds something; where it is there, the finder need not.
 */
final class BlockSigns {
    private static final int STRETCH = 4096;

    private static final int CUT = 1;
    private static final int DEFANGED = 2;
    private static final int ADDRESS = 4;
    private static final int SCHEME = 8;
    private static final int HOST = 16;
    private static final int IDENTIFIER = 32;
    private static final int ALL = 63;

    /** The characters that one of the finders begins at. */
    private static final boolean[] TRIGGERS = triggers(".:[({0123456789");

    private final String text;
    private final Suffixes suffixes;
    private int signs;

    BlockSigns(String text, Suffixes suffixes) {
        this.text = text;
        this.suffixes = suffixes;
        // An array is walked several times as fast as a text.
        var stretch = new char[Math.min(STRETCH, text.length())];
        for (var from = 0; from < text.length() && signs != ALL; from += stretch.length) {
            var length = Math.min(stretch.length, text.length() - from);
            text.getChars(from, from + length, stretch, 0);
            for (var i = 0; i < length; i++) {
                var c = stretch[i];
                if (c < TRIGGERS.length ? TRIGGERS[c] : c == '…') {
                    look(c, from + i);
                }
            }
        }
    }

    private static boolean[] triggers(String characters) {
        var triggers = new boolean[0x80];
        characters.chars().forEach(c -> triggers[c] = true);
        return triggers;
    }

    boolean isEmpty() {
        return signs == 0;
    }

    boolean ofCut() {
        return (signs & CUT) != 0;
    }

    boolean ofDefanged() {
        return (signs & DEFANGED) != 0;
    }

    boolean ofAddress() {
        return (signs & ADDRESS) != 0;
    }

    /** Of an address whose scheme is followed by no slashes. */
    boolean ofScheme() {
        return (signs & SCHEME) != 0;
    }

    boolean ofHost() {
        return (signs & HOST) != 0;
    }

    boolean ofIdentifier() {
        return (signs & IDENTIFIER) != 0;
    }

    private void look(char c, int at) {
        switch (c) {
            case ':' -> colon(at);
            case '.' -> dot(at);
            case '…' -> signs |= CUT;
            case '[', '(', '{' -> add(DEFANGED, Defanged.isBracket(text, at));
            default -> number(at);
        }
    }

    private void add(int sign, boolean isThere) {
        signs |= isThere ? sign : 0;
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
        add(ADDRESS, at > 0 && (text.charAt(at - 1) | 0x20) == 'w');
        add(HOST, HostFinder.mayEndBehind(text, at, suffixes));
    }

    private void number(int at) {
        // To look at what stands before a number is the dearest, and one is enough.
        if ((signs & IDENTIFIER) == 0) {
            add(IDENTIFIER, IdentifierFinder.mayBegin(text, at));
        }
    }
}
