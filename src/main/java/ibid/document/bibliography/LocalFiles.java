package ibid.document.bibliography;

import ibid.document.data.FieldText;

/**
 * The paths in the {@code file} field of reference managers: {@code description:path:type}, several with a semicolon between them, a
 * colon or semicolon of the path itself behind a backslash; or a path alone.
 */
final class LocalFiles {
    private LocalFiles() {}

    static void add(FieldText value, Listing listing) {
        var text = value.text();
        var from = 0;
        for (var i = 0; i <= text.length(); i++) {
            if (i == text.length() || (text.charAt(i) == ';' && !isEscaped(text, i))) {
                add(value, from, i, listing);
                from = i + 1;
            }
        }
    }

    private static void add(FieldText value, int start, int end, Listing listing) {
        var text = value.text();
        var first = colon(text, start, end);
        var last = end;
        for (var next = first; next < end; next = colon(text, next + 1, end)) {
            last = next;
        }
        // One colon is that of a drive or a scheme.
        var isFields = first < last && last < end && !text.startsWith("//", first + 1);
        var from = isFields ? first + 1 : start;
        var to = isFields ? last : end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        listing.file(value, from, to, text.substring(from, to).replaceAll("\\\\([:;])", "$1"));
    }

    private static int colon(String text, int from, int end) {
        for (var i = from; i < end; i++) {
            if (text.charAt(i) == ':' && !isEscaped(text, i)) {
                return i;
            }
        }
        return end;
    }

    private static boolean isEscaped(String text, int offset) {
        return offset > 0 && text.charAt(offset - 1) == '\\';
    }
}
