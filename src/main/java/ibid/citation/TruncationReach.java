package ibid.citation;

/** How far a URL can reach from a mark to both sides. */
final class TruncationReach {
    /** The longest host (253) and what path dialects show behind it; no rule shows more on either side. */
    static final int LIMIT = 300;

    /** White space, what RFC 3986 appendix C and typography use as delimiters, and CJK punctuation. */
    private static final String STOPS = "<>\"`{}|\\^“”„«»‹›‘’、。，；：！？「」『』【】（）《》｜";

    /** Punctuation of the sentence when it stands last. */
    private static final String SENTENCE = ".,;:!?'*_~…";

    private TruncationReach() {}

    /** Where the piece of text before a mark begins, or the last {@link #LIMIT} characters of it. */
    static int headStart(String text, int floor, int end) {
        var start = end;
        var lowest = Math.max(floor, end - LIMIT);
        while (start > lowest && !isStop(text.charAt(start - 1)) && !isBehindTag(text, start)) {
            start--;
        }
        return start;
    }

    /** {@code [url=address]http://shown}: what stands in a forum's tag is another address. */
    private static boolean isBehindTag(String text, int start) {
        return text.charAt(start - 1) == ']' && (text.startsWith("http", start) || text.startsWith("www.", start));
    }

    /** Where the piece of text behind a mark ends; -1 where it is longer than any tail. */
    static int tailEnd(String text, int start) {
        var end = start;
        while (end < text.length() && !isStop(text.charAt(end)) && !isJoint(text, end)) {
            end++;
            if (end - start > LIMIT) {
                return -1;
            }
        }
        return end;
    }

    /** {@code end} without the punctuation of the sentence and without brackets that close what the URL did not open. */
    static int withoutPunctuation(String text, int urlStart, int tailStart, int end) {
        var balance = new int[3];
        for (var i = urlStart; i < end; i++) {
            count(balance, text.charAt(i));
        }
        var trimmed = end;
        while (trimmed > tailStart) {
            var c = text.charAt(trimmed - 1);
            var closer = ")]}".indexOf(c);
            if (SENTENCE.indexOf(c) < 0 && !(closer >= 0 && balance[closer] < 0)) {
                break;
            }
            if (closer >= 0) {
                balance[closer]++;
            }
            trimmed--;
        }
        return trimmed;
    }

    private static void count(int[] balance, char c) {
        var opener = "([{".indexOf(c);
        var closer = ")]}".indexOf(c);
        if (opener >= 0) {
            balance[opener]++;
        } else if (closer >= 0) {
            balance[closer]--;
        }
    }

    static boolean isStop(char c) {
        return c <= ' '
                || (c >= 0x7F && c <= 0xA0)
                || STOPS.indexOf(c) >= 0
                || (c > 0xA0 && (Character.isSpaceChar(c) || UrlChars.isInvisiblePunctuation(c)));
    }

    /**
     * Where a URL ends without a space: {@code text](address)} of Markdown, {@code first,http://second},
     * {@code address[/url]} of a forum.
     */
    private static boolean isJoint(String text, int at) {
        var c = text.charAt(at);
        return (c == ']' && text.startsWith("(", at + 1))
                || UrlChars.isClosingTag(text, at)
                || ((c == ',' || c == ';') && (text.startsWith("http", at + 1) || text.startsWith("www.", at + 1)));
    }
}
