package ibid.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema (draft 2020-12) of the JSON report. */
public final class ReportSchema {
    private static final String RESOURCE = "ibid-report.schema.json";

    private ReportSchema() {}

    /** The schema as it ships, ending in a line feed. */
    public static String text() {
        try (var in = ReportSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema in the jar cannot be read", e);
        }
    }
}
