package ibid.document.markup;

import org.jsoup.nodes.Entities;

/**
 * Walks decoded text beside the source it was decoded from, so that each character gets its place.
 *
 * <p>The parsers decode entities and escapes but keep only the range of the whole; which way a doubtful {@code &copy=} was
 * read is seen from what they made of it.
 */
final class Decoding {
    /** The longest named entity of HTML has 31 characters; numbers may be padded with zeros. */
    private static final int LONGEST_ENTITY = 40;

    private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final String source;
    private final int sourceEnd;
    private final String shown;
    private final boolean hasEscapes;
    private int at;
    private int shownAt;
    /** Length of what the last entity that fits shows. */
    private int fitting;

    private Decoding(String source, int start, int end, String shown, boolean hasEscapes) {
        this.source = source;
        this.sourceEnd = end;
        this.shown = shown;
        this.hasEscapes = hasEscapes;
        this.at = start;
    }

    /** Takes a piece of decoded text and the range of the source it came from. */
    interface Pieces {
        void add(CharSequence shown, int sourceStart, int sourceEnd);
    }

    /**
     * Hands on {@code shown} piece by piece. Where text and source disagree in a way that is neither an entity nor an escape,
     * the rest is one piece.
     *
     * @param hasEscapes whether a backslash before punctuation is an escape, as in Markdown
     */
    static void trace(String source, int start, int end, String shown, boolean hasEscapes, Pieces pieces) {
        if (shown.length() == end - start) {
            // Nothing decoded grows or keeps its length, so this stands as it is.
            pieces.add(shown, start, end);
            return;
        }
        new Decoding(source, start, end, shown, hasEscapes).trace(pieces);
    }

    private void trace(Pieces pieces) {
        while (at < sourceEnd && shownAt < shown.length()) {
            var straightFrom = at;
            var shownFrom = shownAt;
            skipSame();
            if (at > straightFrom) {
                pieces.add(shown.substring(shownFrom, shownAt), straightFrom, at);
            }
            if (at == sourceEnd || shownAt == shown.length()) {
                break;
            }
            if (!coded(pieces)) {
                pieces.add(shown.substring(shownAt), at, sourceEnd);
                return;
            }
        }
        if (shownAt < shown.length()) {
            // Characters without a source of their own belong to the last one there is.
            pieces.add(shown.substring(shownAt), sourceEnd - 1, sourceEnd);
        }
    }

    /** Goes on to where a code begins, or to the first character that is another than is shown. */
    private void skipSame() {
        var most = Math.min(sourceEnd - at, shown.length() - shownAt);
        var length = 0;
        while (length < most) {
            var c = source.charAt(at + length);
            if (isCode(c) || !isShownAs(c, shown.charAt(shownAt + length))) {
                break;
            }
            length++;
        }
        at += length;
        shownAt += length;
    }

    private boolean opensCode(int offset) {
        return isCode(source.charAt(offset));
    }

    private boolean isCode(char c) {
        return c == '&' || (hasEscapes && c == '\\');
    }

    private boolean isSame() {
        return isShownAs(source.charAt(at), shown.charAt(shownAt));
    }

    /** The parsers read NUL as U+FFFD, one for one. */
    private static boolean isShownAs(char c, char d) {
        return c == d || (c == 0 && d == '\uFFFD');
    }

    private boolean coded(Pieces pieces) {
        var isEscape = source.charAt(at) == '\\' && at + 1 < sourceEnd && ESCAPABLE.indexOf(source.charAt(at + 1)) >= 0;
        if (hasEscapes && isEscape && source.charAt(at + 1) == shown.charAt(shownAt)) {
            return take(pieces, 2, 1);
        }
        if (source.charAt(at) == '&') {
            var length = entityLength();
            if (length > 0) {
                return take(pieces, length, fitting);
            }
        }
        if (isSame()) {
            return take(pieces, 1, 1);
        }
        if (source.charAt(at) == 0) {
            // HTML drops a NUL in text (section 13.2.6.4.7).
            at++;
            return true;
        }
        return false;
    }

    private boolean take(Pieces pieces, int sourceLength, int shownLength) {
        pieces.add(shown.substring(shownAt, shownAt + shownLength), at, at + sourceLength);
        at += sourceLength;
        shownAt += shownLength;
        return true;
    }

    /** Length of the entity that was decoded here; 0 where the ampersand is only itself. */
    private int entityLength() {
        var limit = Math.min(sourceEnd, at + LONGEST_ENTITY);
        var end = at + 1;
        while (end < limit && (isAlphanumeric(source.charAt(end)) || (end == at + 1 && source.charAt(end) == '#'))) {
            end++;
        }
        if (end < limit && source.charAt(end) == ';' && fits(end + 1 - at)) {
            return end + 1 - at;
        }
        for (; end > at + 1; end--) {
            if (fits(end - at)) {
                return end - at;
            }
        }
        return 0;
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Whether the source's next characters are an entity that shows what is shown, and what follows them does too. */
    private boolean fits(int length) {
        var decoded = decoded(length);
        if (decoded.isEmpty() || !shown.startsWith(decoded, shownAt)) {
            return false;
        }
        fitting = decoded.length();
        var next = at + length;
        var shownNext = shownAt + decoded.length();
        if (next >= sourceEnd) {
            return shownNext == shown.length();
        }
        return shownNext < shown.length()
                && (opensCode(next) || source.charAt(next) == shown.charAt(shownNext) || source.charAt(next) == 0);
    }

    private String decoded(int length) {
        var name = source.substring(at + 1, at + length);
        var isClosed = name.endsWith(";");
        var bare = isClosed ? name.substring(0, name.length() - 1) : name;
        if (bare.startsWith("#")) {
            // What number shows what is the parser's to say (HTML section 13.2.5.80); only its length matters here.
            return bare.length() == 1 ? "" : Character.toString(shown.codePointAt(shownAt));
        }
        return switch (bare) {
            // These four are nearly all that is written, and their characters are known without a search.
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            default -> isClosed || Entities.isBaseNamedEntity(bare) ? Entities.getByName(bare) : "";
        };
    }
}
