package ibid.document.markup;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The parameters of a template, as they stand in wikitext. */
final class WikitextParameters {
    private static final int LONGEST_NAME = 40;

    private WikitextParameters() {}

    /**
     * One parameter.
     *
     * @param bar where it begins
     * @param behindName behind the equals sign, or behind the bar where it has no name
     * @param start of its value; {@code end} is exclusive, and white space around it is left out
     */
    record Parameter(int bar, int behindName, int start, int end) {
        boolean isBlank() {
            return start >= end;
        }
    }

    /** By their names in lower case, or their numbers; of two of one name the last counts. */
    static Map<String, Parameter> of(String text, int nameEnd, int close) {
        var parameters = new LinkedHashMap<String, Parameter>();
        for (var at = nameEnd; at < close; ) {
            var from = at + 1;
            var to = end(text, from, close);
            var behind = behindName(text, from, to);
            var key = behind > from ? text.substring(from, behind - 1).strip() : String.valueOf(parameters.size() + 1);
            var start = Spaces.skip(text, behind, to);
            parameters.put(
                    key.toLowerCase(Locale.ROOT), new Parameter(at, behind, start, Spaces.trimmedEnd(text, start, to)));
            at = to;
        }
        return parameters;
    }

    /** Offset behind the name of a parameter and its equals sign, where it has one. */
    static int behindName(String text, int from, int to) {
        var limit = Math.min(to, from + LONGEST_NAME);
        for (var at = from; at < limit; at++) {
            var c = text.charAt(at);
            if (c == '=') {
                return at + 1;
            }
            if (!Character.isLetterOrDigit(c) && !Character.isWhitespace(c) && c != '-' && c != '_') {
                return from;
            }
        }
        return from;
    }

    /** The next bar that is in no nested template or link. */
    private static int end(String text, int from, int close) {
        var depth = 0;
        for (var at = from; at < close; at++) {
            var c = text.charAt(at);
            if (c == '|' && depth <= 0) {
                return at;
            }
            var isPair = at + 1 < close && text.charAt(at + 1) == c;
            if (isPair && (c == '{' || c == '[')) {
                depth++;
                at++;
            } else if (isPair && (c == '}' || c == ']')) {
                depth--;
                at++;
            }
        }
        return close;
    }
}
