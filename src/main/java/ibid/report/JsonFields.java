package ibid.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import ibid.url.Redaction;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The fields of JSON objects, in the order they are named. Every string goes through here: secrets become {@code ***},
 * and lone surrogates, which UTF-8 cannot hold, become U+FFFD.
 */
public final class JsonFields {
    private final JsonGenerator out;

    /** Encoded once, for they come with every object. */
    private final Map<String, SerializedString> names = new HashMap<>();

    JsonFields(JsonGenerator out) {
        this.out = out;
    }

    /** Writes what one element or object holds. */
    public interface Body {
        /** Writes it, field by field. */
        void write() throws IOException;
    }

    /** Writes one element of an array. */
    public interface Element<T> {
        /** Writes its fields. */
        void write(T value) throws IOException;
    }

    /** A field with an object. */
    public void object(String name, Body body) throws IOException {
        name(name);
        object(body);
    }

    /** An object by itself. */
    public void object(Body body) throws IOException {
        out.writeStartObject();
        body.write();
        out.writeEndObject();
    }

    /** A field with an array of objects. */
    public <T> void objects(String name, Iterable<T> values, Element<T> element) throws IOException {
        name(name);
        objects(values, element);
    }

    /** An array of objects by itself. */
    public <T> void objects(Iterable<T> values, Element<T> element) throws IOException {
        out.writeStartArray();
        for (var value : values) {
            out.writeStartObject();
            element.write(value);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    void text(String name, @Nullable String value) throws IOException {
        name(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeString(safe(value));
        }
    }

    /** A field with a text, or with null where there is none. */
    public void text(String name, Optional<String> value) throws IOException {
        text(name, value.orElse(null));
    }

    /** A field with an array of texts. */
    public void texts(String name, List<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (var value : values) {
            out.writeString(safe(value));
        }
        out.writeEndArray();
    }

    /** A field with a whole number. */
    public void number(String name, long value) throws IOException {
        name(name);
        out.writeNumber(value);
    }

    void number(String name, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            number(name, value.getAsInt());
        } else {
            nothing(name);
        }
    }

    /** A probability, to four places: more would be noise, and differ between machines. */
    void probability(String name, double value) throws IOException {
        out.writeNumberField(name, Math.round(value * 10_000) / 10_000.0);
    }

    /** A field with a truth value. */
    public void flag(String name, boolean value) throws IOException {
        out.writeBooleanField(name, value);
    }

    void nothing(String name) throws IOException {
        name(name);
        out.writeNull();
    }

    private void name(String name) throws IOException {
        out.writeFieldName(names.computeIfAbsent(name, SerializedString::new));
    }

    private static String safe(String value) {
        return wellFormed(Redaction.shown(value));
    }

    private static String wellFormed(String value) {
        for (var i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                return value.codePoints()
                        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return value;
    }
}
