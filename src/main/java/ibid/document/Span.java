package ibid.document;

/**
 * Where a citation stands in its document.
 *
 * <p>Lines and columns count from 1; columns count UTF-16 code units, as SARIF's default does. The end is exclusive.
 *
 * @param byteOffset offset into the file as it is on disk, in bytes
 * @param byteLength length in the file as it is on disk, in bytes
 */
public record Span(int line, int column, int endLine, int endColumn, long byteOffset, int byteLength) {
    public Span {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "a span starts at line 1, column 1 or later, not " + line + ":" + column);
        }
        if (endLine < line || (endLine == line && endColumn < column)) {
            throw new IllegalArgumentException("a span ends at or after its start " + line + ":" + column + ", not at "
                    + endLine + ":" + endColumn);
        }
        if (byteOffset < 0 || byteLength < 0) {
            throw new IllegalArgumentException(
                    "a span has no negative byte offset or length: " + byteOffset + "+" + byteLength);
        }
    }
}
