package ibid.identifier;

import java.util.Locale;

/** A number written with hyphens, dashes or spaces between its digits. */
final class Digits {
    /** Hyphen-minus, and what typesetting makes of it: hyphen, non-breaking hyphen, figure and en dash, minus, full-width. */
    private static final String HYPHENS = "-\u2010\u2011\u2012\u2013\u2212\uFF0D\u00AD";

    private Digits() {}

    /** The digits and a last X in upper case; empty where the text holds anything else. */
    static String of(String text) {
        var digits = new StringBuilder(16);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isDigit(c) || ((c == 'X' || c == 'x') && i == text.length() - 1)) {
                digits.append(c);
            } else if (!isSeparator(c)) {
                return "";
            }
        }
        return digits.toString().toUpperCase(Locale.ROOT);
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '\n' || c == '\u00A0' || c == '\u2009' || c == '\u202F' || HYPHENS.indexOf(c) >= 0;
    }

    /** Whether all of a text, which is not empty, are digits. */
    static boolean areAll(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isDigit((char) c));
    }
}
