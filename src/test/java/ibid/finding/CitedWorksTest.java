package ibid.finding;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.citation.Citation.Role;
import ibid.citation.CitationKind;
import ibid.citation.Context;
import ibid.citation.Dialects;
import ibid.citation.PassageTrace;
import ibid.citation.Place;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.ReportBuilder.Cited;
import ibid.finding.ReportBuilder.Examined;
import ibid.recovery.Recovered;
import ibid.registry.Notice;
import ibid.registry.Notice.Kind;
import ibid.registry.Work;
import ibid.registry.Work.Author;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.target.TargetParser;
import ibid.url.Shorteners;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a work that a register describes, by what is written around its citations. */
class CitedWorksTest {
    private static final String TITLE = "Harbour seals return to the estuary after forty years";
    private static final String OTHER = "The diet of grey herons in winter";

    private List<Notice> notices = List.of();
    private final List<Cited> cited = new ArrayList<>();

    @Test
    void anEntryThatAgreesIsToldInTheEvidence() {
        entry("10.1000/182", TITLE, "Marsh, Anna", "2012", "-");
        var report = report();
        assertThat(report.findings()).isEmpty();
        assertThat(evidence(report)).containsExactly("title, author and year agree with what the citation says");
    }

    @Test
    void whatDiffersBesideTheTitleIsToldWithIt() {
        entry("10.1000/182", "Harbour seals return to the estuary", "Marsh, Anna", "1999", "-");
        var report = report();
        assertThat(report.findings()).isEmpty();
        assertThat(evidence(report))
                .containsExactly(
                        "title and author agree with what the citation says; not so its year: the citation says"
                                + " \"Harbour seals return to the estuary\" (Marsh, Anna, 1999)");
    }

    @Test
    void anEntryOfAnotherWorkIsAFindingForEachThingThatIsSaid() {
        entry("10.1000/182", OTHER, "Smith, John", "1999", "-");
        entry("10.1000/182", OTHER, "Smith, John", "1999", "-");
        entry("10.1000/182", "Coral reefs in decline", "Reef, Max", "2001", "-");
        entry("10.1000/182", TITLE, "Marsh, Anna", "2011", "-");
        var named = report().findings().stream()
                .filter(finding -> finding.rule() == RuleId.INVALID_IDENTIFIER)
                .toList();
        assertThat(named).hasSize(2).allMatch(finding -> finding.severity() == Severity.WARNING);
        assertThat(named.get(0).citations()).containsExactly("c1", "c2");
        assertThat(named.get(1).citations()).containsExactly("c3");
        assertThat(named.get(0).fingerprint()).isNotEqualTo(named.get(1).fingerprint());
        assertThat(named.get(0).message())
                .isEqualTo("doi:10.1000/182 names another work: R has it as \"" + TITLE
                        + "\" (Marsh, 2011), and the citation is" + " of \"" + OTHER
                        + "\" (Smith, John, 1999). Correct the identifier, or what is said of the work.");
    }

    @Test
    void anIdentifierInTheNoteOfAnEntryIsOfAnotherWorkByRights() {
        entry("10.1000/182", OTHER, "Smith, John", "1999", "An answer to doi:10.1000/182");
        assertThat(report().findings()).isEmpty();
    }

    @Test
    void theIsbnOfAnEntryMayBeThatOfTheBookAroundIt() {
        citation(
                CitationKind.IDENTIFIER,
                Role.ENTRY,
                "ISBN:9780306406157",
                context(OTHER, "Smith, John", "1999", "-", "-", "-"),
                Optional.of("e"));
        assertThat(report().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "References | The diet of grey herons in winter | - | true",
                "Further reading | The diet of grey herons in winter | - | true",
                "Literaturverzeichnis | The diet of grey herons in winter | - | true",
                "参考文献 | The diet of grey herons in winter | - | true",
                // Nothing says that these words are a title.
                "Introduction | The diet of grey herons in winter | - | false",
                "References | the diet of grey herons in winter | - | false",
                "References | Read more here | - | false",
                "References | DOI of the publication in this journal | - | false",
                // Who names the author or the year may have worded the title freely.
                "References | The diet of grey herons in winter | As Marsh has shown in 2011. | false",
                "References | The diet of grey herons in winter | From 2011. | false",
                "References | The diet of grey herons in winter | From 1999. | true",
                "References | Harbour seals return to the estuary | - | false",
                "References | Seehunde kehren in die Mündung zurück | - | false",
            })
    void aLinkInAListOfSourcesIsHeldToItsTitleAndNoOther(
            String heading, String linkText, String sentence, boolean another) {
        citation(
                CitationKind.LINK,
                Role.MENTION,
                "https://doi.org/10.1000/182",
                context("-", "-", "-", heading, linkText, sentence),
                Optional.empty());
        assertThat(report().findings()).hasSize(another ? 1 : 0);
    }

