package ibid.document.markup;

/** Takes the list of images in {@code srcset} apart (HTML section 4.8.4.2.3). */
final class Srcset {
    private Srcset() {}

    /** Takes the range of one address. */
    interface Candidates {
        void add(int start, int end);
    }

    /** Hands on each address; commas inside of one are part of it. */
    static void read(String value, Candidates candidates) {
        var at = 0;
        while (at < value.length()) {
            var start = at;
            while (start < value.length() && (value.charAt(start) <= ' ' || value.charAt(start) == ',')) {
                start++;
            }
            var end = end(value, start);
            if (end > start) {
                candidates.add(start, end);
            }
            at = next(value, end);
        }
    }

    /** An address ends at a space, and commas at its end are none of it. */
    private static int end(String value, int from) {
        var end = from;
        while (end < value.length() && value.charAt(end) > ' ') {
            end++;
        }
        while (end > from && value.charAt(end - 1) == ',') {
            end--;
        }
        return end;
    }

    /** Skips the descriptors behind an address, up to the comma that is outside of parentheses. */
    private static int next(String value, int from) {
        var depth = 0;
        for (var at = from; at < value.length(); at++) {
            var c = value.charAt(at);
            if (c == ',' && depth == 0) {
                return at + 1;
            }
            depth = c == '(' ? depth + 1 : c == ')' ? 0 : depth;
        }
        return value.length();
    }
}
