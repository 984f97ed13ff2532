package ibid.citation;

import java.util.Locale;
import java.util.Set;

/** What the words beside a name say about it: that it is a web site, or the second half of a mail address written in words. */
final class SiteWords {
    private static final int REACH = 40;

    private final Set<String> before;
    private final Set<String> behind;

    SiteWords() {
        var table = new WordTable("site-words.txt");
        before = table.words("before");
        behind = table.words("behind");
    }

    /** Whether a word such as <em>site</em> stands directly before or behind. */
    boolean stand(String text, int start, int end) {
        return before.contains(wordBefore(text, start)) || behind.contains(wordBehind(text, end));
    }

    /** {@code <david at e.net>}, {@code barry at e.org)}: an address hidden from robots is not a source. */
    boolean isMailInWords(String text, int start, int end) {
        if (!wordBefore(text, start).equals("at")) {
            return false;
        }
        var at = text.lastIndexOf("at", start);
        var name = wordBefore(text, at);
        var opening = at - name.length() - 2;
        var isClosed = end < text.length() && ">)]".indexOf(text.charAt(end)) >= 0;
        return (isClosed && !name.isEmpty()) || (opening >= 0 && "<([".indexOf(text.charAt(opening)) >= 0);
    }

    private static String wordBefore(String text, int start) {
        var end = start;
        while (end > 0 && text.charAt(end - 1) <= ' ' && end > start - 4) {
            end--;
        }
        var from = end;
        while (from > Math.max(0, end - REACH)
                && text.charAt(from - 1) > ' '
                && "([<\"".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return end == start ? "" : text.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static String wordBehind(String text, int end) {
        var from = end;
        while (from < text.length() && text.charAt(from) <= ' ' && from < end + 4) {
            from++;
        }
        var to = from;
        while (to < Math.min(text.length(), from + REACH)
                && (Character.isLetter(text.charAt(to)) || text.charAt(to) == '-')) {
            to++;
        }
        return from == end ? "" : text.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
