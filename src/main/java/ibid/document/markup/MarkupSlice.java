package ibid.document.markup;

import ibid.document.OffsetMap;

/**
 * A stretch of HTML or XML that stands in a document, and the way of its offsets to that document's source.
 *
 * @param markup as it was given to the parser
 * @param map from {@code markup} to the source
 */
public record MarkupSlice(String markup, OffsetMap map) {

    /** Markup that is the source itself. */
    public static MarkupSlice whole(String markup) {
        return new MarkupSlice(markup, OffsetMap.straight(0, markup.length()));
    }

    /** Adds decoded text that was read from a range of the stretch. */
    public void trace(OffsetMap.Builder builder, int start, int end, String shown) {
        Decoding.trace(markup, start, end, shown, false, (piece, from, to) -> add(builder, piece, from, to));
    }

    /** Adds a piece of text, in parts where the stretch itself does not stand in one part in the source. */
    public void add(OffsetMap.Builder builder, CharSequence piece, int from, int to) {
        var start = map.start(from);
        if (isBehind(builder, start)) {
            return;
        }
        if (piece.length() == to - from) {
            map.trace(piece.toString(), from, builder);
        } else {
            builder.add(piece, start, map.end(to));
        }
    }

    /** Adds all of another builder's text. */
    public void addAll(OffsetMap.Builder builder, OffsetMap.Builder other) {
        if (builder.sourceEnd() <= other.sourceStart()) {
            builder.addAll(other);
        }
    }

    /** Adds one space that stands for all of another builder's text. */
    public void addSpaceFor(OffsetMap.Builder builder, OffsetMap.Builder other) {
        if (!isBehind(builder, other.sourceStart())) {
            builder.add(" ", other.sourceStart(), other.sourceEnd());
        }
    }

    /** Text that markup repair moved behind what comes later in the source is left to where it was read first. */
    private static boolean isBehind(OffsetMap.Builder builder, int start) {
        return start < builder.sourceEnd();
    }
}
