package ibid.citation;

/** What a character means for the end of an address in running text. */
final class UrlChars {
    /** Beyond ASCII never part of an address: typographic quotes, CJK punctuation, bullets. */
    private static final String STOPS =
            "“”„‟‘’‚‛«»‹›…—―•·。、，；：！？（）［］｛｝「」『』【】〔〕〈〉《》〖〗｡､｢｣，．＜＞｜؛،؟۔।॥։።፣፤።៕។၊။།\u037E¡¿⟨⟩⟪⟫⟦⟧❮❯❛❜❝❞〘〙〚〛〝〞〟｟｠﹁﹂﹃﹄︵︶﴾﴿⸢⸣＂＇‥"
                    + "\u2028\u2029\uFFFD";

    /** May stand inside an address but does not end one. */
    private static final String TRAILING = ".,;:!?'*~–";

    private static final int LONGEST_TAG = 14;

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private UrlChars() {}

    /** Never part of an address: white space, RFC 3986 appendix C delimiters, table bars, and {@link #STOPS}. */
    static boolean isStop(char c) {
        return c < 0x7F
                ? c <= ' ' || c == '<' || c == '>' || c == '"' || c == '`' || c == '|'
                : c <= 0xA0 || STOPS.indexOf(c) >= 0 || Character.isSpaceChar(c);
    }

    static boolean isTrailing(char c) {
        return TRAILING.indexOf(c) >= 0;
    }

    /** 0 to 2 for the three kinds of brackets, -1 for anything else. */
    static int opens(char c) {
        return OPENING.indexOf(c);
    }

    static int closes(char c) {
        return CLOSING.indexOf(c);
    }

    /** Soft hyphen, zero-width space and (non-)joiners, word joiner, marks of direction, byte order mark: shown as nothing. */
    static boolean isInvisible(char c) {
        return c == 0xAD || c == 0x61C || c == 0xFEFF || isInvisiblePunctuation(c);
    }

    /** Those of the block of general punctuation. */
    static boolean isInvisiblePunctuation(char c) {
        return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F);
    }

    /** Zero-width joiner and non-joiner: in Arabic and Indic words they are letters as good as any. */
    static boolean isJoiner(char c) {
        return c == 0x200C || c == 0x200D;
    }

    /** Whether a closing tag of a forum's markup begins here: {@code [/url]}, {@code [/quote]}. */
    static boolean isClosingTag(String text, int at) {
        if (!text.startsWith("[/", at)) {
            return false;
        }
        var end = at + 2;
        while (end < text.length() && end - at < LONGEST_TAG && isAsciiLetter(text.charAt(end))) {
            end++;
        }
        return end > at + 2 && text.startsWith("]", end);
    }

    /** A script that is written without spaces: Han, kana, Hangul, Thai. */
    static boolean isUnspaced(char c) {
        return (c >= 0x0E00 && c <= 0x0E7F) || (c >= 0x3040 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF);
    }

    static boolean isAsciiAlphanumeric(char c) {
        return isAsciiLetter(c) || isAsciiDigit(c);
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAsciiDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
