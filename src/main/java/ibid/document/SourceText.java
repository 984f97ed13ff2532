package ibid.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * A document's text as decoded, with the exact way back from each UTF-16 offset to line, column and byte.
 *
 * <p>Lines end at LF, CR or CRLF. Bytes that mean nothing in the charset are read as U+FFFD and still counted as the bytes
 * they are, so that offsets behind them stay true: instead of encoding the text again, offsets are found by decoding from
 * the nearest checkpoint.
 */
public final class SourceText {
    private static final int CHECKPOINT_CHARS = 2048;

    private final byte[] bytes;
    private final int byteStart;
    private final Charset charset;
    private final String text;
    private final boolean oneBytePerChar;
    private final int[] checkpointChars;
    private final int[] checkpointBytes;
    private final int[] lineStarts;

    /**
     * Decodes the bytes from {@code byteStart} (behind a byte order mark) to {@code byteEnd}.
     *
     * @param bytes kept, not copied: the caller does not change them any more
     */
    public SourceText(byte[] bytes, int byteStart, int byteEnd, Charset charset) {
        this.bytes = bytes;
        this.byteStart = byteStart;
        this.charset = charset;
        var decoder = lenientDecoder();
        var in = ByteBuffer.wrap(bytes, byteStart, byteEnd - byteStart);
        var decoded = new StringBuilder(byteEnd - byteStart);
        var chunk = CharBuffer.allocate(CHECKPOINT_CHARS);
        var chars = new int[16];
        var offsets = new int[16];
        var count = 0;
        while (true) {
            if (count == chars.length) {
                chars = Arrays.copyOf(chars, count * 2);
                offsets = Arrays.copyOf(offsets, count * 2);
            }
            chars[count] = decoded.length();
            offsets[count++] = in.position();
            var overflow = decoder.decode(in, chunk, true).isOverflow();
            if (!overflow) {
                decoder.flush(chunk);
            }
            decoded.append(chunk.flip());
            chunk.clear();
            if (!overflow) {
                break;
            }
        }
        this.text = decoded.toString();
        this.checkpointChars = Arrays.copyOf(chars, count);
        this.checkpointBytes = Arrays.copyOf(offsets, count);
        // No charset in use makes two characters of one byte, so equal lengths mean one byte for each character.
        this.oneBytePerChar = text.length() == byteEnd - byteStart;
        this.lineStarts = lineStarts(text);
    }

    private static int[] lineStarts(String text) {
        var starts = new int[Math.max(16, text.length() / 40)];
        var count = 1;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    public String text() {
        return text;
    }

    /** Number of lines; a text that ends in a line end has an empty last line. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** Number of the line that holds the offset, from 1. */
    public int lineOf(int offset) {
        var found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Offset of the first character of a line, counted from 1. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** Exclusive end of a line's text, its line end left out. */
    public int lineEnd(int line) {
        var end = line < lineStarts.length ? lineStarts[line] : text.length();
        var start = lineStarts[line - 1];
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** A line's text without its line end; lines count from 1. */
    public String line(int line) {
        return text.substring(lineStart(line), lineEnd(line));
    }

    /** Where the range of offsets stands in the file. */
    public Span span(int start, int end) {
        var line = lineOf(start);
        var endLine = lineOf(end);
        var byteOffset = byteOffset(start);
        return new Span(
                line,
                start - lineStart(line) + 1,
                endLine,
                end - lineStart(endLine) + 1,
                byteOffset,
                byteOffset(end) - byteOffset);
    }

    private int byteOffset(int offset) {
        if (oneBytePerChar) {
            return byteStart + offset;
        }
        var found = Arrays.binarySearch(checkpointChars, offset);
        var checkpoint = found >= 0 ? found : -found - 2;
        var from = checkpointBytes[checkpoint];
        var in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        lenientDecoder().decode(in, CharBuffer.allocate(offset - checkpointChars[checkpoint]), true);
        return in.position();
    }

    private CharsetDecoder lenientDecoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }
}
