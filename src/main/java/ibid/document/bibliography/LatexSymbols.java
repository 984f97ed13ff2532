package ibid.document.bibliography;

import java.text.Normalizer;
import java.util.Map;

/** What LaTeX's commands for single characters stand for. */
final class LatexSymbols {
    private static final Map<String, String> COMMANDS = Map.ofEntries(
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
            Map.entry("dh", "ð"),
            Map.entry("th", "þ"),
            Map.entry("textendash", "–"),
            Map.entry("textemdash", "—"),
            Map.entry("ldots", "…"),
            Map.entry("dots", "…"),
            Map.entry("textquoteright", "’"),
            Map.entry("textquoteleft", "‘"),
            Map.entry("textasciitilde", "~"),
            Map.entry("sim", "~"),
            Map.entry("textunderscore", "_"),
            Map.entry("textbackslash", "\\"),
            Map.entry("backslash", "\\"),
            Map.entry("textpercent", "%"),
            Map.entry("textampersand", "&"),
            Map.entry("textdollar", "$"),
            Map.entry("textless", "<"),
            Map.entry("textgreater", ">"),
            Map.entry("textbar", "|"),
            Map.entry("textcolon", ":"),
            Map.entry("textasciicircum", "^"),
            Map.entry("slash", "/"),
            Map.entry("TeX", "TeX"),
            Map.entry("LaTeX", "LaTeX"));

    /** Accents of one character, with the combining mark of Unicode. */
    private static final Map<Character, String> ACCENTS = Map.ofEntries(
            Map.entry('`', "\u0300"),
            Map.entry('\'', "\u0301"),
            Map.entry('^', "\u0302"),
            Map.entry('~', "\u0303"),
            Map.entry('"', "\u0308"),
            Map.entry('=', "\u0304"),
            Map.entry('.', "\u0307"),
            Map.entry('u', "\u0306"),
            Map.entry('v', "\u030C"),
            Map.entry('H', "\u030B"),
            Map.entry('c', "\u0327"),
            Map.entry('k', "\u0328"),
            Map.entry('r', "\u030A"),
            Map.entry('d', "\u0323"),
            Map.entry('b', "\u0331"));

    private LatexSymbols() {}

    /** What a command of this name shows; empty for one that only says how something looks. */
    static String of(String command) {
        return COMMANDS.getOrDefault(command, "");
    }

    static boolean isAccent(String command) {
        return command.length() == 1 && ACCENTS.containsKey(command.charAt(0));
    }

    /** A letter under an accent; a letter without its dot has it back under the accent. */
    static String accented(String accent, String letter) {
        var base = letter.equals("ı") ? "i" : letter.equals("ȷ") ? "j" : letter;
        return Normalizer.normalize(base + ACCENTS.get(accent.charAt(0)), Normalizer.Form.NFC);
    }
}
