package ibid.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/** The same bytes read in two charsets side by side, so that what one shows has its place in what the other shows. */
final class CharsetAlignment {
    private final Steps known;
    private final Steps wanted;

    CharsetAlignment(byte[] bytes, int from, int to, Charset known, Charset wanted) {
        this.known = new Steps(bytes, from, to, known);
        this.wanted = new Steps(bytes, from, to, wanted);
    }

    /** The text in the wanted charset; the text in the known one begins at {@code offset} of the source. */
    OffsetMap.Builder from(int offset) {
        var text = new OffsetMap.Builder();
        var piece = new StringBuilder();
        var sourceFrom = offset;
        var sourceTo = offset;
        while (!wanted.isAtEnd() || !known.isAtEnd()) {
            if (known.isAtEnd() || (!wanted.isAtEnd() && wanted.position() <= known.position())) {
                wanted.step(piece);
            } else {
                sourceTo += known.step(null);
            }
            if (wanted.position() == known.position()) {
                text.add(piece, sourceFrom, sourceTo);
                piece.setLength(0);
                sourceFrom = sourceTo;
            }
        }
        return text.add(piece, sourceFrom, sourceTo);
    }

    /** One decoder that goes on by the fewest characters it can. */
    private static final class Steps {
        private final ByteBuffer in;
        private final CharsetDecoder decoder;
        private final CharBuffer out = CharBuffer.allocate(2);

        Steps(byte[] bytes, int from, int to, Charset charset) {
            this.in = ByteBuffer.wrap(bytes, from, to - from);
            this.decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
        }

        int position() {
            return in.position();
        }

        boolean isAtEnd() {
            return !in.hasRemaining();
        }

        /** Decodes the next character into {@code shown}, where it is wanted; returns its length in UTF-16 code units. */
        int step(@Nullable StringBuilder shown) {
            var from = in.position();
            out.clear().limit(1);
            decoder.decode(in, out, true);
            if (in.position() == from && out.position() == 0) {
                // The two halves of a surrogate pair come together or not at all.
                out.limit(2);
                decoder.decode(in, out, true);
            }
            if (in.position() == from && out.position() == 0) {
                in.position(in.limit());
            }
            var length = out.position();
            if (shown != null) {
                shown.append(out.flip());
            }
            return length;
        }
    }
}
