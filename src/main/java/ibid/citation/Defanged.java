package ibid.citation;

import java.util.ArrayList;
import java.util.Arrays;
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

    private static final String[] TRIGGERS = {
        "xxp", "XXp", "XXP", "fxp", "**p", "[.]", "(.)", "{.}", "[dot]", "(dot)", "{dot}", "[DOT]", "(DOT)", "[:", "[/]"
    };

    public Defanged {
        ends = List.copyOf(ends);
    }

    /** Whether there is anything to look for: cheap, for hardly a text has any. */
    static boolean mayBeIn(String text) {
        return Arrays.stream(TRIGGERS).anyMatch(text::contains);
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
