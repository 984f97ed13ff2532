package ibid.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A document's text as decoded, with the exact way back from each UTF-16 offset to line, column and byte.
 *
 * <p>Lines end at LF, CR or CRLF. Bytes that mean nothing in the charset are read as U+FFFD and still counted as the bytes
 * they are, so that offsets behind them stay true: instead of encoding the text again, offsets are found by decoding from
 * the nearest checkpoint.
 */
public final class SourceText {
    /** Few enough that a look-up is a short walk, many enough that the checkpoints weigh little beside the text. */
    private static final int CHECKPOINT_CHARS = 64;

    private final byte[] bytes;
    private final int byteStart;
    private final int byteEnd;
    private final Charset charset;
    private final String text;
    private final boolean oneBytePerChar;
    private final boolean isContainer;
    private final boolean isValidUtf8;

    /** Made when first asked for where the text alone says them; others would make the same, so none waits. */
    private volatile @Nullable Checkpoints checkpoints;

    /** Made when first asked for: most documents are read without. */
    private volatile int @Nullable [] lineStarts;

    /**
     * Decodes the bytes from {@code byteStart} (behind a byte order mark) to {@code byteEnd}.
     *
     * @param bytes kept, not copied: the caller does not change them any more
     */
    public SourceText(byte[] bytes, int byteStart, int byteEnd, Charset charset) {
        this.bytes = bytes;
        this.byteStart = byteStart;
        this.byteEnd = byteEnd;
        this.charset = charset;
        this.isContainer = false;
        if (charset.equals(StandardCharsets.UTF_8)) {
            this.text = new String(bytes, byteStart, byteEnd - byteStart, charset);
            this.oneBytePerChar = text.length() == byteEnd - byteStart;
            this.isValidUtf8 = text.indexOf('\uFFFD') < 0 || Utf8.isValid(bytes, byteStart, byteEnd, false);
            if (oneBytePerChar) {
                this.checkpoints = Checkpoints.NONE;
            } else {
                this.checkpoints = isValidUtf8 ? null : decode(new StringBuilder());
            }
        } else {
            var decoded = new StringBuilder(byteEnd - byteStart);
            this.checkpoints = decode(decoded);
            this.text = decoded.toString();
            this.isValidUtf8 = false;
            // No charset in use makes two characters of one byte, so equal lengths mean one byte for each character.
            this.oneBytePerChar = text.length() == byteEnd - byteStart;
        }
    }

    private SourceText(String text) {
        this.bytes = new byte[0];
        this.byteStart = 0;
        this.byteEnd = 0;
        this.charset = StandardCharsets.UTF_8;
        this.isContainer = true;
        this.text = text;
        this.isValidUtf8 = false;
        this.oneBytePerChar = true;
        this.checkpoints = Checkpoints.NONE;
    }

    /** The text that stands in a container, in reading order: its offsets lead to no byte of the file. */
    public static SourceText ofContainer(String text) {
        return new SourceText(text);
    }

    /** Whether this was taken out of a container, so that nothing in it has a line or a byte of the file. */
    public boolean isContainer() {
        return isContainer;
    }

    /** Offsets of characters whose byte is known, both ascending. */
    private static final class Checkpoints {
        static final Checkpoints NONE = new Checkpoints(new int[] {0}, new int[] {0});

        final int[] chars;
        final int[] bytes;

        Checkpoints(int[] chars, int[] bytes) {
            this.chars = chars;
            this.bytes = bytes;
        }
    }

    /** Valid UTF-8 says by its characters how long it is; what is malformed is decoded again. */
    private static Checkpoints utf8Checkpoints(String text, int byteStart) {
        var chars = new int[text.length() / CHECKPOINT_CHARS + 1];
        var offsets = new int[chars.length];
        var at = byteStart;
        // An array is walked several times as fast as a text.
        var chunk = new char[CHECKPOINT_CHARS];
        for (var from = 0; from < text.length(); from += CHECKPOINT_CHARS) {
            chars[from / CHECKPOINT_CHARS] = from;
            offsets[from / CHECKPOINT_CHARS] = at;
            var length = Math.min(CHECKPOINT_CHARS, text.length() - from);
            text.getChars(from, from + length, chunk, 0);
            for (var i = 0; i < length; i++) {
                at += utf8Length(chunk[i]);
            }
        }
        if (text.length() % CHECKPOINT_CHARS == 0) {
            chars[chars.length - 1] = text.length();
            offsets[chars.length - 1] = at;
        }
        return new Checkpoints(chars, offsets);
    }

    /** Bytes of a UTF-16 code unit in UTF-8; the four bytes of a surrogate pair count for its first half. */
    private static int utf8Length(char c) {
        if (c < 0x80) {
            return 1;
        }
        if (c < 0x800) {
            return 2;
        }
        return Character.isHighSurrogate(c) ? 4 : Character.isLowSurrogate(c) ? 0 : 3;
    }

