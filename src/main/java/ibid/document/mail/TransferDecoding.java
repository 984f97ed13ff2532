package ibid.document.mail;

import ibid.document.OffsetMap;
import ibid.document.SourceText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Undoes the coding of a part for transfer (RFC 2045 section 6), with the way back.
 *
 * <p>In quoted-printable each character has its exact place, and what a soft line break parts is one. In base64 only the line
 * is exact: within it each byte is given one of its characters in turn.
 */
final class TransferDecoding {
    private final SourceText source;
    private final String text;
    private final boolean isQuotingFrom;

    /** @param isQuotingFrom whether a {@code >} was put before lines that begin with {@code From} */
    TransferDecoding(SourceText source, boolean isQuotingFrom) {
        this.source = source;
        this.text = source.text();
        this.isQuotingFrom = isQuotingFrom;
    }

    /** @param charset that of the part; empty where it says none, so that it is that of the file */
    OffsetMap.Builder decoded(String coding, Optional<Charset> charset, int from, int to) {
        return switch (coding) {
            case "quoted-printable" -> quotedPrintable(charset, from, to);
            case "base64" -> base64(charset, from, to);
            default -> asItIs(charset, from, to);
        };
    }

    private OffsetMap.Builder asItIs(Optional<Charset> charset, int from, int to) {
        if (charset.isPresent() && (charset.get().name().startsWith("ISO-2022") || !isAscii(from, to))) {
            return source.readAs(charset.get(), from, to);
        }
        var lines = new OffsetMap.Builder();
        var plainFrom = from;
        if (isQuotingFrom) {
            for (var at = text.indexOf("From ", from); at >= 0 && at < to; at = text.indexOf("From ", at + 1)) {
                if (isQuotedFrom(at, from)) {
                    lines.add(text.substring(plainFrom, at - 1), plainFrom, at - 1);
                    plainFrom = at;
                }
            }
        }
        return lines.add(text.substring(plainFrom, to), plainFrom, to);
    }

    private boolean isQuotedFrom(int at, int from) {
        var start = at;
        while (start > from && text.charAt(start - 1) == '>') {
            start--;
        }
        return start < at && start > from && text.charAt(start - 1) == '\n';
    }

    private boolean isAscii(int from, int to) {
        for (var i = from; i < to; i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private OffsetMap.Builder quotedPrintable(Optional<Charset> charset, int from, int to) {
        var decoded = new OffsetMap.Builder();
        var bytes = new ByteDecoder(charset.orElse(StandardCharsets.UTF_8), decoded);
        for (var at = from; at < to; ) {
            var lineEnd = Header.lineEnd(text, at, to);
            var end = lineEnd;
            while (end > at && text.charAt(end - 1) <= ' ') {
                end--;
            }
            var isSoft = end > at && text.charAt(end - 1) == '=';
            quotedLine(bytes, at, isSoft ? end - 1 : end);
            if (!isSoft && lineEnd < to) {
                bytes.flush(end);
                decoded.add("\n", end, lineEnd + 1);
            }
            at = lineEnd + 1;
        }
        bytes.flush(to);
        return decoded;
    }

    private void quotedLine(ByteDecoder bytes, int from, int to) {
        var at = from;
        while (at < to) {
            var c = text.charAt(at);
            var value = c == '=' && at + 2 < to ? hex(at + 1) : -1;
            if (value >= 0) {
                bytes.add(value, at, at + 3);
                at += 3;
            } else if (bytes.takesAscii() || c > 0x7F) {
                var end = at + 1;
                while (end < to && text.charAt(end) != '=') {
                    end++;
                }
                bytes.ascii(text, at, end);
                at = end;
            } else {
                bytes.add(c, at, at + 1);
                at++;
            }
        }
    }

    private int hex(int at) {
        var high = Character.digit(text.charAt(at), 16);
        var low = Character.digit(text.charAt(at + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private OffsetMap.Builder base64(Optional<Charset> charset, int from, int to) {
        var decoded = new OffsetMap.Builder();
        var bytes = new ByteDecoder(charset.orElse(StandardCharsets.UTF_8), decoded);
        var bits = 0;
        var count = 0;
        var place = from;
        for (var at = from; at < to; at++) {
            var c = text.charAt(at);
            var value = value(c);
            if (c == '\n') {
                place = Math.max(place, at + 1);
            } else if (value >= 0) {
                bits = bits << 6 | value;
                count += 6;
                if (count >= 8) {
                    count -= 8;
                    bytes.add(bits >> count & 0xFF, place, place + 1);
                    place++;
                }
            }
        }
        bytes.flush(Math.max(place, from));
        return decoded;
    }

    private static int value(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '+' ? 62 : c == '/' ? 63 : -1;
    }
}
