package ibid.citation;

import java.util.Locale;
import java.util.Set;

/** Finds where an address that begins at a given place of a text ends: one pass forward, then one back over what only closes the sentence. */
final class UrlEnd {
    /** Remains of entities that an export left in the text; no address is written with one. */
    private static final String[] ENTITIES = {
        "&gt;", "&lt;", "&quot;", "&apos;", "&nbsp;", "&#39;", "&#34;", "&#x27;", "&#160;"
    };

    private static final Set<String> FILE_ENDINGS = Set.of(
            "html", "htm", "pdf", "php", "asp", "aspx", "jsp", "shtml", "xhtml", "cgi", "txt", "doc", "docx", "zip");

    /** Characters that belong to the address wherever they stand in it, unless the next begins there. */
    private static final boolean[] PLAIN = plain();

    private static final String TEX_ESCAPED = "_%#&~$";
    private static final int LONGEST_FILE_ENDING = 6;
    private static final int LONGEST_DUNDER = 40;
    private static final int LONGEST_ENTITY = 32;
    private static final int LONGEST_WORD = 100;

    private final String text;
    private final int start;
    private final int hostStart;
    private final int limit;
    private final int[] open = new int[3];
    private boolean inHost = true;
    private boolean hasDot;
    private boolean hasOtherScript;
    private int path;
    private boolean isInQuotes;
    private int closingQuote = -1;

    private static boolean[] plain() {
        var plain = new boolean[0x80];
        for (var c = '-'; c < plain.length; c++) {
            plain[c] = UrlChars.isAsciiAlphanumeric(c) || "-./_=".indexOf(c) >= 0;
        }
        return plain;
    }

    private UrlEnd(String text, int start, int hostStart, int limit) {
        this.text = text;
        this.start = start;
        this.hostStart = hostStart;
        this.limit = limit;
    }

    /**
     * Exclusive end of the address.
     *
     * @param start where the scheme or {@code www.} begins
     * @param hostStart where the host begins
     * @param limit where the address ends at the latest
     */
    static int of(String text, int start, int hostStart, int limit) {
        var end = new UrlEnd(text, start, hostStart, limit);
        return end.trimmed(end.reach());
    }

    private int reach() {
        var at = hostStart;
        while (at < limit) {
            var next = step(at);
            if (next == at) {
                break;
            }
            at = next;
        }
        return at;
    }

    /** The place behind the character at {@code at}, or {@code at} itself where the address ends before it. */
    private int step(int at) {
        var c = text.charAt(at);
        if (c < PLAIN.length && PLAIN[c]) {
            return plain(at, c);
        }
        if (UrlChars.isInvisible(c)) {
            return goesOnBehindInvisible(at) ? at + 1 : at;
        }
        if (UrlChars.isStop(c) || (inHost && endsHost(at, c)) || UrlChars.isClosingTag(text, at)) {
            return at;
        }
        if (c == '?' || c == '#') {
            endHost(at);
        }
        if (c == '\'') {
            quote(at);
        }
        if (UrlChars.opens(c) >= 0) {
            open[UrlChars.opens(c)]++;
        } else if (UrlChars.closes(c) >= 0 && (open[UrlChars.closes(c)]-- <= 0 || text.startsWith("](", at))) {
            return at;
        }
        return switch (c) {
            case '\\' -> at + 1 < limit && TEX_ESCAPED.indexOf(text.charAt(at + 1)) >= 0 ? at + 2 : at;
            case '&' -> isEntityRemain(at) ? at : at + 1;
            case '\'' -> isPossessive(at) || isClosingQuote(at) || isNextUrl(at + 1) ? at : at + 1;
            case ',', ';' -> isNextUrl(at + 1) ? at : at + 1;
            default -> isGluedProse(at, c) ? at : behind(at, c);
        };
    }

    /** Nearly all characters of nearly all addresses. */
    private int plain(int at, char c) {
        if (c == 'h') {
            return isGluedUrl(at) ? at : at + 1;
        }
        hasDot |= c == '.';
        if (c == '/') {
            endHost(at);
        }
        return at + 1;
    }

    private void endHost(int at) {
        if (inHost) {
            inHost = false;
            path = at;
        }
    }

    private int behind(int at, char c) {
        hasOtherScript |= c == '%' || UrlChars.isUnspaced(c);
        return at + 1;
    }

    /** {@code /it's} has an apostrophe; {@code /_'title'} has quotes of its own, unless the address itself stands in quotes. */
    private void quote(int at) {
        var isBehindWord = Character.isLetterOrDigit(text.charAt(at - 1)) || text.charAt(at - 1) == ')';
        if (isInQuotes && isBehindWord) {
            isInQuotes = false;
            closingQuote = at;
        } else if (!isBehindWord) {
            isInQuotes = true;
        }
    }

    /** A host is followed by nothing but a path, a query or the end; brackets are an IPv6 address or a template's hole. */
    private boolean endsHost(int at, char c) {
        if (c == '(' || c == ')' || (c == '*' && at > hostStart)) {
            return true;
        }
        // 「https://e.com参照」: an ASCII host is not continued in another script unless that is a domain label of its own.
        return UrlChars.isUnspaced(c) && at > hostStart && UrlChars.isAsciiAlphanumeric(text.charAt(at - 1)) && hasDot;
    }

