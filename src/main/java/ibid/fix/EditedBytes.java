package ibid.fix;

import ibid.finding.Fix.Edit;
import ibid.fix.Plan.PlannedDocument;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;

/** Puts replacements between the bytes of a document that stay as they are. */
final class EditedBytes {
    private final PlannedDocument document;
    private final Charset charset;

    private EditedBytes(PlannedDocument document, Charset charset) {
        this.document = document;
        this.charset = charset;
    }

    /** Empty where the document's charset is not known here. */
    static Optional<EditedBytes> of(PlannedDocument document) {
        try {
            return Optional.of(new EditedBytes(document, Charset.forName(document.charset())));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    Charset charset() {
        return charset;
    }

    /** The document with all edits; empty where one lies outside of it, or cannot be written in its charset. */
    Optional<byte[]> of(byte[] before) {
        var after =
                new ByteArrayOutputStream(before.length + 64 * document.edits().size());
        var at = 0;
        for (var edit : document.edits()) {
            var encoded = encoded(edit);
            if (encoded.isEmpty() || edit.byteOffset() > before.length - edit.byteLength()) {
                return Optional.empty();
            }
            var start = (int) edit.byteOffset();
            after.write(before, at, start - at);
            after.writeBytes(encoded.get());
            at = start + edit.byteLength();
        }
        after.write(before, at, before.length - at);
        return Optional.of(after.toByteArray());
    }

    /** Whether every replacement already stands where the edits before it have moved its place to. */
    boolean areIn(byte[] bytes) {
        var moved = 0L;
        for (var edit : document.edits()) {
            var encoded = encoded(edit).orElse(new byte[0]);
            var start = edit.byteOffset() + moved;
            if (encoded.length == 0
                    || start > bytes.length - encoded.length
                    || !Arrays.equals(bytes, (int) start, (int) start + encoded.length, encoded, 0, encoded.length)) {
                return false;
            }
            moved += encoded.length - edit.byteLength();
        }
        return true;
    }

    private Optional<byte[]> encoded(Edit edit) {
        try {
            return Optional.of(bytes(withoutMark().newEncoder().encode(CharBuffer.wrap(edit.replacement()))));
        } catch (CharacterCodingException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** UTF-16 without an order would write a byte order mark before each replacement. */
    private Charset withoutMark() {
        return charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : charset;
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
