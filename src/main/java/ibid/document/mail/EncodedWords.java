package ibid.document.mail;

import ibid.document.OffsetMap;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes the words of a header that are not ASCII: {@code =?UTF-8?Q?caf=C3=A9?=} (RFC 2047). */
final class EncodedWords {
    private static final Pattern WORD =
            Pattern.compile("=\\?([^?\\s*]{1,60})(?:\\*[^?\\s]{0,20})?\\?([bBqQ])\\?([^?\\s]*+)\\?=");

    private EncodedWords() {}

    /** A value with its words decoded, each of them standing where the whole word stood; blanks between two are none. */
    static OffsetMap.Builder decoded(OffsetMap.Builder value) {
        if (value.isEmpty()) {
            return value;
        }
        var text = value.text().toString();
        var map = value.map();
        var decoded = new OffsetMap.Builder();
        var word = WORD.matcher(text);
        var at = 0;
        while (word.find()) {
            var between = text.substring(at, word.start());
            if (at == 0 || !between.isBlank()) {
                map.trace(between, at, decoded);
            }
            decoded.add(word(word), map.start(word.start()), map.end(word.end()));
            at = word.end();
        }
        map.trace(text.substring(at), at, decoded);
        return decoded;
    }

    private static String word(Matcher word) {
        var charset = MailCharset.of(word.group(1)).orElse(StandardCharsets.UTF_8);
        var coded = word.group(3);
        if (word.group(2).equalsIgnoreCase("b")) {
            try {
                return new String(Base64.getMimeDecoder().decode(coded), charset);
            } catch (IllegalArgumentException e) {
                return coded;
            }
        }
        var bytes = new ByteArrayOutputStream();
        for (var i = 0; i < coded.length(); i++) {
            var c = coded.charAt(i);
            var high = c == '=' && i + 2 < coded.length() ? Character.digit(coded.charAt(i + 1), 16) : -1;
            var low = high >= 0 ? Character.digit(coded.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c == '_' ? ' ' : c).getBytes(charset));
            }
        }
        return bytes.toString(charset);
    }
}
