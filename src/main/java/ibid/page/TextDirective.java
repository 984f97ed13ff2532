package ibid.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that an address quotes: {@code #:~:text=prefix-,start,end,-suffix} (WICG, Scroll To Text Fragment, section 3.3).
 *
 * @param prefix what stands before the text, or empty
 * @param start its first words, or all of it
 * @param end its last words, or empty
 * @param suffix what stands behind it, or empty
 */
public record TextDirective(String prefix, String start, String end, String suffix) {
    private static final String DELIMITER = ":~:";
    private static final String NAME = "text=";
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    /** The texts that a fragment quotes, as written, in their order. */
    public static List<TextDirective> in(String fragment) {
        var at = fragment.indexOf(DELIMITER);
        var found = new ArrayList<TextDirective>();
        if (at >= 0) {
            for (var part : fragment.substring(at + DELIMITER.length()).split("&", -1)) {
                if (part.startsWith(NAME)) {
                    parse(part.substring(NAME.length())).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** Empty where it is no directive: then a browser does not look for it. */
    private static Optional<TextDirective> parse(String written) {
        var terms = new ArrayList<>(List.of(written.split(",", -1)));
        if (terms.isEmpty() || terms.size() > 4) {
            return Optional.empty();
        }
        var prefix = "";
        var suffix = "";
        if (terms.get(0).endsWith("-")) {
            var first = terms.remove(0);
            prefix = first.substring(0, first.length() - 1);
        }
        if (!terms.isEmpty() && terms.get(terms.size() - 1).startsWith("-")) {
            suffix = terms.remove(terms.size() - 1).substring(1);
        }
        if (terms.isEmpty() || terms.size() > 2 || terms.contains("")) {
            return Optional.empty();
        }
        return Optional.of(new TextDirective(
                decoded(prefix),
                decoded(terms.get(0)),
                terms.size() > 1 ? decoded(terms.get(1)) : "",
                decoded(suffix)));
    }

    private static String decoded(String term) {
        try {
            return URLDecoder.decode(term.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return term;
        }
    }

    /** Whether the text is quoted from this one. Words are compared whole, without case and accents, however they are spaced. */
    public boolean isIn(String text) {
        var folded = folded(text);
        var first = folded(start);
        for (var at = next(folded, first, 0); at >= 0; at = next(folded, first, at + 1)) {
            var close = at + first.length();
            if (!end.isBlank()) {
                var last = next(folded, folded(end), close);
                close = last < 0 ? -1 : last + folded(end).length();
            }
            if (close >= 0 && isPreceded(folded, at) && isFollowed(folded, close)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPreceded(String folded, int at) {
        var before = folded.substring(0, at).stripTrailing();
        var wanted = folded(prefix);
        return wanted.isEmpty() || (before.endsWith(wanted) && isBorder(before, before.length() - wanted.length()));
    }

    private boolean isFollowed(String folded, int close) {
        var wanted = folded(suffix);
        var from = close < folded.length() && folded.charAt(close) == ' ' ? close + 1 : close;
        return wanted.isEmpty() || (folded.startsWith(wanted, from) && isBorder(folded, from + wanted.length()));
    }

    private static int next(String folded, String term, int from) {
        var at = term.isEmpty() ? -1 : folded.indexOf(term, from);
        while (at >= 0 && !(isBorder(folded, at) && isBorder(folded, at + term.length()))) {
            at = folded.indexOf(term, at + 1);
        }
        return at;
    }

    /** Scripts without spaces between words have a border between any two characters. */
    private static boolean isBorder(String text, int at) {
        return at <= 0
                || at >= text.length()
                || !isOfSpacedWord(text.codePointBefore(at))
                || !isOfSpacedWord(text.codePointAt(at));
    }

    private static boolean isOfSpacedWord(int c) {
        return Character.isLetterOrDigit(c)
                && !Character.isIdeographic(c)
                && switch (Character.UnicodeScript.of(c)) {
                    case HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> false;
                    default -> true;
                };
    }

    private static String folded(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return SPACE.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
