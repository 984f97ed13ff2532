package ibid.document.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a field of a word processor's document leads to (ECMA-376 part 1, sections 17.16.2 and 17.16.5.25). */
final class FieldCode {
    private FieldCode() {}

    /**
     * The address of {@code HYPERLINK "address" \l "place in it"}; empty for other fields, and for a place in the document itself.
     */
    static Optional<String> destination(String code) {
        var words = words(code);
        if (words.isEmpty() || !words.get(0).toUpperCase(Locale.ROOT).equals("HYPERLINK")) {
            return Optional.empty();
        }
        var address = "";
        var place = "";
        for (var i = 1; i < words.size(); i++) {
            var word = words.get(i).toLowerCase(Locale.ROOT);
            if (word.equals("\\l") && i + 1 < words.size()) {
                place = words.get(++i);
            } else if (word.equals("\\o") || word.equals("\\t")) {
                i++;
            } else if (!word.startsWith("\\") && address.isEmpty()) {
                address = words.get(i).strip();
            }
        }
        return address.isEmpty() ? Optional.empty() : Optional.of(withPlace(address, place));
    }

    /** The address with a place in it, if there is one and it has none yet. */
    static String withPlace(String address, String place) {
        return place.isEmpty() || address.indexOf('#') >= 0 ? address : address + "#" + place;
    }

    /** Words as they are parted by blanks; quotes keep one together, and a backslash before a quote or itself is an escape. */
    private static List<String> words(String code) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        var isQuoted = false;
        var isWord = false;
        for (var i = 0; i < code.length(); i++) {
            var c = code.charAt(i);
            var next = i + 1 < code.length() ? code.charAt(i + 1) : ' ';
            if (isQuoted && c == '\\' && (next == '\\' || next == '"')) {
                word.append(next);
                i++;
            } else if (c == '"' || c == '\u201C' || c == '\u201D') {
                isQuoted = !isQuoted;
                isWord = true;
            } else if (!isQuoted && Character.isWhitespace(c)) {
                if (isWord) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                isWord = false;
            } else {
                word.append(c);
                isWord = true;
            }
        }
        if (isWord) {
            words.add(word.toString());
        }
        return words;
    }
}
