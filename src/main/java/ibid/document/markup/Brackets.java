package ibid.document.markup;

import java.util.Arrays;

/** Which square bracket closes which, in one stretch of a text; found in one walk, so that nesting costs nothing. */
final class Brackets {
    private static final int NONE = -1;

    private final int from;
    private final int[] closing;

    private Brackets(int from, int[] closing) {
        this.from = from;
        this.closing = closing;
    }

    static Brackets of(String text, int from, int to) {
        var closing = new int[to - from];
        Arrays.fill(closing, NONE);
        var open = new int[16];
        var depth = 0;
        for (var at = from; at < to; at++) {
            var c = text.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '[') {
                if (depth == open.length) {
                    open = Arrays.copyOf(open, depth * 2);
                }
                open[depth++] = at;
            } else if (c == ']' && depth > 0) {
                closing[open[--depth] - from] = at;
            }
        }
        return new Brackets(from, closing);
    }

    /** Offset of the bracket that closes the one at an offset; -1 where none does. */
    int closing(int open) {
        return closing[open - from];
    }
}
