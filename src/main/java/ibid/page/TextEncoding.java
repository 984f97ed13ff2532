package ibid.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** In which characters a text was written, as browsers find it out: byte order mark, header, declaration, then the bytes themselves. */
public final class TextEncoding {
    /** Browsers look for a declaration here (HTML section 13.2.3.2). */
    private static final int DECLARED_WITHIN = 1024;

    private static final Pattern IN_HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s;\"']{1,40})");

    private static final Pattern DECLARED = Pattern.compile(
            "(?i)(?:<meta[^>]{1,200}?charset\\s*=\\s*[\"']?|^@charset \"|^<\\?xml[^>]{1,100}?encoding\\s*=\\s*[\"'])"
                    + "([\\w:-]{1,40})");

    private TextEncoding() {}

    public static Charset of(byte[] bytes, Optional<String> contentType) {
        return byMark(bytes)
                .or(() -> named(IN_HEADER, contentType.orElse("")))
                .or(() -> declared(bytes))
                .orElseGet(() -> isUtf8(bytes) ? UTF_8 : western());
    }

    /** The text without its byte order mark. */
    public static String text(byte[] bytes, Optional<String> contentType) {
        var text = new String(bytes, of(bytes, contentType));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Optional<Charset> byMark(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(3, bytes.length), ISO_8859_1);
        if (start.startsWith("\u00EF\u00BB\u00BF")) {
            return Optional.of(UTF_8);
        }
        if (start.startsWith("\u00FE\u00FF")) {
            return Optional.of(UTF_16BE);
        }
        return start.startsWith("\u00FF\u00FE") ? Optional.of(UTF_16LE) : Optional.empty();
    }

    /** Whoever declares UTF-16 in characters of one byte means UTF-8. */
    private static Optional<Charset> declared(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(DECLARED_WITHIN, bytes.length), ISO_8859_1);
        return named(DECLARED, start).map(found -> found.name().startsWith("UTF-16") ? UTF_8 : found);
    }

    private static Optional<Charset> named(Pattern pattern, String text) {
        var match = pattern.matcher(text);
        if (!match.find()) {
            return Optional.empty();
        }
        try {
            var name = match.group(1).toLowerCase(Locale.ROOT);
            // Encoding Standard section 4.2: these names mean windows-1252 on the web.
            return name.matches("iso-?8859-1|latin-?1|us-ascii|ascii")
                    ? Optional.of(western())
                    : Optional.of(name).filter(Charset::isSupported).map(Charset::forName);
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Charset western() {
        return Charset.isSupported("windows-1252") ? Charset.forName("windows-1252") : ISO_8859_1;
    }
}
