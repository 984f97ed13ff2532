package ibid.document.markup;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/** What the commands for single characters show. */
final class LatexText {
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("ldots", "…"),
            Map.entry("dots", "…"),
            Map.entry("textellipsis", "…"),
            Map.entry("textendash", "–"),
            Map.entry("textemdash", "—"),
            Map.entry("textquoteright", "’"),
            Map.entry("textquoteleft", "‘"),
            Map.entry("textquotedblleft", "“"),
            Map.entry("textquotedblright", "”"),
            Map.entry("ss", "ß"),
            Map.entry("o", "ø"),
            Map.entry("O", "Ø"),
            Map.entry("ae", "æ"),
            Map.entry("AE", "Æ"),
            Map.entry("oe", "œ"),
            Map.entry("OE", "Œ"),
            Map.entry("aa", "å"),
            Map.entry("AA", "Å"),
            Map.entry("l", "ł"),
            Map.entry("L", "Ł"),
            Map.entry("i", "ı"),
            Map.entry("j", "ȷ"),
            Map.entry("S", "§"),
            Map.entry("copyright", "©"),
            Map.entry("slash", "/"),
            Map.entry("textunderscore", "_"),
            Map.entry("textasciitilde", "~"),
            Map.entry("textbackslash", "\\"),
            Map.entry("textbar", "|"),
            Map.entry("textless", "<"),
            Map.entry("textgreater", ">"),
            Map.entry("quad", " "),
            Map.entry("qquad", " "),
            Map.entry("newline", "\n"),
            Map.entry("linebreak", "\n"),
            Map.entry("and", "\n"),
            Map.entry("TeX", "TeX"),
            Map.entry("LaTeX", "LaTeX"));

    /** Each accent's mark, in the order of the combining characters behind it. */
    private static final String ACCENTS = "'`^\"~=.cvuHkrd";

    private static final String COMBINING =
            "\u0301\u0300\u0302\u0308\u0303\u0304\u0307\u0327\u030C\u0306\u030B\u0328\u030A\u0323";

    private LatexText() {}

    static Optional<String> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    /** What a backslash before a character that is no letter shows. */
    static String symbol(char c) {
        return switch (c) {
            case '%', '#', '&', '_', '$', '{', '}' -> String.valueOf(c);
            case '\\' -> "\n";
            case '-', '/', '@', '!', '(', ')', '[', ']', '+', '*', '<', '>' -> "";
            default -> " ";
        };
    }

    static boolean isAccent(String name) {
        return name.length() == 1 && ACCENTS.contains(name);
    }

    /** A letter with its accent; the letter alone where there is no such character. */
    static String accented(String accent, char letter) {
        var mark = COMBINING.charAt(ACCENTS.indexOf(accent));
        var composed = Normalizer.normalize("" + letter + mark, Normalizer.Form.NFC);
        return composed.length() == 1 ? composed : String.valueOf(letter);
    }
}
