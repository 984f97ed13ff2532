package ibid.document.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a part of a message is (RFC 2045 section 5), or how it is meant (RFC 2183), with parameters.
 *
 * @param type in small letters, such as {@code text/html} or {@code attachment}
 */
record ContentType(String type, Map<String, String> parameters) {

    /** Reads a field's value; what is missing or wrong counts as absent. */
    static ContentType of(String value) {
        var semicolon = value.indexOf(';');
        var type =
                (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
        var parameters = new LinkedHashMap<String, String>();
        var at = semicolon < 0 ? value.length() : semicolon + 1;
        while (at < value.length()) {
            var equals = value.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            var name = value.substring(at, equals).replace(";", "").strip().toLowerCase(Locale.ROOT);
            var read = new StringBuilder();
            at = parameter(value, equals + 1, read);
            addParameter(parameters, name, read.toString());
        }
        return new ContentType(type, parameters);
    }

    /** Reads a token or a quoted string; returns the offset behind the semicolon after it. */
    private static int parameter(String value, int from, StringBuilder read) {
        var at = from;
        while (at < value.length() && value.charAt(at) <= ' ') {
            at++;
        }
        if (at < value.length() && value.charAt(at) == '"') {
            at++;
            while (at < value.length() && value.charAt(at) != '"') {
                at += value.charAt(at) == '\\' && at + 1 < value.length() ? 1 : 0;
                read.append(value.charAt(at++));
            }
            at = value.indexOf(';', Math.min(at, value.length()));
            return at < 0 ? value.length() : at + 1;
        }
        var end = value.indexOf(';', at);
        end = end < 0 ? value.length() : end;
        read.append(value.substring(at, end).strip());
        return end + 1;
    }

    /** RFC 2231: a value may come in numbered pieces, each perhaps percent-encoded behind its charset. */
    private static void addParameter(Map<String, String> parameters, String name, String value) {
        var star = name.indexOf('*');
        if (star < 0) {
            parameters.putIfAbsent(name, value);
            return;
        }
        var plain = name.endsWith("*") ? percentDecoded(value.substring(value.lastIndexOf('\'') + 1)) : value;
        parameters.merge(name.substring(0, star), plain, String::concat);
    }

    private static String percentDecoded(String value) {
        var bytes = new ByteArrayOutputStream();
        for (var i = 0; i < value.length(); i++) {
            var high = i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
            var low = high >= 0 ? Character.digit(value.charAt(i + 2), 16) : -1;
            if (value.charAt(i) == '%' && low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(value.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    boolean isMultipart() {
        return type.startsWith("multipart/") && parameter("boundary").isPresent();
    }
}
