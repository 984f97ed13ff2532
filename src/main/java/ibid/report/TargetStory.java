package ibid.report;

import static ibid.report.view.Shown.text;

import ibid.archive.Snapshot;
import ibid.archive.submission.Saved;
import ibid.finding.Finding;
import ibid.finding.Report;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.recovery.Candidate;
import ibid.recovery.Survey;
import ibid.resolution.Hop;
import ibid.resolution.Outcome;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * The whole story of each target for a terminal: what was asked and answered, the verdict and why, what a cut address may
 * have meant, the copies, and what to do.
 *
 * <p>Nothing from servers reaches the terminal but visible text.
 */
public final class TargetStory {
    private final StringBuilder story = new StringBuilder();

    private TargetStory() {}

    /** The stories in the order of the targets, an empty line between them, ending in a line feed. */
    public static String of(Report report) {
        var teller = new TargetStory();
        for (var target : report.targets()) {
            if (!teller.story.isEmpty()) {
                teller.line("");
            }
            teller.tell(report, target);
        }
        report.run().notes().forEach(note -> teller.line(text(note)));
        return teller.story.toString();
    }

    private void tell(Report report, ReportedTarget target) {
        line(text(target.target().shown()));
        report.citations().stream()
                .filter(cited -> cited.target().equals(target.id()))
                .limit(1)
                .forEach(this::cut);
        var outcome = target.outcome();
        outcome.hops().forEach(this::hop);
        line("  " + outcome.verdict() + ", " + outcome.reason().label() + ": " + outcome.meaning() + " "
                + outcome.advice());
        outcome.evidence().forEach(sentence -> line("    - " + text(sentence)));
        candidates(target);
        target.survey().ifPresent(this::survey);
        target.snapshots().forEach(this::copy);
        target.saved().forEach(this::saved);
        report.findings().stream()
                .filter(finding -> finding.target().filter(target.id()::equals).isPresent())
                .forEach(this::finding);
    }

    private void cut(ReportedCitation cited) {
        cited.citation()
                .truncation()
                .ifPresent(cut -> line("  begins with \"" + text(cut.head()) + "\""
                        + (cut.tail().isEmpty() ? "" : ", ends with \"" + text(cut.tail()) + "\"")
                        + (cut.dialects().isEmpty() ? "" : ", as " + String.join(" or ", cut.dialects()) + " cuts")));
    }

    private void hop(Hop hop) {
        line("  " + text(hop.url()) + " answered " + hop.status()
                + hop.location().map(to -> ", to " + text(to)).orElse(""));
    }

    private void candidates(ReportedTarget target) {
        var number = 0;
        for (Candidate candidate : target.candidates()) {
            number++;
            line("  " + number + ". " + text(candidate.url()) + " ("
                    + candidate.certainty().label() + ", "
                    + String.format(Locale.ROOT, "%.3f", candidate.score())
                    + candidate.outcome().map(TargetStory::answer).orElse("") + ")");
            candidate.evidence().forEach(sentence -> line("     - " + text(sentence)));
        }
    }

    private void survey(Survey survey) {
        survey.sources()
                .forEach(source -> line("  looked for in " + text(source.name()) + ": " + source.offered()
                        + (source.offered() == 1 ? " address, " : " addresses, ") + source.fitting() + " fitting"
                        + (source.complete() ? "; that is all it has of this part of the site" : "")));
        survey.notes().forEach(note -> line("  not looked through: " + text(note)));
        survey.nearest().forEach(near -> line("  passed over: " + text(near.url()) + " (" + text(near.why()) + ")"));
        var more = survey.passedOver() - survey.nearest().size();
        if (more > 0) {
            line("  and " + more + " more that " + (more == 1 ? "does" : "do") + " not fit");
        }
    }

    private static String answer(Outcome outcome) {
        return ", " + outcome.reason().label();
    }

    private void copy(Snapshot copy) {
        line("  copy in " + text(copy.archive()) + " of "
                + LocalDate.ofInstant(copy.capturedAt(), ZoneOffset.UTC) + ": " + text(copy.url()) + " ("
                + copy.status()
                + (copy.verified() && copy.nearTo().isPresent() ? ", verified" : "")
                + ")");
    }

    private void saved(Saved saved) {
        line("  to be kept by " + text(saved.archive()) + ": " + saved.result().label()
                + (saved.reason().isEmpty() ? "" : ", " + text(saved.reason())));
    }

    private void finding(Finding finding) {
        line("  " + finding.severity().name().toLowerCase(Locale.ROOT) + " ["
                + finding.rule().label() + "]: " + text(finding.message()));
    }

    private void line(String line) {
        story.append(line).append('\n');
    }
}
