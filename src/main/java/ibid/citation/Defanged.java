package ibid.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address that was made harmless, put right again.
 *
 * @param text as it was before
 * @param ends for each character of {@code text} the exclusive end of what it was written as
 */
public record Defanged(String text, List<Integer> ends) {
    /** What no address is written with, and what it stands for. */
    static final Pattern MARK = Pattern.compile(
            "(?i)(?<![\\p{Alnum}])(?:h(?:xx|\\*\\*)p|fxp)(?=s?(?::|\\[:))|[\\[({](?:\\.|dot)[\\])}]|\\[:(?://)?\\]|\\[/\\]");

    public Defanged {
        ends = List.copyOf(ends);
    }

    /** Whether the scheme of a harmless address ends at a colon: one look at the two letters before it passes over most. */
    static boolean mayEndScheme(String text, int colon) {
        var end = before(text, before(text, colon, "["), "sS");
        return end > 2
                && "pP".indexOf(text.charAt(end - 1)) >= 0
                && "xX*".indexOf(text.charAt(end - 2)) >= 0
                && (isMark(text, end - 3) || (end > 3 && isMark(text, end - 4)));
    }

    private static int before(String text, int at, String chars) {
        return at > 0 && chars.indexOf(text.charAt(at - 1)) >= 0 ? at - 1 : at;
    }

    /** Whether a mark begins at a bracket: most hold words, and one look at the first character passes them over. */
    static boolean isBracket(String text, int at) {
        return at + 1 < text.length() && ".:/dD".indexOf(text.charAt(at + 1)) >= 0 && isMark(text, at);
    }

    private static boolean isMark(String text, int at) {
        return MARK.matcher(text)
                .region(at, text.length())
                .useTransparentBounds(true)
                .lookingAt();
    }

    /** Whether the text as it is written in a document is an address that was made harmless. */
    public static boolean isDefanged(String written) {
        return MARK.matcher(written).find();
    }

    /** The address as it was before. */
    static Defanged refanged(String written) {
        var text = new StringBuilder(written.length());
        var ends = new ArrayList<Integer>(written.length());
        var marks = MARK.matcher(written);
        var at = 0;
        while (at < written.length()) {
            var isMark = marks.find(at);
            var plainEnd = isMark ? marks.start() : written.length();
            for (; at < plainEnd; at++) {
                text.append(written.charAt(at));
                ends.add(at + 1);
            }
            if (isMark) {
                at = marks.end();
                var meant = meant(marks.group());
                text.append(meant);
                for (var i = 0; i < meant.length(); i++) {
                    ends.add(at);
                }
            }
        }
        return new Defanged(text.toString(), ends);
    }

    private static String meant(String mark) {
        return switch (mark.toLowerCase(Locale.ROOT)) {
            case "hxxp", "h**p" -> "http";
            case "fxp" -> "ftp";
            case "[:]" -> ":";
            case "[://]" -> "://";
            case "[/]" -> "/";
            default -> ".";
        };
    }

    /** Where what was written for the first {@code length} characters ends. */
    int sourceEnd(int length) {
        return length == 0 ? 0 : ends.get(length - 1);
    }
}
