package ibid.report;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import ibid.citation.Citation;
import ibid.finding.Recovery;
import ibid.finding.Report.ReportedCitation;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Citations as JSON lines: one object a line, as in the report's {@code citations}, numbered as they come.
 *
 * <p>Nothing is resolved or compared here, so that the target is null and nothing cut is recovered.
 */
public final class CitationLines implements AutoCloseable {
    private final JsonGenerator generator;
    private final JsonFields fields;
    private int written;

    /** @param out belongs to the caller: it is flushed, not closed */
    public CitationLines(OutputStream out) throws IOException {
        generator = JsonFactory.builder()
                .build()
                .createGenerator(out, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generator.setCharacterEscapes(new HarmlessEscapes());
        generator.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        fields = new JsonFields(generator);
    }

    /** Writes one citation. */
    public void write(Citation citation) throws IOException {
        written++;
        var reported = new ReportedCitation(
                "c" + written, citation, "", citation.truncation().map(cut -> Recovery.UNRESOLVED), Optional.empty());
        fields.object(() -> new JsonCitation(fields).write(reported));
    }

    @Override
    public void close() throws IOException {
        if (written > 0) {
            generator.writeRaw('\n');
        }
        generator.close();
    }
}
