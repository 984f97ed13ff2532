package ibid.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;

/** A JSON text for people and tools: UTF-8, two spaces, LF. It is streamed: memory does not grow with it. */
public final class JsonText {
    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private JsonText() {}

    /** Writes the value that the text consists of. */
    public interface Value {
        /** Writes it, one object or array. */
        void write(JsonFields json) throws IOException;
    }

    /**
     * Writes a text, ending in a line feed.
     *
     * @param out belongs to the caller: it is flushed, not closed
     */
    public static void write(OutputStream out, Value value) throws IOException {
        try (var json =
                FACTORY.createGenerator(out, JsonEncoding.UTF8).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.setCharacterEscapes(new HarmlessEscapes());
            var indenter = new DefaultIndenter("  ", "\n");
            var printer = new DefaultPrettyPrinter(SEPARATORS);
            printer.indentObjectsWith(indenter);
            printer.indentArraysWith(indenter);
            json.setPrettyPrinter(printer);
            value.write(new JsonFields(json));
            json.writeRaw('\n');
        }
        out.flush();
    }
}
