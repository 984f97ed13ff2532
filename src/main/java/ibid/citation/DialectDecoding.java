package ibid.citation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Whether a platform shows the percent-decoded URL, and when it decodes. */
enum DialectDecoding {
    NONE,
    /** Decoded before anything is counted. */
    RAW,
    /** Decoded as a form is, {@code +} to a space, after the limit was measured on the encoded text. */
    FORM;

    /** The text whose length decides whether there is a cut. */
    String measured(String url) {
        return this == RAW ? percentDecoded(url) : url;
    }

    /** The text that is cut. */
    String shown(String url) {
        return switch (this) {
            case NONE -> url;
            case RAW -> percentDecoded(url);
            case FORM -> percentDecoded(url.replace('+', ' '));
        };
    }

    /** {@code text} with every {@code %xx} decoded; as it is, where that gives invalid UTF-8. */
    static String percentDecoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        return decoded(text, 0).orElse(text);
    }

    /** {@code text} with the characters beyond ASCII decoded, and nothing that could change its meaning (RFC 3987 section 3.2). */
    static String international(String text) {
        return text.indexOf('%') < 0 ? text : decoded(text, 0x80).orElse(text);
    }

    /** {@code text} with the characters beyond ASCII as {@code %XX} (RFC 3987 section 3.1). */
    static String ascii(String text) {
        var ascii = new StringBuilder(text.length());
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0) {
                ascii.append((char) b);
            } else {
                ascii.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
        return ascii.toString();
    }

    private static Optional<String> decoded(String text, int least) {
        var source = text.getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream(source.length);
        for (var i = 0; i < source.length; i++) {
            var value = source[i] == '%' && i + 2 < source.length ? pair(source[i + 1], source[i + 2]) : -1;
            if (value >= least) {
                bytes.write(value);
                i += 2;
            } else {
                bytes.write(source[i]);
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int pair(byte high, byte low) {
        var h = Character.digit(high, 16);
        var l = Character.digit(low, 16);
        return h < 0 || l < 0 ? -1 : h * 16 + l;
    }

    private static char hex(int value) {
        return "0123456789ABCDEF".charAt(value & 15);
    }
}