    private Checkpoints decode(StringBuilder decoded) {
        var decoder = lenientDecoder();
        var in = ByteBuffer.wrap(bytes, byteStart, byteEnd - byteStart);
        // A shift state (ISO-2022) is lost between checkpoints, so there each character is one; two hold any character.
        var chunk = CharBuffer.allocate(isStateful() ? 2 : CHECKPOINT_CHARS);
        var chars = new int[16];
        var offsets = new int[16];
        var count = 0;
        var length = 0;
        while (true) {
            if (count == chars.length) {
                chars = Arrays.copyOf(chars, count * 2);
                offsets = Arrays.copyOf(offsets, count * 2);
            }
            chars[count] = length;
            offsets[count++] = in.position();
            var overflow = decoder.decode(in, chunk, true).isOverflow();
            if (!overflow) {
                decoder.flush(chunk);
            }
            length += chunk.flip().length();
            decoded.append(chunk);
            chunk.clear();
            if (!overflow) {
                break;
            }
        }
        return new Checkpoints(Arrays.copyOf(chars, count), Arrays.copyOf(offsets, count));
    }

    private int[] lineStarts() {
        var starts = lineStarts;
        if (starts == null) {
            starts = lineStarts(text);
            lineStarts = starts;
        }
        return starts;
    }

    private static int[] lineStarts(String text) {
        var starts = new int[Math.max(16, text.length() / 40)];
        var count = 1;
        var feed = text.indexOf('\n');
        var carriage = text.indexOf('\r');
        while (feed >= 0 || carriage >= 0) {
            var isFeed = carriage < 0 || (feed >= 0 && feed <= carriage + 1);
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            var next = (isFeed ? feed : carriage) + 1;
            starts[count++] = next;
            // What was once not there is not looked for again: that would be the square of the text.
            feed = feed >= 0 && feed < next ? text.indexOf('\n', next) : feed;
            carriage = carriage >= 0 && carriage < next ? text.indexOf('\r', next) : carriage;
        }
        return Arrays.copyOf(starts, count);
    }

    public String text() {
        return text;
    }

    /** Number of lines; a text that ends in a line end has an empty last line. */
    public int lineCount() {
        return lineStarts().length;
    }

    /** Number of the line that holds the offset, from 1. */
    public int lineOf(int offset) {
        var found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Offset of the first character of a line, counted from 1. */
    public int lineStart(int line) {
        return lineStarts()[line - 1];
    }

    /** Exclusive end of a line's text, its line end left out. */
    public int lineEnd(int line) {
        var starts = lineStarts();
        var end = line < starts.length ? starts[line] : text.length();
        var start = starts[line - 1];
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return end;
    }

    /** A line's text without its line end; lines count from 1. */
    public String line(int line) {
        return text.substring(lineStart(line), lineEnd(line));
    }

    /** Where the range of offsets stands in the file; not to be asked of a container. */
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

    /**
     * A stretch of the text read in another charset than the whole, as the parts of a message may be, with its way back.
     *
     * @return nothing collected where the stretch is empty; the text as it is where this has no bytes of its own
     */
    public OffsetMap.Builder readAs(Charset other, int start, int end) {
        if (isContainer || other.equals(charset) || start == end) {
            return new OffsetMap.Builder().add(text.substring(start, end), start, end);
        }
        return new CharsetAlignment(bytes, byteOffset(start), byteOffset(end), charset, other).from(start);
    }

    private int byteOffset(int offset) {
        if (oneBytePerChar) {
            return byteStart + offset;
        }
        var points = checkpoints();
        var found = Arrays.binarySearch(points.chars, offset);
        var checkpoint = found >= 0 ? found : -found - 2;
        var from = points.bytes[checkpoint];
        var known = points.chars[checkpoint];
        if (known == offset || isStateful()) {
            return from;
        }
        if (isValidUtf8) {
            for (var i = known; i < offset; i++) {
                from += utf8Length(text.charAt(i));
            }
            return from;
        }
        var in = ByteBuffer.wrap(bytes, from, byteEnd - from);
        lenientDecoder().decode(in, CharBuffer.allocate(offset - known), true);
        return in.position();
    }

    private Checkpoints checkpoints() {
        var points = checkpoints;
        if (points == null) {
            points = utf8Checkpoints(text, byteStart);
            checkpoints = points;
        }
        return points;
    }

    private boolean isStateful() {
        return charset.name().startsWith("ISO-2022") || charset.name().startsWith("x-ISO-2022");
    }

    private CharsetDecoder lenientDecoder() {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }
}
