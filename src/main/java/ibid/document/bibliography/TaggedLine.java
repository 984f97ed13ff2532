package ibid.document.bibliography;

import ibid.document.SourceText;
import ibid.document.data.FieldText;
import java.util.Optional;

/**
 * One line of a format whose lines begin with a tag: {@code UR  - https://e.com/} in RIS, {@code PMID- 123} in PubMed's.
 *
 * @param tag of this line; of a line without one that of the line before
 * @param hasTag whether the line has its own
 * @param start of the line, {@code end} is exclusive
 * @param valueStart behind tag, hyphen and space
 */
record TaggedLine(String tag, boolean hasTag, int start, int end, int valueStart) {
    private static final int LONGEST_TAG = 4;

    static TaggedLine of(SourceText source, int line, String before) {
        var start = source.lineStart(line);
        var end = source.lineEnd(line);
        var text = source.text();
        var at = start;
        while (at < end && at - start < LONGEST_TAG && isTag(text.charAt(at))) {
            at++;
        }
        var tagEnd = at;
        while (at < end && text.charAt(at) == ' ' && at - tagEnd < 3) {
            at++;
        }
        var isTagged = tagEnd - start >= 2 && at < end && text.charAt(at) == '-';
        if (!isTagged) {
            return new TaggedLine(before, false, start, end, start);
        }
        return new TaggedLine(text.substring(start, tagEnd), true, start, end, at + 1);
    }

    private static boolean isTag(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    Optional<FieldText> value(SourceText source) {
        return FieldText.straight(source.text(), valueStart, end);
    }
}
