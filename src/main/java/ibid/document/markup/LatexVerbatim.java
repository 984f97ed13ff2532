package ibid.document.markup;

import java.util.Set;

/** Text that LaTeX shows as it stands. */
final class LatexVerbatim {
    private static final Set<String> ENVIRONMENTS = Set.of(
            "verbatim",
            "verbatim*",
            "Verbatim",
            "BVerbatim",
            "LVerbatim",
            "lstlisting",
            "minted",
            "alltt",
            "filecontents",
            "filecontents*",
            "comment");

    private final Collected into;
    private final String text;

    LatexVerbatim(Collected into) {
        this.into = into;
        this.text = into.source();
    }

    /** @param behind offset at which the text goes on */
    record Range(int from, int to, int behind) {}

    static boolean isOne(String environment) {
        return ENVIRONMENTS.contains(environment);
    }

    /** The code between two marks or braces on one line; an empty range where there is none. */
    Range delimited(int open) {
        if (open >= text.length() || Character.isWhitespace(text.charAt(open))) {
            return new Range(open, open, open);
        }
        var mark = text.charAt(open) == '{' ? '}' : text.charAt(open);
        for (var at = open + 1; at < text.length() && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == mark) {
                return new Range(open + 1, at, at + 1);
            }
        }
        return new Range(open, open, open);
    }

    /** Adds what an environment encloses and says where the text goes on; one that is never closed runs to the end. */
    int environment(String name, int at, int from) {
        var end = "\\end{" + name + "}";
        var found = text.indexOf(end, from);
        var to = found < 0 ? text.length() : found;
        var behind = found < 0 ? text.length() : found + end.length();
        if (name.equals("comment")) {
            into.comment(at, behind, from, to);
        } else {
            into.code(from, to);
        }
        return behind;
    }
}
