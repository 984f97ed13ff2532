package ibid.citation;

/** What a platform takes away in front of a URL that it shows. */
enum DialectPrefix {
    NOTHING,
    SCHEME,
    SCHEME_AND_WWW;

    /** No scheme that a forum links is longer; beyond it a colon belongs to something else. */
    private static final int LONGEST_SCHEME = 12;

    /** {@code url} without the prefix. */
    String droppedFrom(String url) {
        if (this == NOTHING) {
            return url;
        }
        var rest = url.substring(schemeLength(url));
        return this == SCHEME_AND_WWW && startsWithWww(rest) ? rest.substring("www.".length()) : rest;
    }

    /**
     * Whether a shown text can begin as {@code head} does. Where the platform takes nothing away, a link that it made of
     * text begins with a scheme or {@code www.}: no linkifier of the table links a bare host.
     */
    boolean canHaveLeft(String head) {
        var scheme = schemeLength(head) > 0;
        return switch (this) {
            case NOTHING -> scheme || startsWithWww(head);
            case SCHEME -> !scheme;
            case SCHEME_AND_WWW -> !scheme && !startsWithWww(head);
        };
    }

    static boolean startsWithWww(String text) {
        return text.regionMatches(true, 0, "www.", 0, 4);
    }

    /** Length of {@code scheme://} in front of {@code text}; 0 where there is none (RFC 3986 section 3.1). */
    static int schemeLength(String text) {
        for (var i = 0; i < text.length() && i <= LONGEST_SCHEME; i++) {
            var c = text.charAt(i);
            if (c == ':') {
                return i > 0 && text.startsWith("//", i + 1) ? i + 3 : 0;
            }
            var letter = UrlChars.isAsciiLetter(c);
            var later = UrlChars.isAsciiDigit(c) || c == '+' || c == '-' || c == '.';
            if (!letter && !(later && i > 0)) {
                return 0;
            }
        }
        return 0;
    }
}
