package ibid.report;

import ibid.archive.Snapshot;
import ibid.archive.submission.Saved;
import ibid.finding.Equivalence;
import ibid.finding.Finding;
import ibid.finding.Fix;
import ibid.finding.Report;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.Report.ReportedTarget;
import ibid.finding.Severity;
import ibid.page.Drift;
import ibid.recovery.Candidate;
import ibid.recovery.Survey;
import ibid.registry.Work;
import ibid.resolution.Hop;
import ibid.resolution.Outcome;
import ibid.url.Redaction;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The sections of the JSON report, from {@code schemaVersion} to {@code findings}. */
final class JsonSections {
    private final JsonFields json;
    private final Report report;

    JsonSections(JsonFields json, Report report) {
        this.json = json;
        this.report = report;
    }

    void write() throws IOException {
        json.text("schemaVersion", JsonReport.SCHEMA_VERSION);
        json.object("tool", () -> {
            json.text("name", "ibid");
            json.text("version", report.run().version());
        });
        json.object("run", this::run);
        json.object("summary", this::summary);
        json.objects("documents", report.documents(), this::document);
        json.objects("citations", report.citations(), new JsonCitation(json)::write);
        json.objects("targets", report.targets(), this::target);
        json.objects("findings", report.findings(), this::finding);
    }

    private void run() throws IOException {
        var run = report.run();
        json.text("startedAt", run.startedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        json.number("durationMillis", run.duration().toMillis());
        json.flag("complete", run.complete());
        json.flag("offline", run.offline());
        json.texts("arguments", run.arguments());
        json.texts("notes", run.notes());
    }

    private void summary() throws IOException {
        json.number("documents", report.documents().size());
        json.number("citations", report.citations().size());
        json.number("targets", report.targets().size());
        json.object("verdicts", () -> {
            for (var verdict : report.verdicts().entrySet()) {
                json.number(verdict.getKey().name(), verdict.getValue());
            }
        });
        json.object("findings", () -> {
            var severities = report.severities();
            for (var severity : Severity.WORST_FIRST) {
                json.number(severity.label(), severities.getOrDefault(severity, 0));
            }
        });
        json.object("rules", () -> {
            for (var rule : report.rules().entrySet()) {
                json.number(rule.getKey().label(), rule.getValue());
            }
        });
    }

    private void document(ReportedDocument document) throws IOException {
        json.text("path", document.path());
        json.text("format", document.format());
        json.text("charset", known(document.charset()));
        json.text("sha256", known(document.sha256()));
        json.number("citations", document.citations());
        json.objects("problems", document.problems(), problem -> {
            json.text("kind", problem.kind().name());
            json.text("message", problem.message());
        });
    }

    /** A document that could not be read has neither charset nor digest. */
    private static Optional<String> known(String value) {
        return Optional.of(value).filter(v -> !v.isBlank());
    }

    private void target(ReportedTarget reported) throws IOException {
        var address = reported.target().address();
        json.text("id", reported.id());
        json.text("kind", reported.target().kind().name());
        // A key repeats its address in another shape, in which a secret would not be recognised.
        json.text(
                "key", address.filter(Redaction::hides).orElse(reported.target().key()));
        json.text("url", address);
        json.object("outcome", () -> outcome(reported.outcome()));
        json.objects("candidates", reported.candidates(), this::candidate);
        json.objects("snapshots", reported.snapshots(), this::snapshot);
        if (reported.work().isPresent()) {
            var work = reported.work().get();
            json.object("work", () -> work(work));
        }
        if (reported.survey().isPresent()) {
            var survey = reported.survey().get();
            json.object("survey", () -> survey(survey));
        }
        if (!reported.saved().isEmpty()) {
            json.objects("saved", reported.saved(), this::saved);
        }
    }

    private void saved(Saved saved) throws IOException {
        json.text("archive", saved.archive());
        json.text("result", saved.result().label());
        json.text("url", saved.copy().map(Snapshot::url));
        json.text("capturedAt", saved.copy().map(copy -> copy.capturedAt().toString()));
        json.text("reason", Optional.of(saved.reason()).filter(reason -> !reason.isEmpty()));
    }

    private void survey(Survey survey) throws IOException {
        json.objects("sources", survey.sources(), source -> {
            json.text("name", source.name());
            json.number("offered", source.offered());
            json.number("fitting", source.fitting());
            json.flag("complete", source.complete());
        });
        json.number("passedOver", survey.passedOver());
        json.objects("nearest", survey.nearest(), near -> {
            json.text("url", near.url());
            json.text("why", near.why());
        });
        json.texts("notes", survey.notes());
    }

    private void work(Work work) throws IOException {
        json.text("register", work.register());
        json.texts("titles", work.titles());
        json.objects("authors", work.authors(), author -> {
            json.text("family", author.family());
            json.text("given", author.given());
        });
        json.number("earliest", work.earliest());
        json.number("latest", work.latest());
        json.objects("notices", work.notices(), notice -> {
            json.text("kind", notice.kind().name());
            json.text("date", notice.date());
            json.text("doi", notice.doi());
            json.text("source", notice.source());
        });
    }

    private void outcome(Outcome outcome) throws IOException {
        json.text("verdict", outcome.verdict().name());
        json.text("reason", outcome.reason().label());
        json.number("status", outcome.status());
        json.text("finalUrl", outcome.finalUrl());
        json.objects("hops", outcome.hops(), this::hop);
        json.number("attempts", outcome.attempts());
        json.text(
                "checkedAt",
                outcome.checkedAt().map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()));
        json.texts("evidence", outcome.evidence());
        if (outcome.fragment().isPresent()) {
            var part = outcome.fragment().get();
            json.object("fragment", () -> {
                json.text("name", part.name());
                json.text("found", part.found().label());
                json.text("nearest", part.near());
            });
        }
    }

