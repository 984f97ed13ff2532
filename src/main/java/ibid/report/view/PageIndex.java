package ibid.report.view;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import ibid.finding.Report;
import ibid.finding.RuleId;
import ibid.finding.Severity;
import ibid.resolution.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page's script filters and groups by, as JSON that can stand in a {@code script} element.
 *
 * <p>It is kept apart from the findings themselves, so that thousands of them are filtered without laying them out.
 */
final class PageIndex {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    /** From least to most, so that the script can compare their numbers. */
    private static final List<Severity> SEVERITIES = List.of(Severity.NOTE, Severity.WARNING, Severity.ERROR);

    private static final List<Verdict> VERDICTS = List.of(Verdict.values());
    private static final List<RuleId> RULES = List.of(RuleId.values());

    private final Map<String, Integer> hosts = new HashMap<>();
    private final Map<String, Integer> targets = new HashMap<>();
    private final StringWriter text = new StringWriter();
    private final Lookup lookup;

    private PageIndex(Lookup lookup) {
        this.lookup = lookup;
    }

    /** @param documents in the order of the page */
    static String of(Report report, List<DocumentView> documents, Lookup lookup) {
        try {
            return new PageIndex(lookup).written(report, documents);
        } catch (IOException e) {
            throw new UncheckedIOException("JSON cannot be written to memory", e);
        }
    }

    private String written(Report report, List<DocumentView> documents) throws IOException {
        try (var json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField("size", Chunk.SIZE);
            names(json);
            targets(json, report);
            documents(json, documents);
            findings(json, documents);
            json.writeEndObject();
        }
        // HTML ends a script at its end tag, wherever that stands; in JSON these signs stand in texts alone.
        return text.toString().replace("<", "\\u003c").replace(">", "\\u003e");
    }

    /** What the numbers of severities, verdicts and rules stand for. */
    private static void names(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("severities");
        for (var severity : SEVERITIES) {
            json.writeString(Words.name(severity));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("verdicts");
        for (var verdict : VERDICTS) {
            row(json, Words.name(verdict), Words.of(verdict));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("rules");
        for (var rule : RULES) {
            row(json, rule.label(), rule.says());
        }
        json.writeEndArray();
    }

    /** Each target as verdict, host and name; the hosts by number, in the order in which they first come. */
    private void targets(JsonGenerator json, Report report) throws IOException {
        json.writeArrayFieldStart("targets");
        for (var reported : report.targets()) {
            targets.put(reported.id(), targets.size());
            var target = new TargetView(reported, lookup);
            json.writeStartArray();
            json.writeNumber(VERDICTS.indexOf(reported.outcome().verdict()));
            json.writeNumber(hosts.computeIfAbsent(target.host(), host -> hosts.size()));
            json.writeString(target.name().text());
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("hosts");
        for (var host :
                hosts.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList()) {
            json.writeString(host.getKey());
        }
        json.writeEndArray();
    }

    private static void documents(JsonGenerator json, List<DocumentView> documents) throws IOException {
        json.writeArrayFieldStart("documents");
        for (var document : documents) {
            json.writeStartArray();
            json.writeString(document.path());
            json.writeString(document.details());
            for (var problem : document.problems()) {
                json.writeString(problem);
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** Each finding in the order of the page: number, severity, rule, document, target or -1, 1 for a safe mend, text. */
    private void findings(JsonGenerator json, List<DocumentView> documents) throws IOException {
        json.writeArrayFieldStart("findings");
        for (var i = 0; i < documents.size(); i++) {
            for (var finding : documents.get(i).findings()) {
                json.writeStartArray();
                json.writeNumber(finding.number());
                json.writeNumber(SEVERITIES.indexOf(finding.finding().severity()));
                json.writeNumber(RULES.indexOf(finding.finding().rule()));
                json.writeNumber(i);
                json.writeNumber(finding.reported()
                        .map(t -> targets.getOrDefault(t.id(), -1))
                        .orElse(-1));
                json.writeNumber(finding.hasSafeFix() ? 1 : 0);
                json.writeString(finding.searched());
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }

    private static void row(JsonGenerator json, String... values) throws IOException {
        json.writeStartArray();
        for (var value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