    @Test
    void aRetractedWorkIsAWarningWithTheGravestNotice() {
        notices = List.of(
                new Notice(Kind.RETRACTION, Optional.of("2010-02-06"), Optional.of("10.1000/n"), "Retraction Watch"),
                new Notice(Kind.EXPRESSION_OF_CONCERN, Optional.of("2009"), Optional.empty(), "its publisher"));
        entry("10.1000/182", TITLE, "Marsh, Anna", "2011", "-");
        var findings = report().findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).rule()).isEqualTo(RuleId.RETRACTED_WORK);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.WARNING);
        assertThat(findings.get(0).message())
                .isEqualTo("doi:10.1000/182, \"" + TITLE
                        + "\" (Marsh, 2011), was retracted on 2010-02-06 (notice doi:10.1000/n,"
                        + " source: Retraction Watch). Cite another source, or say so where it is cited.");
    }

    @Test
    void whoSaysThatTheWorkIsRetractedIsToldInANote() {
        notices = List.of(new Notice(Kind.WITHDRAWAL, Optional.of("2010"), Optional.empty(), "arXiv"));
        entry("10.1000/182", TITLE + " (retracted)", "Marsh, Anna", "2011", "-");
        assertThat(report().findings()).allMatch(finding -> finding.severity() == Severity.NOTE);
        entry("10.1000/182", TITLE, "Marsh, Anna", "2011", "-");
        assertThat(report().findings().stream().filter(finding -> finding.rule() == RuleId.RETRACTED_WORK))
                .allMatch(finding -> finding.severity() == Severity.WARNING);
    }

    private void entry(String doi, String title, String author, String date, String note) {
        citation(
                CitationKind.IDENTIFIER,
                Role.ENTRY,
                "doi:" + doi,
                context(title, author, date, "-", "-", note),
                Optional.of("entry " + cited.size()));
    }

    private static Context context(
            String title, String author, String date, String heading, String linkText, String sentence) {
        return new Context(
                said(title),
                said(author),
                said(date),
                Optional.empty(),
                Optional.empty(),
                said(heading),
                said(linkText),
                said(sentence));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(words -> !words.equals("-"));
    }

    private void citation(CitationKind kind, Role role, String text, Context context, Optional<String> location) {
        var citation = new Citation(
                "a.bib",
                new Place(Optional.empty(), OptionalInt.empty(), location),
                kind,
                text,
                text,
                role,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                context);
        cited.add(new Cited(citation, new TargetParser().parse(citation)));
    }

    private Report report() {
        var work = new Work(
                "R",
                List.of(TITLE),
                List.of(),
                List.of(new Author("Marsh", "Anna")),
                OptionalInt.of(2011),
                OptionalInt.of(2011),
                notices);
        var resolution =
                new Resolution(Outcome.unasked(Reason.OK, ""), Optional.empty(), List.of(), Optional.of(work), true);
        var document = new ReportedDocument("a.bib", "bibtex", "UTF-8", "", cited.size(), List.of());
        return new ReportBuilder(false, Dialects.load(), Shorteners.with(List.of()))
                .build(
                        new Report.Run("1", Instant.EPOCH, Duration.ZERO, true, false, List.of(), List.of()),
                        List.of(new Examined(document, cited, PassageTrace.NONE)),
                        target -> resolution,
                        target -> Recovered.NONE);
    }

    private static List<String> evidence(Report report) {
        return report.targets().get(0).outcome().evidence().stream()
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
