package ibid.citation;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The first piece of the line below an address, up to the next space, and how much it looks like the rest of one.
 *
 * @param text without the punctuation of the sentence behind it
 * @param followed what stood behind {@code text} up to the space
 */
record SplitToken(String text, String followed) {
    /** What stands at the end of addresses of files and hardly at the end of words. */
    private static final Set<String> FILE_ENDINGS = Set.of(
            "html", "htm", "shtml", "xhtml", "pdf", "php", "asp", "aspx", "jsp", "cfm", "cgi", "xml", "rst", "txt",
            "zip", "doc", "docx", "jpg", "jpeg", "png", "gif", "svg", "csv", "json", "md", "ps", "gz");

    private static final Pattern OTHER_THING = Pattern.compile(
            "(?i)[a-z][a-z0-9+.-]*:.*|www\\..*|.*://.*|.*@.*|\\W+|\\(?(?:\\d{1,3}|[a-z])[.)]|v?\\d+\\.[\\d.]*|.*_{1,2}");

    private static final Pattern PAIR = Pattern.compile("[&?]?[\\w.%+-]+=[^=]+|[^&]+&(?:amp;)?[\\w.]+=.*");
    static final Pattern ESCAPE = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern WORDS = Pattern.compile("\\p{L}+(?:/\\p{L}+)?");
    private static final Pattern NUMBERED = Pattern.compile("(?=.*\\d)(?=.*[a-z])[\\p{Alnum}._~-]{6,}");

    /** Prose has words of three parts, "state-of-the-art" of four at most. */
    private static final int HYPHENS_OF_A_SLUG = 4;

    static SplitToken of(String whole) {
        var end = whole.length();
        while (end > 0 && ".,;:!?)]}>'\"*".indexOf(whole.charAt(end - 1)) >= 0) {
            end--;
        }
        return new SplitToken(whole.substring(0, end), whole.substring(end));
    }

    /** Whether it cannot go on an address: another address, a mail address, a number of a list, a label, mere punctuation. */
    boolean isOtherThing() {
        return text.isEmpty()
                || followed.startsWith(":")
                || OTHER_THING.matcher(text + followed).matches();
    }

    /** Written as only addresses are: a file's ending, a query's pair, an escape, a path of several parts. */
    boolean isAddressLike() {
        return hasFileEnding()
                || PAIR.matcher(text).matches()
                || ESCAPE.matcher(text).find()
                || (text.indexOf('/', 1) > 0 && !WORDS.matcher(text).matches());
    }

    /** Not a word of prose, though it may be one of a technical text: a slug, a name with an underscore or with digits. */
    boolean isNameLike() {
        return text.indexOf('_', 1) > 0
                || count('-') >= HYPHENS_OF_A_SLUG
                || NUMBERED.matcher(text).matches();
    }

    boolean hasFileEnding() {
        return FILE_ENDINGS.contains(text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))
                && text.lastIndexOf('.') > (text.startsWith(".") ? -1 : 0);
    }

    /** {@code html} behind a line that ends in {@code index.} */
    boolean isFileEnding() {
        return FILE_ENDINGS.contains(text.toLowerCase(Locale.ROOT));
    }

    boolean isCapitalised() {
        return Character.isUpperCase(text.codePointAt(0));
    }

    private long count(char c) {
        return text.chars().filter(each -> each == c).count();
    }

    /** The part that a program which breaks addresses would not have broken further. */
    int firstPart() {
        var at = 1;
        while (at < text.length() && "/-_=&?%.#".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
