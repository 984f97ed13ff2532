package ibid.registry;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Titles as registers keep them: with markup of several kinds, escaped once or twice, and with what became of the work before them. */
final class Titles {
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z][A-Za-z0-9:-]{0,20}(?:\\s[^<>]{0,200})?/?>");
    private static final Pattern PARTED = Pattern.compile("[:.\\])]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** How publishers mark the record of a work that they took back; a notice of that is called "Retraction of" instead. */
    private static final Pattern TAKEN_BACK = Pattern.compile(
            "^[\\[(*\\s]*(?:(retracted|withdrawn|removed)(?:"
                    + " (?:article|paper|chapter|manuscript))?)\\s*[\\])*]*\\s*[:.–—-]?\\s*(?=\\S)",
            Pattern.CASE_INSENSITIVE);

    private Titles() {}

    /** The words without markup, on one line. */
    static String clean(String title) {
        var plain = title;
        // What was escaped twice on its way into a register is common.
        for (var i = 0; i < 2 && plain.indexOf('&') >= 0; i++) {
            plain = Parser.unescapeEntities(plain, false);
        }
        return SPACE.matcher(TAG.matcher(plain).replaceAll("")).replaceAll(" ").strip();
    }

    /** Without the mark of a work that was taken back. */
    static String unmarked(String title) {
        var mark = TAKEN_BACK.matcher(title);
        return isMarked(title) && mark.find() ? title.substring(mark.end()) : title;
    }

    /** Whether a title begins with such a mark: in capitals, or parted from the title by a colon or brackets. */
    static boolean isMarked(String title) {
        var mark = TAKEN_BACK.matcher(title);
        return mark.find()
                && (mark.group(1).equals(mark.group(1).toUpperCase(Locale.ROOT))
                        || PARTED.matcher(title.substring(mark.end(1), mark.end()))
                                .find());
    }

    /** The word of the mark in lower case; empty where there is none. */
    static String mark(String title) {
        var mark = TAKEN_BACK.matcher(title);
        return isMarked(title) && mark.find() ? mark.group(1).toLowerCase(Locale.ROOT) : "";
    }
}
