package ibid.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.Snapshot;
import ibid.citation.CitationFinder;
import ibid.citation.PassageTrace;
import ibid.config.Settings;
import ibid.document.readers.Reads;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.ReportBuilder.Cited;
import ibid.finding.ReportBuilder.Examined;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.target.Target.TruncatedTarget;
import ibid.target.Target.UrlTarget;
import ibid.target.TargetParser;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What asking for the whole address shows of citations that may be cut. */
class ReadingsTest {
    private static final String WHOLE = "https://host.example/items/mill";
    private static final String NUMBER = "https://host.example/item/48";
    private static final Snapshot COPY =
            new Snapshot("web.archive.org", Instant.EPOCH, "https://e.com/copy", 200, "sha1:A", false);

    private final TargetParser parser = new TargetParser();
    private final Map<String, Resolution> known = new HashMap<>();

    private Cited settled(String text) {
        var document = Reads.named("a.txt", text);
        var found = new CitationFinder(Settings.DEFAULTS.documents()).find(document);
        var cited = found.citations().stream()
                .map(citation -> new Cited(citation, parser.parse(citation)))
                .toList();
        var reported = new ReportedDocument("a.txt", "text", "UTF-8", "0", cited.size(), List.of());
        var examined = new Examined(reported, cited, PassageTrace.NONE);
        return new Readings(parser, known, FullAddresses.of(List.of(examined)))
                .settled(examined)
                .cited()
                .get(0);
    }

    private void answers(Reason reason, List<Snapshot> snapshots) {
        known.put(WHOLE, new Resolution(Outcome.unasked(reason, "said so"), Optional.empty(), snapshots));
    }

    @ParameterizedTest
    @CsvSource({
        "OK, false, false",
        "TEMPORARY_REDIRECT, false, false",
        "PERMANENT_REDIRECT, false, false",
        "NOT_FOUND, true, true",
        "SOFT_404, true, true",
        "NO_SUCH_HOST, true, true",
        "FORBIDDEN, false, true",
        "TIMEOUT, false, true",
        "OFFLINE, false, true",
        "NOT_CHECKED, false, true",
        "ROBOTS, false, true",
    })
    void whereNobodyCanTellTheLikelierReadingStays(Reason reason, boolean isCutAtDots, boolean isCutAtEllipsis) {
        answers(reason, List.of());
        assertThat(settled("see " + WHOLE + "...").target() instanceof TruncatedTarget)
                .isEqualTo(isCutAtDots);
        assertThat(settled("see " + WHOLE + "…").target() instanceof TruncatedTarget)
                .isEqualTo(isCutAtEllipsis);
    }

    @Test
    void aPatternIsNotCut() {
        assertThat(settled("get https://api.host.example/v1/users/{id}/things… now")
                        .citation()
                        .text())
                .isEqualTo("https://api.host.example/v1/users/{id}/things");
    }

    @Test
    void whatWasCapturedOnceIsAWholeAddressThatIsGone() {
        answers(Reason.NOT_FOUND, List.of(COPY));
        var cited = settled("see " + WHOLE + "…");
        assertThat(cited.citation().text()).isEqualTo(WHOLE);
        assertThat(cited.citation().truncation()).isEmpty();
        assertThat(cited.target().key()).isEqualTo(WHOLE);
    }

    @Test
    void theCutReadingTellsWhatWasAsked() {
        answers(Reason.NOT_FOUND, List.of());
        var cited = settled("see " + WHOLE + "...");
        assertThat(cited.citation().text()).isEqualTo(WHOLE + "...");
        var outcome = known.getOrDefault(cited.target().key(), Resolution.of(Outcome.unasked(Reason.OK, "")))
                .outcome();
        assertThat(outcome.reason()).isEqualTo(Reason.TRUNCATED);
        assertThat(outcome.evidence())
                .containsExactly("the address was cut at \"...\": there is nothing without it", "said so");
    }

    @ParameterizedTest
    @CsvSource({"OK, true", "NOT_FOUND, false", "FORBIDDEN, true", "OFFLINE, true"})
    void anAddressCutInANumberIsCalledCutOnlyWhereNothingIsAtIt(Reason reason, boolean isPerhaps) {
        known.put(NUMBER, Resolution.of(Outcome.unasked(reason, "said so")));
        var cited = settled("see " + NUMBER + "…");
        assertThat(cited.target()).isInstanceOf(TruncatedTarget.class);
        var outcome = known.getOrDefault(cited.target().key(), Resolution.of(Outcome.unasked(Reason.OK, "")))
                .outcome();
        assertThat(outcome.reason()).isEqualTo(Reason.TRUNCATED);
        assertThat(outcome.isPerhapsCut()).isEqualTo(isPerhaps);
    }

    @Test
    void whatWasCapturedAndEndsInANumberIsNoBrokenLink() {
        known.put(
                NUMBER, new Resolution(Outcome.unasked(Reason.NOT_FOUND, "said so"), Optional.empty(), List.of(COPY)));
        assertThat(settled("see " + NUMBER + "…").target()).isInstanceOf(TruncatedTarget.class);
        assertThat(settled("see " + NUMBER + "...").target()).isInstanceOf(UrlTarget.class);
    }

    @Test
    void theReadingThatWasNotChosenIsNotForgotten() {
        answers(Reason.OK, List.of());
        assertThat(settled("see " + WHOLE + "…").citation().otherwise()).isPresent();
    }

    @Test
    void ofWhatWasNeverAskedTheLikelierReadingStays() {
        assertThat(settled("see " + WHOLE + "…").target()).isInstanceOf(TruncatedTarget.class);
        assertThat(known).isEmpty();
    }
}