    private boolean goesOnBehindInvisible(int at) {
        var next = at + 1;
        return next < limit
                && !UrlChars.isStop(text.charAt(next))
                && !UrlChars.isInvisible(text.charAt(next))
                && (text.charAt(next) < 0x80 || UrlChars.isJoiner(text.charAt(at)));
    }

    private boolean isEntityRemain(int at) {
        for (var entity : ENTITIES) {
            if (text.startsWith(entity, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPossessive(int at) {
        return text.startsWith("s", at + 1) && endsWord(at + 2);
    }

    /** {@code ['https://e.com/a','https://e.com/b']}: where one quote stands before the address, the next ends it. */
    private boolean isClosingQuote(int at) {
        return start > 0 && text.charAt(start - 1) == '\'' && endsWord(at + 1);
    }

    private boolean endsWord(int at) {
        return at >= limit || (!Character.isLetterOrDigit(text.charAt(at)) && "-_/".indexOf(text.charAt(at)) < 0);
    }

    /** {@code http://a.b/c,http://d.e/f} are two; an address as a parameter or a path's end ({@code /web/2020/http://}) is one. */
    private boolean isNextUrl(int at) {
        return text.startsWith("http://", at) || text.startsWith("https://", at) || text.startsWith("ftp://", at);
    }

    private boolean isGluedUrl(int at) {
        return at > hostStart
                && UrlChars.isAsciiAlphanumeric(text.charAt(at - 1))
                && (text.startsWith("http://", at) || text.startsWith("https://", at));
    }

    /** Chinese, Japanese, Korean and Thai sentences go on without a space behind an address. */
    private boolean isGluedProse(int at, char c) {
        if (!UrlChars.isUnspaced(c) || inHost || !UrlChars.isAsciiAlphanumeric(text.charAt(at - 1))) {
            return false;
        }
        // Without a scheme it is prose that names a host, and prose goes on.
        return isBare() || isBehindFile(at) || !isStructured(at);
    }

    private boolean isBare() {
        return !text.startsWith("//", hostStart - 2) && !UrlStart.isWww(text, start);
    }

    /** {@code /wiki/C言語} and {@code /abc日本/x}: a wiki's title, or the path itself goes on behind the other script. */
    private boolean isStructured(int at) {
        var end = at;
        while (end < limit && end - at < LONGEST_WORD && UrlChars.isUnspaced(text.charAt(end))) {
            end++;
        }
        var goesOn = end < limit && "/-_.?=&%#+".indexOf(text.charAt(end)) >= 0 && !UrlChars.isStop(text.charAt(end));
        return goesOn || hasOtherScript || text.startsWith("/wiki/", path);
    }

    private boolean isBehindFile(int at) {
        var dot = at - 1;
        while (dot > at - LONGEST_FILE_ENDING && UrlChars.isAsciiAlphanumeric(text.charAt(dot))) {
            dot--;
        }
        return text.charAt(dot) == '.'
                && FILE_ENDINGS.contains(text.substring(dot + 1, at).toLowerCase(Locale.ROOT));
    }

    private int trimmed(int reached) {
        var end = reached < text.length() ? entityStart(reached) : reached;
        while (end > hostStart && isDropped(end)) {
            end = entityStart(end - 1);
        }
        return end;
    }

    /** Where what looks like an entity before a last semicolon begins (GFM 6.9); the semicolon itself where nothing does. */
    private int entityStart(int last) {
        var at = last;
        while (at > Math.max(hostStart, last - LONGEST_ENTITY) && UrlChars.isAsciiAlphanumeric(text.charAt(at - 1))) {
            at--;
        }
        return text.charAt(last) == ';' && at < last && text.charAt(at - 1) == '&' ? at - 1 : last;
    }

    private boolean isDropped(int end) {
        var last = text.charAt(end - 1);
        if (last == '_') {
            return !endsDunder(end);
        }
        if (last == '-' && inHost) {
            return true; // RFC 1123 section 2.1: it ends no label
        }
        if (end - 1 == closingQuote) {
            return false;
        }
        return UrlChars.isTrailing(last) || UrlChars.isInvisible(last) || UrlChars.opens(last) >= 0;
    }

    /** {@code #object.__init__} ends in its underscores; in {@code _https://e.com/_} they are emphasis (GFM 6.9). */
    private boolean endsDunder(int end) {
        if (!text.startsWith("__", end - 2) || (start > 0 && text.charAt(start - 1) == '_')) {
            return false;
        }
        var word = end - 3;
        while (word > Math.max(hostStart, end - LONGEST_DUNDER)
                && (Character.isLetterOrDigit(text.charAt(word))
                        || (text.charAt(word) == '_' && text.charAt(word - 1) != '_'))) {
            word--;
        }
        return word > hostStart && text.startsWith("__", word - 1);
    }
}
