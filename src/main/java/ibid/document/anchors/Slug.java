package ibid.document.anchors;

import ibid.config.Settings.Slugs;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** What a heading is called in an address, before doubles are told apart. */
final class Slug {
    private static final String SECTION = "section";

    /** GitLab's marks of what is paid for, which its headings end with: {@code **(PREMIUM)**}. */
    private static final Pattern TIER =
            Pattern.compile("\\s*\\**\\((?:core|starter|premium|ultimate|free|bronze|silver|gold|beta|experiment)"
                    + "(?:\\s+(?:only|all|self|saas|beta|experiment))*\\)\\**");

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern HYPHENS = Pattern.compile("-{2,}");
    private static final Pattern HYPHENS_AND_SPACE = Pattern.compile("[-\\s]+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private Slug() {}

    /** @param text what a reader sees of the heading, white space as it is */
    static String of(String text, Slugs rule) {
        return switch (rule) {
            case GITHUB -> words(text.toLowerCase(Locale.ROOT));
            case GITLAB -> gitlab(text);
            case MKDOCS -> mkdocs(text);
            case PANDOC -> pandoc(text);
        };
    }

    /** The filter of html-pipeline: what is no word, hyphen or space goes, and each space becomes a hyphen. */
    private static String words(String text) {
        return kept(text, c -> isWord(c) || c == '-' || c == ' ').replace(' ', '-');
    }

    private static String gitlab(String text) {
        var lower = TIER.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        var slug = HYPHENS.matcher(words(lower)).replaceAll("-");
        // A number alone would be taken for an issue.
        return DIGITS.matcher(slug).matches() ? "anchor-" + slug : slug;
    }

    /** Python-Markdown's default: of other scripts than Latin nothing is left. */
    private static String mkdocs(String text) {
        var ascii = kept(Normalizer.normalize(text, Normalizer.Form.NFKD), c -> c < 0x80);
        var words = kept(ascii, c -> isWord(c) || c == '-' || Character.isWhitespace(c));
        return HYPHENS_AND_SPACE.matcher(words.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
    }

    /** The manual's section "Extension: auto_identifiers": an identifier begins with a letter. */
    private static String pandoc(String text) {
        var kept = kept(
                text.toLowerCase(Locale.ROOT),
                c -> (isWord(c) && (c == '_' || !isConnector(c)))
                        || Character.getType(c) == Character.OTHER_NUMBER
                        || c == '-'
                        || c == '.'
                        || isSpace(c));
        var joined = SPACE.matcher(kept.strip()).replaceAll("-");
        var at = 0;
        while (at < joined.length() && !Character.isLetter(joined.codePointAt(at))) {
            at += Character.charCount(joined.codePointAt(at));
        }
        return at == joined.length() ? SECTION : joined.substring(at);
    }

    private static String kept(String text, IntPredicate isKept) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(isKept).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Unicode's word characters (UTS #18, annex C): letters, marks, decimal digits and what connects. */
    private static boolean isWord(int c) {
        return Character.isAlphabetic(c) || Character.isDigit(c) || isConnector(c) || isMark(c);
    }

    private static boolean isConnector(int c) {
        return Character.getType(c) == Character.CONNECTOR_PUNCTUATION;
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
