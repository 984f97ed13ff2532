package ibid.citation;

import ibid.identifier.Scheme;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The word before a number that says what kind of identifier it is: {@code ISBN-13 (print): }, {@code PubMed ID }, {@code doi:}.
 *
 * @param start offset of its first letter
 * @param gap what stands between it and the number: blanks, a colon, a filler such as {@code ID}
 * @param isPlural whether it announces several: {@code RFCs 821 and 822}
 * @param isLowerCase whether all its letters are small
 */
record IdentifierLabel(Scheme scheme, int start, String gap, boolean isPlural, boolean isLowerCase) {
    private static final int LONGEST_GAP = 6;
    private static final int LONGEST_BRACKET = 20;
    private static final int LONGEST_WORD = 8;

    /** What may stand between the name of the scheme and the number. */
    private static final Set<String> FILLERS = Set.of("id", "no", "nr", "number", "preprint", "eprint");

    /** All that may stand before the number, but for what stands in brackets. */
    private static final ShortWords WORDS = new ShortWords(
            Stream.concat(FILLERS.stream(), Scheme.labels().stream()).toList());

    private static final String JOINED = "/.@$_%&=?#\\-~+^";

    /** The label that ends before an offset, where there is one; looks back over a bounded stretch only. */
    static Optional<IdentifierLabel> before(String text, int offset) {
        var gap = gapStart(text, offset);
        if (gap == 0 || !isLabelEnd(text.charAt(gap - 1))) {
            return Optional.empty();
        }
        var between = text.substring(gap, offset);
        var end = withoutKind(text, withoutBracket(text, gap));
        var start = wordStart(text, end);
        if (FILLERS.contains(text.substring(start, end).toLowerCase(Locale.ROOT))) {
            between = text.substring(start, end);
            end = withoutBracket(text, gapStart(text, start));
            start = wordStart(text, end);
        }
        var word = text.substring(start, end);
        var begin = start;
        if (start > 1 && text.charAt(start - 1) == '-' && "eEpP".indexOf(text.charAt(start - 2)) >= 0) {
            begin = start - 2;
        }
        if (begin > 0 && isJoined(text.charAt(begin - 1))) {
            return Optional.empty();
        }
        var from = begin;
        var written = between;
        // "... of the RFC. 10 days later": a sentence ends there.
        if (written.indexOf('.') >= 0 || (written.indexOf('-') >= 0 && written.length() > 1)) {
            return Optional.empty();
        }
        return Scheme.labelled(word)
                .map(scheme -> new IdentifierLabel(
                        scheme, from, written, word.endsWith("s") || word.endsWith("S"), isLower(word)));
    }

    /** Whether a label can end before an offset: most words before a number are none, and that is seen quickly. */
    static boolean mayEndBefore(String text, int offset) {
        var gap = gapStart(text, offset);
        if (gap == 0 || !isLabelEnd(text.charAt(gap - 1))) {
            return false;
        }
        return switch (text.charAt(gap - 1)) {
            case ')' -> true;
            case '0', '3' -> gap > 1 && text.charAt(gap - 2) == '1';
            default -> WORDS.mayHold(text, wordStart(text, gap), gap) || text.startsWith("-L", gap - 2);
        };
    }

    /** Whether nothing or a colon alone stands between it and the number: then it is part of the spelling. */
    boolean isGlued() {
        return gap.isEmpty() || gap.equals(":");
    }

    private static boolean isLower(String word) {
        return word.equals(word.toLowerCase(Locale.ROOT));
    }

    /** A letter, a bracket's end, or the digit of {@code ISBN-13}. */
    private static boolean isLabelEnd(char c) {
        return UrlChars.isAsciiLetter(c) || c == ')' || c == '0' || c == '3';
    }

    private static int gapStart(String text, int offset) {
        var at = offset;
        while (at > 0 && offset - at < LONGEST_GAP && isGap(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isGap(char c) {
        return c == ' '
                || c == ':'
                || c == '\n'
                || c == '\r'
                || c == '\t'
                || c == '='
                || c == '.'
                || c == '\u00A0'
                || c == '\u202F'
                || c == '：'
                || c == '-';
    }

    private static int withoutBracket(String text, int end) {
        if (end == 0 || text.charAt(end - 1) != ')') {
            return end;
        }
        var open = end - 1;
        while (open > 0 && end - open < LONGEST_BRACKET && text.charAt(open) != '(') {
            open--;
        }
        return text.charAt(open) == '(' ? gapStart(text, open) : end;
    }

    /** {@code ISBN-13}, {@code ISBN 10} and {@code ISSN-L}. */
    private static int withoutKind(String text, int end) {
        if (text.startsWith("13", end - 2) || text.startsWith("10", end - 2)) {
            return end > 2 && (text.charAt(end - 3) == '-' || text.charAt(end - 3) == ' ') ? end - 3 : end - 2;
        }
        return text.startsWith("-L", end - 2) ? end - 2 : end;
    }

    private static int wordStart(String text, int end) {
        var start = end;
        while (start > 0 && end - start < LONGEST_WORD && UrlChars.isAsciiLetter(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isJoined(char before) {
        return (Character.isLetterOrDigit(before) && !UrlChars.isUnspaced(before)) || JOINED.indexOf(before) >= 0;
    }

    /** Whether an identifier that begins behind this character is a part of something longer. */
    static boolean isBoundary(String text, int start) {
        return start == 0 || !isJoined(text.charAt(start - 1));
    }

    /** The word before the label, in lower case; empty where there is none. */
    String wordBefore(String text) {
        var end = start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\n') ? start - 1 : 0;
        return text.substring(wordStart(text, end), end).toLowerCase(Locale.ROOT);
    }
}
