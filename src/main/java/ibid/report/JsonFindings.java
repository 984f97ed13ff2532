package ibid.report;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ibid.finding.Finding;
import ibid.finding.Fix;
import ibid.finding.Mendable;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.RuleId;
import ibid.finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a JSON report back, as far as its documents are to be mended by it. It may have been written by somebody else, so
 * that nothing in it is taken on trust; what it holds beyond this is passed over, one finding in memory at a time.
 */
public final class JsonFindings {
    private static final ObjectMapper MAPPER =
            new ObjectMapper(JsonFactory.builder().build());
    private static final String MAJOR = "1.";

    private final List<ReportedDocument> documents = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private boolean isReport;

    private JsonFindings() {}

    /**
     * The findings; empty where this is no report of Ibid that this version reads.
     *
     * @throws IOException when the stream cannot be read
     */
    public static Optional<Mendable> read(InputStream in) throws IOException {
        var read = new JsonFindings();
        try (var json = MAPPER.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                read.section(json);
            }
        } catch (JacksonException e) {
            return Optional.empty();
        }
        return read.isReport ? Optional.of(new Mendable(read.documents, read.findings)) : Optional.empty();
    }

    private void section(JsonParser json) throws IOException {
        var name = json.currentName();
        var first = json.nextToken();
        if (name.equals("schemaVersion")) {
            isReport = json.getValueAsString("").startsWith(MAJOR);
        } else if (first == JsonToken.START_ARRAY
                && Set.of("documents", "findings").contains(name)) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                entry(name, json.readValueAsTree());
            }
        } else {
            json.skipChildren();
        }
    }

    private void entry(String section, JsonNode node) {
        if (section.equals("documents")) {
            documents.add(new ReportedDocument(
                    text(node, "path"),
                    text(node, "format"),
                    text(node, "charset"),
                    text(node, "sha256"),
                    0,
                    List.of()));
        } else {
            finding(node).ifPresent(findings::add);
        }
    }

    /** A rule that is not known here is one of a later version: its findings are passed over. */
    private static Optional<Finding> finding(JsonNode node) {
        return RuleId.named(text(node, "rule"))
                .map(rule -> new Finding(
                        rule,
                        severity(node, rule),
                        text(node, "message"),
                        text(node, "fingerprint"),
                        optional(node, "document"),
                        optional(node, "target"),
                        stream(node.path("citations")).map(JsonNode::asText).toList(),
                        stream(node.path("fixes")).map(JsonFindings::fix).toList()));
    }

    private static Severity severity(JsonNode node, RuleId rule) {
        return Severity.named(text(node, "severity")).orElse(rule.severity());
    }

    private static Fix fix(JsonNode node) {
        return new Fix(
                text(node, "description"),
                node.path("safe").asBoolean(false),
                node.path("archived").asBoolean(false),
                stream(node.path("edits"))
                        .filter(JsonFindings::isWhole)
                        .map(edit -> new Fix.Edit(
                                text(edit, "document"),
                                edit.path("byteOffset").longValue(),
                                edit.path("byteLength").intValue(),
                                text(edit, "replacement")))
                        .toList());
    }

    private static boolean isWhole(JsonNode edit) {
        return edit.path("byteOffset").canConvertToLong()
                && edit.path("byteOffset").longValue() >= 0
                && edit.path("byteLength").canConvertToInt()
                && edit.path("byteLength").intValue() >= 0
                && edit.path("replacement").isTextual();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.isArray() ? array.valueStream() : Stream.empty();
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static Optional<String> optional(JsonNode node, String field) {
        return Optional.of(text(node, field)).filter(value -> !value.isEmpty());
    }
}
