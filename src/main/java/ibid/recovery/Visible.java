package ibid.recovery;

import ibid.citation.Truncation;
import ibid.text.Terms;
import ibid.url.PercentEncoding;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a cut address shows of a full one, and what it hides. */
final class Visible {
    private static final Pattern PREFIX = Pattern.compile("^(?:https?://)?(?:www\\d*\\.)?", Pattern.CASE_INSENSITIVE);

    private final String head;
    private final String tail;

    Visible(Truncation cut) {
        head = plain(cut.head());
        tail = decoded(cut.tail()).replaceFirst("^\uFFFD+", "");
    }

    /** Decoded, without scheme and {@code www.}, half a character at the cut taken off. */
    static String plain(String url) {
        var bare = PREFIX.matcher(url).replaceFirst("");
        var decoded = decoded(bare);
        var end = decoded.length();
        while (end > 0 && decoded.charAt(end - 1) == '\uFFFD') {
            end--;
        }
        return decoded.substring(0, end);
    }

    private static String decoded(String text) {
        return PercentEncoding.decoded(text).orElse(text).replace('+', ' ');
    }

    /** What is hidden of {@code url}, with the rest of the words that the cut goes through. */
    Hidden of(String url) {
        var full = plain(url);
        var from = full.toLowerCase(Locale.ROOT).startsWith(head.toLowerCase(Locale.ROOT)) ? head.length() : 0;
        var to = full.endsWith(tail) && full.length() - tail.length() >= from
                ? full.length() - tail.length()
                : full.length();
        var behindHost = Math.min(to, Math.max(from, host(full)));
        return new Hidden(full.substring(wordStart(full, behindHost), wordEnd(full, to)), slug(full, from, to));
    }

    /** Where the host ends: what is hidden of it says nothing of the kind of page. */
    private static int host(String full) {
        return Math.max(0, full.indexOf('/'));
    }

    /** Of the segments that are hidden in part or whole the one with the most words, as far as it is hidden, its words made whole. */
    private static String slug(String full, int from, int to) {
        var best = "";
        var words = -1;
        for (var start = from; start <= to; ) {
            var slash = full.indexOf('/', start);
            var end = slash < 0 || slash > to ? to : slash;
            var segment = full.substring(wordStart(full, start), wordEnd(full, end));
            var count = Terms.of(segment).size();
            if (count >= words) {
                words = count;
                best = segment;
            }
            start = end + 1;
        }
        return best;
    }

    private static int wordStart(String full, int at) {
        var start = at;
        while (start > 0 && Character.isLetterOrDigit(full.charAt(start - 1)) && isInWord(full, at)) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String full, int at) {
        var end = at;
        while (end < full.length() && Character.isLetterOrDigit(full.charAt(end)) && isInWord(full, at)) {
            end++;
        }
        return end;
    }

    private static boolean isInWord(String text, int cut) {
        return cut > 0
                && cut < text.length()
                && Character.isLetterOrDigit(text.charAt(cut - 1))
                && Character.isLetterOrDigit(text.charAt(cut));
    }

    /**
     * The words that the cut goes through made whole.
     *
     * @param text what is hidden behind the host
     * @param words those of its words that stand where a title would
     */
    record Hidden(String text, String words) {}
}
