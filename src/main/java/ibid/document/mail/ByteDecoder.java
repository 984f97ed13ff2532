package ibid.document.mail;

import ibid.document.OffsetMap;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns bytes that stand coded in a message into text, each character with its place in the message. */
final class ByteDecoder {
    private static final int LONGEST_CHARACTER = 16;

    private final OffsetMap.Builder text;
    private final CharsetDecoder decoder;
    private final boolean keepsAscii;
    private final ByteBuffer pending = ByteBuffer.allocate(LONGEST_CHARACTER);
    private final CharBuffer shown = CharBuffer.allocate(LONGEST_CHARACTER);
    private int pendingStart;

    ByteDecoder(Charset charset, OffsetMap.Builder text) {
        this.text = text;
        this.keepsAscii = charset.equals(StandardCharsets.UTF_8)
                || charset.name().startsWith("ISO-8859")
                || charset.name().startsWith("windows-125")
                || charset.name().startsWith("KOI8");
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** Whether ASCII may be added as text: in some charsets its bytes are halves of characters. */
    boolean takesAscii() {
        return keepsAscii;
    }

    /** Adds ASCII characters that stand in the message as they are. */
    void ascii(String source, int start, int end) {
        if (start < end) {
            flush(start);
            text.add(source.substring(start, end), start, end);
        }
    }

    /** Adds one byte that stands for the range of the message. */
    void add(int value, int start, int end) {
        if (pending.position() == 0) {
            pendingStart = start;
        }
        pending.put((byte) value);
        pending.flip();
        decoder.decode(pending, shown, false);
        pending.compact();
        if (pending.remaining() == 0) {
            // No character is that long; what holds it up says nothing.
            pending.clear();
        }
        show(end);
    }

    /** Ends what has come so far; a character that is not whole is shown as U+FFFD. */
    void flush(int end) {
        if (pending.position() > 0) {
            pending.flip();
            decoder.decode(pending, shown, true);
            decoder.reset();
            pending.clear();
            show(end);
        }
    }

    private void show(int end) {
        if (shown.position() > 0) {
            shown.flip();
            text.add(shown, pendingStart, end);
            shown.clear();
            pendingStart = end;
        }
    }
}
