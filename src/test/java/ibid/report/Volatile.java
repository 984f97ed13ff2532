package ibid.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Blanks the fields of a JSON report that differ from run to run, and no others, so that the rest can be compared. */
public final class Volatile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<String> FIELDS = Set.of("attempts", "checkedAt", "capturedAt");

    private Volatile() {}

    /** The report without {@code run} and without what depends on when and how often was asked. */
    public static JsonNode without(byte[] json) {
        try {
            var report = MAPPER.readTree(json);
            ((ObjectNode) report).putNull("run");
            blank(report);
            return report;
        } catch (java.io.IOException e) {
            throw new AssertionError("the report is not JSON", e);
        }
    }

    private static void blank(JsonNode node) {
        if (node instanceof ObjectNode object) {
            FIELDS.stream().filter(object::has).forEach(object::putNull);
        }
        node.forEach(Volatile::blank);
    }
}
