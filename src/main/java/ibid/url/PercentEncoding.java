package ibid.url;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Percent-encoding as RFC 3986 section 2 has it. */
public final class PercentEncoding {
    private PercentEncoding() {}

    /** What some browsers send as it is and servers refuse, and what has a meaning in CSS. */
    private static final Pattern UNSENT = Pattern.compile("[\"'()<>\\[\\]\\\\^`{|}]|[^!-~]");

    /** The address with the characters as escapes that not every browser sends so; it means the same. */
    public static String sent(String address) {
        return UNSENT.matcher(address)
                .replaceAll(found ->
                        String.format(Locale.ROOT, "%%%02X", (int) found.group().charAt(0)));
    }

    /** Unreserved characters bare, all other escapes in upper case (RFC 3986 section 6.2.2). */
    public static String normalised(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var value = escapedAt(text, i);
            if (value < 0) {
                out.append(text.charAt(i));
                continue;
            }
            if (isUnreserved(value)) {
                out.append((char) value);
            } else {
                out.append('%').append(hex(value >> 4)).append(hex(value & 15));
            }
            i += 2;
        }
        return out.toString();
    }

    /** The text with its escapes read as UTF-8; empty where they are not UTF-8. */
    public static Optional<String> decoded(String text) {
        return decoded(text, 0);
    }

    /**
     * The text with the escapes of characters beyond ASCII read as UTF-8, and of nothing that could change its meaning
     * (RFC 3987 section 3.2); empty where they are not UTF-8.
     */
    public static Optional<String> decodedBeyondAscii(String text) {
        return decoded(text, 0x80);
    }

    /**
     * The text with the escapes of ASCII characters read, and those of all others left: taken out of a parameter, an
     * address keeps its bytes whatever their charset. Empty where an escape is broken off.
     */
    static Optional<String> decodedAscii(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        var out = new StringBuilder(text.length());
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            var value = escapedAt(text, i);
            if (c == '%' && value < 0) {
                return Optional.empty();
            }
            var isRead = value >= 0 && value < 0x80;
            out.append(isRead ? (char) value : c);
            i += isRead ? 2 : 0;
        }
        return Optional.of(out.toString());
    }

    /** The text with its characters beyond ASCII as escapes of their UTF-8 bytes (RFC 3987 section 3.1). */
    public static String encodedBeyondAscii(String text) {
        var ascii = new StringBuilder(text.length());
        for (var b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b >= 0) {
                ascii.append((char) b);
            } else {
                ascii.append('%').append(hex(b >> 4 & 15)).append(hex(b & 15));
            }
        }
        return ascii.toString();
    }

    /** @param least the least byte whose escape is read */
    private static Optional<String> decoded(String text, int least) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        var source = text.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(source.length);
        for (var i = 0; i < source.length; i++) {
            var value = source[i] == '%' && i + 2 < source.length ? value(source[i + 1], source[i + 2]) : -1;
            bytes.put(value < least ? source[i] : (byte) value);
            i += value < least ? 0 : 2;
        }
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static int escapedAt(String text, int at) {
        return text.charAt(at) == '%' && at + 2 < text.length() ? value(text.charAt(at + 1), text.charAt(at + 2)) : -1;
    }

    private static int value(int high, int low) {
        var first = Character.digit(high, 16);
        var second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }
}
