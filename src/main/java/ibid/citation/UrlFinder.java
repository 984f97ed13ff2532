package ibid.citation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkSpan;
import org.nibor.autolink.LinkType;

/**
 * Finds complete addresses in running text, with a scheme or with {@code www.}, exactly as far as a reader would take them.
 *
 * <p>autolink-java says how far a candidate may reach; where it begins and ends for sure is decided here. Placeholders that it does
 * not see ({@code https://...}, {@code http://<host>/}) are found too: what they are is for the target stage to say. A bare
 * {@code http://} with nothing behind it points at nothing and is no citation; neither is a plain e-mail address.
 */
final class UrlFinder {
    /** Longest address that is cited, in UTF-16 code units; web servers and browsers give up long before. */
    static final int LONGEST = 16_384;

    private static final int LONGEST_HOLE = 40;

    /** More punctuation in a row than this is not part of an address's segment. */
    private static final int MOST_PUNCTUATION = 4;

    private final LinkExtractor candidates = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW))
            .build();
    private final Suffixes suffixes;

    UrlFinder(Suffixes suffixes) {
        this.suffixes = suffixes;
    }

    /** The addresses in the order of the text, at most {@code most}; those longer than {@link #LONGEST} among them. */
    List<Found> find(String text, int most) {
        var colon = text.indexOf("://");
        var www = indexOfWww(text, 0);
        if (colon < 0 && www < 0) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        var reach = new Reach(text, candidates);
        var at = 0;
        while ((colon >= 0 || www >= 0) && found.size() < most) {
            var isWww = www >= 0 && (colon < 0 || www < colon);
            var start = isWww ? www : UrlStart.ofScheme(text, colon, at);
            var next = isWww ? www + 4 : colon + 3;
            if (start >= 0) {
                var hostStart = isWww ? start : text.startsWith("file:///", start) ? next + 1 : next;
                var end = endOf(text, start, hostStart, reach.of(start));
                if (end > hostStart && (!isWww || suffixes.isHost(hostOf(text, start, end)))) {
                    found.add(Found.of(CitationKind.BARE_URL, start, end, cited(text.substring(start, end))));
                    next = end;
                }
            }
            at = next;
            // What was once not there is not looked for again: that would be the square of the text.
            colon = colon >= 0 && colon < next ? text.indexOf("://", next) : colon;
            www = www >= 0 && www < next ? indexOfWww(text, next) : www;
        }
        return found;
    }

    private static int indexOfWww(String text, int from) {
        for (var dot = text.indexOf('.', from + 3); dot >= 0; dot = text.indexOf('.', dot + 1)) {
            if ((text.charAt(dot - 1) | 0x20) == 'w' && UrlStart.isWww(text, dot - 3)) {
                return dot - 3;
            }
        }
        return -1;
    }

    private static String hostOf(String text, int start, int end) {
        var at = start;
        while (at < end && "/?#:".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private static int endOf(String text, int start, int hostStart, int reach) {
        var end = UrlEnd.of(text, start, hostStart, reach);
        var hole = holeEnd(text, end);
        while (hole > end) {
            end = hole < text.length() && "/.:?-_".indexOf(text.charAt(hole)) >= 0
                    ? UrlEnd.of(text, start, hole, text.length())
                    : hole;
            hole = holeEnd(text, end);
        }
        return isAddress(text, hostStart, end) ? dotsEnd(text, hostStart, end) : dotsEnd(text, hostStart, hostStart);
    }

    /** End of a hole such as {@code <host>} or {@code <user-name>} that begins here; tags are not holes. */
    private static int holeEnd(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '<' || "/:.=@-_".indexOf(text.charAt(at - 1)) < 0) {
            return at;
        }
        var end = at + 1;
        while (end < text.length() && end - at < LONGEST_HOLE && isHoleChar(text.charAt(end))) {
            end++;
        }
        var isHole = end > at + 2 && end < text.length() && text.charAt(end) == '>' && !text.startsWith("br", at + 1);
        return isHole ? end + 1 : at;
    }

    private static boolean isHoleChar(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == ' ';
    }

    /** {@code https://...} and {@code https://e.com/...} are placeholders and keep their dots: without them they would be other addresses. */
    private static int dotsEnd(String text, int hostStart, int end) {
        if (end > hostStart && text.charAt(end - 1) != '/' && text.charAt(end - 1) != '=') {
            return end;
        }
        var at = end;
        while (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == '…')) {
            at++;
        }
        var isMark = at - end >= 3 || text.startsWith("…", end);
        return isMark && (at == text.length() || !Character.isLetterOrDigit(text.charAt(at))) ? at : end;
    }

    private static boolean isAddress(String text, int hostStart, int end) {
        for (var i = hostStart; i < end && "/?#".indexOf(text.charAt(i)) < 0; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' || text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** Without what only the layout put in: invisible break points and TeX's backslashes. */
    static String cited(String shown) {
        if (isPlain(shown)) {
            return shown;
        }
        StringBuilder clean = new StringBuilder(shown.length());
        for (var i = 0; i < shown.length(); i++) {
            var c = shown.charAt(i);
            var isLetter = UrlChars.isJoiner(c) && i > 0 && shown.charAt(i - 1) >= 0x80;
            if (c != '\\' && (isLetter || !UrlChars.isInvisible(c))) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    /**
     * How far autolink-java lets the address that holds an offset reach; offsets only grow. It is shown the words alone that hold
     * one, for no address goes on behind a space, and most of a text is no address.
     */
    private static final class Reach {
        private final String text;
        private final LinkExtractor candidates;
        private Iterator<LinkSpan> spans = Collections.emptyIterator();
        private int wordStart;
        private int wordEnd;
        private int plainTo;
        private int start;
        private int end;

        Reach(String text, LinkExtractor candidates) {
            this.text = text;
            this.candidates = candidates;
        }

        /** autolink-java takes {@code http://e.com/!/} and {@code /a./} for a sentence's end. */
        private boolean goesOn() {
            var at = end;
            while (at < text.length() && at - end < MOST_PUNCTUATION && ".,;:!?".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            return at > end && at < text.length() && text.charAt(at) == '/';
        }

        int of(int offset) {
            var plainEnd = plainEnd(offset);
            if (plainEnd > offset) {
                return plainEnd;
            }
            if (offset >= wordEnd) {
                enterWord(offset);
            }
            while (end <= offset && spans.hasNext()) {
                var span = spans.next();
                start = wordStart + span.getBeginIndex();
                end = wordStart + span.getEndIndex();
            }
            return start <= offset && offset < end && !goesOn() ? end : text.length();
        }

        /**
         * Where an address ends that is written in characters which need no judgement, up to a blank, a delimiter or a bracket
         * that it did not open, the sentence's full stop or comma left out; the offset itself where it is not. So are most.
         */
        private int plainEnd(int offset) {
            // Where address stands in address, the characters of all are looked at once: else this took the square of
            // the text.
            plainTo = Math.max(plainTo, offset);
            while (plainTo < text.length() && isPlain(text.charAt(plainTo))) {
                plainTo++;
            }
            var end = plainTo > offset && text.charAt(plainTo - 1) == '.' ? plainTo - 1 : plainTo;
            return end > offset && endsPlainly(text.charAt(end - 1)) && isDelimited(plainTo) ? end : offset;
        }

        private boolean isDelimited(int at) {
            if (at == text.length()) {
                return true;
            }
            var c = text.charAt(at);
            return c <= ' '
                    || "<>\"`)]}".indexOf(c) >= 0
                    || (c == ',' && (at + 1 == text.length() || text.charAt(at + 1) <= ' '));
        }

        private static boolean isPlain(char c) {
            return UrlChars.isAsciiAlphanumeric(c) || (c >= '-' && c <= '/') || c == ':' || c == '_' || c == '=';
        }

        private static boolean endsPlainly(char c) {
            return UrlChars.isAsciiAlphanumeric(c) || c == '/';
        }

        private void enterWord(int offset) {
            wordStart = offset;
            while (wordStart > wordEnd && text.charAt(wordStart - 1) > ' ') {
                wordStart--;
            }
            wordEnd = offset;
            while (wordEnd < text.length() && text.charAt(wordEnd) > ' ') {
                wordEnd++;
            }
            spans = candidates.extractLinks(text.substring(wordStart, wordEnd)).iterator();
        }
    }
}
