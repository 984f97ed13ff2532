package ibid.finding;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.citation.Citation.Role;
import ibid.citation.CitationKind;
import ibid.citation.Context;
import ibid.citation.Dialects;
import ibid.citation.PassageTrace;
import ibid.citation.Place;
import ibid.document.Span;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.ReportBuilder.Cited;
import ibid.finding.ReportBuilder.Examined;
import ibid.recovery.Recovered;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.target.TargetParser;
import ibid.url.Shorteners;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A publisher's page and the identifier that its address spells. */
class DeadPageRuleTest {
    private static final String PAGE = "https://journals.publisher.org/doi/full/10.1000/182";
    private static final String DOI = "doi:10.1000/182";

    private final Map<String, Reason> reasons = new HashMap<>();

    @Test
    void aDeadPageBehindALivingIdentifierIsBrokenWhereItIsCitedAndNowhereElse() {
        reasons.put(PAGE, Reason.NOT_FOUND);
        var report = report(cited(1, CitationKind.BARE_URL, PAGE), cited(2, CitationKind.IDENTIFIER, DOI));
        assertThat(report.targets()).hasSize(1);
        assertThat(report.findings()).hasSize(1);
        var finding = report.findings().get(0);
        assertThat(finding.rule()).isEqualTo(RuleId.BROKEN_LINK);
        assertThat(finding.citations()).containsExactly("c1");
        assertThat(finding.message())
                .isEqualTo(
                        PAGE + ": The server says that there is nothing at this address (404). The identifier in it is"
                                + " good: cite https://doi.org/10.1000/182.");
        assertThat(finding.fixes().get(0).edits())
                .containsExactly(new Fix.Edit("a.md", 100, PAGE.length(), "https://doi.org/10.1000/182"));
    }

    @Test
    void aPageThatOnlyRefusesIsNone() {
        reasons.put(PAGE, Reason.FORBIDDEN);
        assertThat(report(cited(1, CitationKind.BARE_URL, PAGE)).findings()).isEmpty();
    }

    @Test
    void whereTheIdentifierIsNoGoodEitherThatAloneIsTold() {
        reasons.put(PAGE, Reason.NOT_FOUND);
        reasons.put(DOI, Reason.UNREGISTERED);
        assertThat(report(cited(1, CitationKind.BARE_URL, PAGE)).findings())
                .extracting(Finding::rule)
                .containsExactly(RuleId.INVALID_IDENTIFIER);
    }

    private static Cited cited(int line, CitationKind kind, String text) {
        var citation = new Citation(
                "a.md",
                Place.at(new Span(line, 1, line, 1 + text.length(), 100L * line, text.length())),
                kind,
                text,
                text,
                Role.MENTION,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Context.NONE);
        return new Cited(citation, new TargetParser().parse(citation));
    }

    private Report report(Cited... cited) {
        var document = new ReportedDocument("a.md", "markdown", "UTF-8", "", cited.length, List.of());
        return new ReportBuilder(false, Dialects.load(), Shorteners.with(List.of()))
                .build(
                        new Report.Run("1", Instant.EPOCH, Duration.ZERO, true, false, List.of(), List.of()),
                        List.of(new Examined(document, List.of(cited), PassageTrace.NONE)),
                        target -> Resolution.of(
                                Outcome.unasked(reasons.getOrDefault(target.key(), Reason.OK), "Said the test.")),
                        target -> Recovered.NONE);
    }
}
