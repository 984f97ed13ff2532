package ibid.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import ibid.finding.Report;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The report as JSON: UTF-8, two spaces, LF, keys in the order of the schema.
 *
 * <p>It is streamed: memory does not grow with the report. {@link ReportSchema} describes it.
 */
public final class JsonReport implements ReportWriter {
    static final String SCHEMA_VERSION = "1.0";

    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        // The stream belongs to the caller, so it is flushed and not closed.
        try (var json =
                FACTORY.createGenerator(out, JsonEncoding.UTF8).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.setCharacterEscapes(new HarmlessEscapes());
            var indenter = new DefaultIndenter("  ", "\n");
            var printer = new DefaultPrettyPrinter(SEPARATORS);
            printer.indentObjectsWith(indenter);
            printer.indentArraysWith(indenter);
            json.setPrettyPrinter(printer);
            var fields = new JsonFields(json);
            fields.object(() -> new JsonSections(fields, report).write());
            json.writeRaw('\n');
        }
        out.flush();
    }
}
