package ibid.report;

import ibid.finding.Report;
import java.io.IOException;
import java.io.OutputStream;

/**
 * The report as JSON, keys in the order of the schema; {@link ReportSchema} describes it.
 */
public final class JsonReport implements ReportWriter {
    static final String SCHEMA_VERSION = "1.0";

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        JsonText.write(out, json -> json.object(() -> new JsonSections(json, report).write()));
    }
}