    private void hop(Hop hop) throws IOException {
        json.text("url", hop.url());
        json.number("status", hop.status());
        json.text("location", hop.location());
    }

    private void candidate(Candidate candidate) throws IOException {
        json.text("url", candidate.url());
        json.text("certainty", candidate.certainty().label());
        json.probability("score", candidate.score());
        json.texts("evidence", candidate.evidence());
        if (candidate.outcome().isEmpty()) {
            json.nothing("outcome");
            return;
        }
        var outcome = candidate.outcome().get();
        json.object("outcome", () -> {
            json.text("verdict", outcome.verdict().name());
            json.text("reason", outcome.reason().label());
        });
    }

    private void snapshot(Snapshot snapshot) throws IOException {
        json.text("archive", snapshot.archive());
        json.text("capturedAt", snapshot.capturedAt().toString());
        json.text("url", snapshot.url());
        json.number("status", snapshot.status());
        json.text("digest", snapshot.digest());
        json.flag("verified", snapshot.verified());
        if (snapshot.nearTo().isPresent()) {
            var near = snapshot.nearTo().get();
            json.text("citedAt", near.date().text());
            json.text("citedBy", near.by().label());
        }
    }

    private void finding(Finding finding) throws IOException {
        json.text("rule", finding.rule().label());
        json.text("severity", finding.severity().label());
        json.text("message", finding.message());
        json.text("fingerprint", finding.fingerprint());
        json.text("document", finding.document());
        json.text("target", finding.target());
        json.texts("citations", finding.citations());
        json.text("equivalence", finding.equivalence().map(Equivalence::label));
        if (finding.drift().isPresent()) {
            json.object("drift", () -> drift(finding.drift().get()));
        }
        json.objects("fixes", finding.fixes(), this::fix);
    }

    private void drift(Drift drift) throws IOException {
        json.probability("kept", drift.kept());
        json.texts("removed", drift.removed());
        json.texts("added", drift.added());
    }

    private void fix(Fix fix) throws IOException {
        // An edit shown with *** must never be applied: it would write the stars into the document.
        var edits = fix.edits().stream().anyMatch(e -> Redaction.hides(e.replacement()))
                ? List.<Fix.Edit>of()
                : fix.edits();
        json.text("description", fix.description());
        json.flag("safe", fix.safe() && edits.size() == fix.edits().size());
        if (fix.archived()) {
            json.flag("archived", true);
        }
        json.objects("edits", edits, edit -> {
            json.text("document", edit.document());
            json.number("byteOffset", edit.byteOffset());
            json.number("byteLength", edit.byteLength());
            json.text("replacement", edit.replacement());
        });
    }
}
