package ibid.document.data;

import ibid.document.OffsetMap;
import ibid.document.TextBlock;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of a field, decoded, with the way back to the source.
 *
 * @param text not empty
 */
public record FieldText(String text, OffsetMap map) {

    /** A value that stands in the source as it is, without the space around it; empty where nothing is left. */
    public static Optional<FieldText> straight(String source, int start, int end) {
        var from = start;
        var to = end;
        while (from < to && Character.isWhitespace(source.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(source.charAt(to - 1))) {
            to--;
        }
        return from == to
                ? Optional.empty()
                : Optional.of(new FieldText(source.substring(from, to), OffsetMap.straight(from, to - from)));
    }

    public static Optional<FieldText> of(OffsetMap.Builder builder) {
        return builder.isEmpty()
                ? Optional.empty()
                : Optional.of(new FieldText(builder.text().toString(), builder.map()));
    }

    /** The part before an offset, which is not the first. */
    public FieldText until(int offset) {
        return part(0, offset);
    }

    /** The part from an offset on, which is not the last. */
    public FieldText from(int offset) {
        return part(offset, text.length());
    }

    private FieldText part(int from, int to) {
        var part = new OffsetMap.Builder();
        appendTo(part, from, to);
        return new FieldText(text.substring(from, to), part.map());
    }

    void appendTo(OffsetMap.Builder out) {
        appendTo(out, 0, text.length());
    }

    private void appendTo(OffsetMap.Builder out, int from, int to) {
        if (map.end(to) - map.start(from) == to - from) {
            out.add(text.substring(from, to), map.start(from), map.end(to));
            return;
        }
        for (var i = from; i < to; i++) {
            out.add(text.substring(i, i + 1), map.start(i), map.end(i + 1));
        }
    }

    public TextBlock prose() {
        return new TextBlock(TextBlock.Kind.PROSE, 0, text, map);
    }

    /** Offset of the first character that is no space; the length where there is none. */
    public int first() {
        var at = 0;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Exclusive end of the last character that is no space. */
    public int last() {
        var at = text.length();
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** Whether an address may stand in it, so that it is worth a look. */
    public boolean mayHoldAddress() {
        return text.contains("://") || text.toLowerCase(Locale.ROOT).contains("www.");
    }

    /** The text as a title or a name: its spaces folded, at most as long as a line or two. */
    public Optional<String> line() {
        var line = text.substring(0, Math.min(text.length(), 1000)).strip().replaceAll("\\s+", " ");
        return Optional.of(line.length() > 300 ? line.substring(0, 300) : line).filter(l -> !l.isEmpty());
    }
}
