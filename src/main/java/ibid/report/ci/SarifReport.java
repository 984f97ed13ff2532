package ibid.report.ci;

import ibid.citation.Citation;
import ibid.citation.Place;
import ibid.document.Span;
import ibid.finding.Fix;
import ibid.finding.Report;
import ibid.finding.RuleGuide;
import ibid.finding.RuleId;
import ibid.finding.Severity;
import ibid.report.JsonFields;
import ibid.report.JsonText;
import ibid.report.ReportWriter;
import ibid.report.view.Shown;
import ibid.url.Redaction;
import ibid.url.Url;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * SARIF 2.1.0 (OASIS Standard, 27 March 2020), as code scanning services show it: a result for each place, with fixes and
 * fingerprints that survive moved lines.
 */
public final class SarifReport implements ReportWriter {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";
    private static final List<RuleId> RULES = List.of(RuleId.values());
    private static final String ROOT = "%SRCROOT%";
    private static final String LEFT_OUT =
            " A comment \"ibid-ignore-next-line: the reason\" in the document has a citation left out.";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNRESERVED = "-._~/!$&'()*+,;=@";

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        JsonText.write(
                out,
                json -> json.object(() -> {
                    json.text("$schema", Optional.of(SCHEMA));
                    json.text("version", Optional.of("2.1.0"));
                    json.objects("runs", List.of(report), run -> run(json, run));
                }));
    }

    private static void run(JsonFields json, Report report) throws IOException {
        var guides = RuleGuide.all();
        json.object(
                "tool",
                () -> json.object("driver", () -> {
                    json.text("name", Optional.of("Ibid"));
                    json.text("version", Optional.of(report.run().version()));
                    json.objects("rules", RULES, rule -> rule(json, rule, guide(guides, rule)));
                }));
        json.text("columnKind", Optional.of("utf16CodeUnits"));
        json.objects("invocations", List.of(report.run()), run -> {
            json.flag("executionSuccessful", run.complete());
            json.objects("toolExecutionNotifications", run.notes(), note -> {
                json.object("message", () -> json.text("text", message(note)));
                json.text("level", Optional.of(run.complete() ? "note" : "warning"));
            });
        });
        json.objects("results", Located.in(report), located -> result(json, located));
    }

    private static RuleGuide guide(Map<RuleId, RuleGuide> guides, RuleId rule) {
        return Objects.requireNonNull(guides.get(rule), rule.label());
    }

    private static void rule(JsonFields json, RuleId rule, RuleGuide guide) throws IOException {
        json.text("id", Optional.of(rule.label()));
        json.object("shortDescription", () -> json.text("text", Optional.of(rule.says())));
        json.object("help", () -> {
            json.text("text", Optional.of(guide.why() + " " + guide.mend() + LEFT_OUT));
            json.text(
                    "markdown",
                    Optional.of(guide.why() + "\n\n```\n" + guide.example() + "\n```\n\n" + guide.mend() + LEFT_OUT));
        });
        json.object("defaultConfiguration", () -> json.text("level", Optional.of(level(rule.severity()))));
    }

    private static void result(JsonFields json, Located located) throws IOException {
        var finding = located.finding();
        json.text("ruleId", Optional.of(finding.rule().label()));
        json.number("ruleIndex", RULES.indexOf(finding.rule()));
        json.text("level", Optional.of(level(finding.severity())));
        json.object("message", () -> json.text("text", message(finding.message())));
        if (!located.document().isEmpty()) {
            json.objects("locations", List.of(located), here -> location(json, here.document(), here.place()));
        }
        if (!located.others().isEmpty()) {
            json.objects("relatedLocations", located.others(), other -> related(json, other));
        }
        json.object("partialFingerprints", () -> json.text("ibid/v1", Optional.of(located.fingerprint())));
        var fixes = located.fixes().stream().filter(SarifReport::isWhole).toList();
        if (!fixes.isEmpty()) {
            json.objects("fixes", fixes, fix -> fix(json, fix, located));
        }
    }

    private static void related(JsonFields json, Citation other) throws IOException {
        json.object("message", () -> json.text("text", Optional.of("also here")));
        location(json, other.document(), Optional.of(other.place()));
    }

    private static void location(JsonFields json, String document, Optional<Place> place) throws IOException {
        json.object("physicalLocation", () -> {
            artifact(json, document);
            var span = place.flatMap(Place::span);
            if (span.isPresent()) {
                json.object("region", () -> region(json, span.get()));
            }
        });
        var name = place.map(Place::name).orElse("");
        if (!name.isEmpty()) {
            json.objects("logicalLocations", List.of(name), at -> json.text("fullyQualifiedName", shown(at)));
        }
    }

    private static void artifact(JsonFields json, String document) throws IOException {
        json.object("artifactLocation", () -> {
            var isPage = Url.parse(document).isPresent();
            json.text("uri", Optional.of(isPage ? document : uri(document)));
            if (!isPage) {
                json.text("uriBaseId", Optional.of(ROOT));
            }
        });
    }

    /** Lines and columns, which viewers understand; SARIF counts both from 1, ends exclusive (section 3.30). */
    private static void region(JsonFields json, Span span) throws IOException {
        json.number("startLine", span.line());
        json.number("startColumn", span.column());
        json.number("endLine", span.endLine());
        json.number("endColumn", span.endColumn());
    }

    private static void fix(JsonFields json, Fix fix, Located located) throws IOException {
        json.object("description", () -> json.text("text", shown(fix.description())));
        json.objects("artifactChanges", fix.edits(), edit -> {
            artifact(json, edit.document());
            json.objects("replacements", List.of(edit), one -> {
                json.object("deletedRegion", () -> deleted(json, one, located));
                json.object("insertedContent", () -> json.text("text", Optional.of(one.replacement())));
            });
        });
    }

    private static void deleted(JsonFields json, Fix.Edit edit, Located located) throws IOException {
        var span = located.span()
                .filter(at -> edit.document().equals(located.document())
                        && at.byteOffset() == edit.byteOffset()
                        && at.byteLength() == edit.byteLength());
        if (span.isPresent()) {
            region(json, span.get());
        } else {
            json.number("byteOffset", edit.byteOffset());
            json.number("byteLength", edit.byteLength());
        }
    }

    /** A path as a relative reference: what has a meaning in one is encoded (RFC 3986 section 3.3). */
    private static String uri(String path) {
        var uri = new StringBuilder();
        for (var b : path.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                uri.append(c);
            } else {
                uri.append('%').append(HEX.toHighHexDigit(b)).append(HEX.toLowHexDigit(b));
            }
        }
        return uri.toString();
    }

    private static String level(Severity severity) {
        return severity.label();
    }

    /** Whether the edits say what they mean: a secret is written as {@code ***}, which nobody may put into a document. */
    private static boolean isWhole(Fix fix) {
        return fix.edits().stream().noneMatch(edit -> Redaction.hides(edit.replacement()));
    }

    /** Text without embedded links (section 3.11.6), which documents could make up, and without placeholders (3.11.5). */
    private static Optional<String> message(String text) {
        return Optional.of(Shown.text(text)
                .replace("\\", "\\\\")
                .replace("[", "\\[")
                .replace("]", "\\]")
                .replace("{", "{{")
                .replace("}", "}}"));
    }

    private static Optional<String> shown(String text) {
        return Optional.of(Shown.text(text));
    }
}
