package ibid.document.markup;

import java.util.Arrays;

/** Which pair of braces closes which template, found in one walk, so that nesting costs nothing. */
final class WikitextBraces {
    private int[] opening = new int[64];
    private int[] closing = new int[64];
    private int count;

    WikitextBraces(String text) {
        var open = new int[16];
        var depth = 0;
        for (var at = text.indexOf('{'); at >= 0 && at + 1 < text.length(); at++) {
            if (text.charAt(at) == '{' && text.charAt(at + 1) == '{') {
                if (depth == open.length) {
                    open = Arrays.copyOf(open, depth * 2);
                }
                open[depth++] = add(at);
                at++;
            } else if (text.charAt(at) == '}' && text.charAt(at + 1) == '}' && depth > 0) {
                closing[open[--depth]] = at;
                at++;
            }
        }
    }

    private int add(int at) {
        if (count == opening.length) {
            opening = Arrays.copyOf(opening, count * 2);
            closing = Arrays.copyOf(closing, count * 2);
        }
        opening[count] = at;
        closing[count] = -1;
        return count++;
    }

    /** Offset of the braces that close those at an offset; -1 where none do. */
    int closing(int open) {
        var found = Arrays.binarySearch(opening, 0, count, open);
        return found < 0 ? -1 : closing[found];
    }

    /** Offset of the innermost braces that stand before an offset and are closed behind it; -1 where there are none. */
    int opening(int inside) {
        var found = Arrays.binarySearch(opening, 0, count, inside);
        var at = found < 0 ? -found - 2 : found - 1;
        while (at >= 0 && closing[at] < inside) {
            at--;
        }
        return at < 0 ? -1 : opening[at];
    }
}
