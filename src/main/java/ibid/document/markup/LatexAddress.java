package ibid.document.markup;

import java.util.Optional;
import java.util.Set;

/**
 * The address in an argument of a LaTeX command.
 *
 * @param start offset of its first character in the source; {@code end} is exclusive
 * @param behind offset behind the brace or mark that closes the argument
 */
record LatexAddress(String destination, int start, int end, int behind) {
    private static final int LONGEST = 16_384;

    /** Commands that show a tilde, or nothing. */
    private static final Set<String> TILDES = Set.of("textasciitilde", "sim", "textsim", "texttildelow");

    private static final Set<String> SILENT =
            Set.of("string", "allowbreak", "linebreak", "nobreak", "relax", "penalty", "hspace");

    /** The argument that a brace opens at {@code open}; empty where it is none that an address could stand in. */
    static Optional<LatexAddress> braced(String text, int open) {
        if (open >= text.length() || text.charAt(open) != '{') {
            return Optional.empty();
        }
        var limit = Math.min(text.length(), open + LONGEST);
        var depth = 0;
        for (var at = open; at < limit; at++) {
            switch (text.charAt(at)) {
                case '{' -> depth++;
                case '}' -> depth--;
                case '\\' -> {
                    if (!isHarmless(text, at + 1, limit)) {
                        return Optional.empty();
                    }
                    at++;
                }
                case '\n' -> {
                    if (isParagraphEnd(text, at)) {
                        return Optional.empty();
                    }
                }
                default -> {}
            }
            if (depth == 0) {
                return Optional.of(of(text, open + 1, at));
            }
        }
        return Optional.empty();
    }

    /** The argument between two marks of any kind, as addresses and paths take it. */
    static Optional<LatexAddress> delimited(String text, int open) {
        var limit = Math.min(text.length(), open + LONGEST);
        for (var at = open + 1; at < limit && text.charAt(at) != '\n'; at++) {
            if (text.charAt(at) == text.charAt(open)) {
                return Optional.of(of(text, open + 1, at));
            }
        }
        return Optional.empty();
    }

    static boolean isParagraphEnd(String text, int lineEnd) {
        var at = lineEnd + 1;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\r')) {
            at++;
        }
        return at >= text.length() || text.charAt(at) == '\n';
    }

    private static String name(String text, int from, int limit) {
        var end = from;
        while (end < limit && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(from, end);
    }

    private static boolean isHarmless(String text, int from, int limit) {
        var name = name(text, from, limit);
        return name.isEmpty() || TILDES.contains(name) || SILENT.contains(name);
    }

    private static LatexAddress of(String text, int from, int to) {
        var start = Spaces.skip(text, from, to);
        var end = Spaces.trimmedEnd(text, start, to);
        var address = new StringBuilder(end - start);
        for (var at = start; at < end; at++) {
            var c = text.charAt(at);
            if (c == '\\') {
                var name = name(text, at + 1, end);
                if (TILDES.contains(name)) {
                    address.append('~');
                } else if (name.isEmpty() && at + 1 < end && !Character.isWhitespace(text.charAt(at + 1))) {
                    address.append(text.charAt(at + 1));
                }
                at += Math.max(1, name.length());
            } else if (c == '%' && at + 1 < end && (text.charAt(at + 1) == '\n' || text.charAt(at + 1) == '\r')) {
                at++;
            } else if (!Character.isWhitespace(c) && c != '{' && c != '}' && !isMathMark(text, at)) {
                address.append(c);
            }
        }
        return new LatexAddress(address.toString(), start, end, to + 1);
    }

    /** The dollars of {@code $\sim$}. */
    private static boolean isMathMark(String text, int at) {
        return text.charAt(at) == '$'
                && (text.startsWith("\\sim", at + 1) || (at > 3 && text.startsWith("\\sim", at - 4)));
    }
}
