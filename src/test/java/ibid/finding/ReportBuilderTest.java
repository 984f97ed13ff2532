package ibid.finding;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.citation.Citation.Role;
import ibid.citation.CitationKind;
import ibid.citation.Context;
import ibid.citation.Dialects;
import ibid.citation.PassageTrace;
import ibid.citation.Place;
import ibid.citation.Truncation;
import ibid.document.Format;
import ibid.document.Problem;
import ibid.document.SourceText;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.ReportBuilder.Cited;
import ibid.finding.ReportBuilder.Examined;
import ibid.recovery.Candidate;
import ibid.recovery.Certainty;
import ibid.recovery.Recovered;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.target.TargetParser;
import ibid.url.Shorteners;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents are pictures: {@code |...|} is a citation, {@code !...!} one that is an entry, {@code ~...~} a cut one. */
class ReportBuilderTest {
    private static final Pattern PICTURE = Pattern.compile("([|!~])([^|!~]+)\\1");
    private static final String PROSE =
            "Some forty words stand here so that whoever pastes them twice has pasted a passage and not a phrase,"
                    + " which needs more lines than one would like to read in a test but less than a page, and these are"
                    + " the last of them.\n";

    private final Map<String, Reason> reasons = new HashMap<>();
    private final Map<String, List<Candidate>> candidates = new HashMap<>();
    private Context context = Context.NONE;
    private boolean offline;

    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND, BROKEN_LINK, ERROR",
        "GONE, BROKEN_LINK, ERROR",
        "SOFT_404, BROKEN_LINK, ERROR",
        "MISSING_FILE, MISSING_FILE, ERROR",
        "MALFORMED, MALFORMED_URL, ERROR",
        "UNREGISTERED, INVALID_IDENTIFIER, ERROR",
        "PERMANENT_REDIRECT, MOVED_LINK, NOTE",
        "FORBIDDEN, UNVERIFIED_LINK, NOTE",
        "TIMEOUT, UNVERIFIED_LINK, NOTE",
    })
    void aBadOutcomeIsOneFinding(Reason reason, RuleId rule, Severity severity) {
        reasons.put("https://e.com/a", reason);
        var report = report(document("a.md", "see |https://e.com/a| and |https://e.com/a|"));
        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).rule()).isEqualTo(rule);
        assertThat(report.findings().get(0).severity()).isEqualTo(severity);
        assertThat(report.findings().get(0).citations()).containsExactly("c1", "c2");
        assertThat(report.findings().get(0).target()).contains("t1");
    }

    @ParameterizedTest
    @CsvSource({"OK", "TEMPORARY_REDIRECT", "EXCLUDED", "PLACEHOLDER", "PRIVATE_ADDRESS", "NOT_CHECKED"})
    void aFineOutcomeIsNone(Reason reason) {
        reasons.put("https://e.com/a", reason);
        assertThat(report(document("a.md", "see |https://e.com/a|")).findings()).isEmpty();
    }

    @Test
    void whoAsksToStayOfflineIsNotToldThatNothingCouldBeTold() {
        reasons.put("https://e.com/a", Reason.OFFLINE);
        assertThat(rules(report(document("a.md", "|https://e.com/a|")))).containsExactly("unverified-link");
        offline = true;
        assertThat(report(document("a.md", "|https://e.com/a|")).findings()).isEmpty();
    }

    @Test
    void entriesThatNameOneSourceTwiceAreDuplicates() {
        var report = report(document("a.md", "!https://e.com/a!\n!https://e.com/b!\n!https://e.com/a!\n"));
        assertThat(rules(report)).containsExactly("duplicate-citation");
        assertThat(report.findings().get(0).citations()).containsExactly("c1", "c3");
        assertThat(report.findings().get(0).message()).contains("2 times").contains("lines 1, 3");
    }

    @Test
    void oneWorkInTwoEntriesIsADuplicateHoweverItIsSpelled() {
        var report = report(document(
                "a.md",
                "!doi:10.1000/182!\n\n\n!https://doi.org/10.1000/182!\n!arXiv:1706.03762!\n!arXiv:1706.03762!\n"));
        assertThat(rules(report)).containsExactly("duplicate-citation", "duplicate-citation");
        assertThat(report.targets()).hasSize(2);
        assertThat(report.findings().get(0).message()).startsWith("doi:10.1000/182 is cited 2 times (lines 1, 4)");
    }

    @Test
    void oneEntryMayNameItsIdentifierTwiceAndManyEntriesOneJournal() {
        var journal = "!urn:issn:0317-8471!\n";
        var person = "!https://orcid.org/0000-0002-1825-0097!\n\n\n";
        var entry = "!doi:10.1000/182! and !https://doi.org/10.1000/182!\n";
        var report = report(document("a.md", entry + journal + journal + person + person));
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void anIdentifierThatCannotBeRightIsAnErrorThatSaysWhy() {
        reasons.put("invalid:ISBN 0306406153", Reason.MALFORMED);
        var report = report(document("a.md", "see |urn:isbn:0306406153| and |urn:isbn:0306406153|"));
        assertThat(rules(report)).containsExactly("invalid-identifier");
        var finding = report.findings().get(0);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.citations()).containsExactly("c1", "c2");
        assertThat(finding.fixes()).isEmpty();
        assertThat(finding.message())
                .isEqualTo(
                        "\"ISBN 0306406153\" cannot be right: its check digit should be 2, not 3. Check it against the"
                                + " source itself.");
    }

    @Test
    void mentionsAndOtherDocumentsAreNot() {
        var report = report(
                document("a.md", "!https://e.com/a!\nas |https://e.com/a| says\n"),
                document("b.md", "!https://e.com/a!\n"));
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void severalSpellingsOfOneSourceAreInconsistent() {
        var report = report(document("a.md", "|http://www.e.com/a/| and |https://e.com/a| and |https://e.com/a#x|"));
        assertThat(rules(report)).containsExactly("inconsistent-citation");
        assertThat(report.findings().get(0).citations()).containsExactly("c1", "c2", "c3");
        assertThat(report.findings().get(0).message()).contains("2 spellings", "https://e.com/a (2 times)", "(once)");
    }

    @Test
    void aPassagePastedTwiceIsTwoFindingsHoweverMuchItCites() {
        var passage = PROSE + "!https://e.com/a!\n!https://e.com/b!\n!https://e.com/c!\n";
        var report = report(document("a.md", passage + passage));
        assertThat(rules(report)).containsExactly("duplicate-citation", "duplicate-passage");
        assertThat(report.findings().get(0).citations()).hasSize(6);
        assertThat(report.findings().get(0).message()).contains("3 sources", "lines 1-4", "lines 5-8", "(L0)");
        assertThat(report.findings().get(1).message()).startsWith("Lines 1-4 occur again as lines 5-8");
    }

    @Test
    void theCopyInheritsTheContextThatOnlyTheOriginalHas() {
        var passage = PROSE + "!https://e.com/a!\n";
        context = new Context(
                Optional.of("A title"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var report = report(document("a.md", passage + passage));
        assertThat(report.citations().get(0).inheritedFrom()).isEmpty();
        assertThat(report.citations().get(1).inheritedFrom()).contains("c1");
        assertThat(report.citations().get(1).citation().context().title()).contains("A title");
    }

    @Test
    void aCutAddressIsAnErrorUntilItIsCertainlyRecovered() {
        var document = document("a.md", "~http://e.com/publicat...roups.html~");
        var lost = report(document);
        assertThat(lost.findings().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(lost.findings().get(0).fixes()).isEmpty();
        assertThat(lost.citations().get(0).recovery()).contains(Recovery.UNRESOLVED);

        candidates.put("cut:http://e.com/publicat…roups.html", List.of(candidate(Certainty.EXACT)));
        var found = report(document).findings().get(0);
        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.message()).contains("http://e.com/publications/groups.html");
        assertThat(found.fixes().get(0).safe()).isTrue();
        assertThat(found.fixes().get(0).edits())
                .containsExactly(new Fix.Edit("a.md", 0, 34, "http://e.com/publications/groups.html"));
    }

    @Test
    void aGuessIsOfferedAndNeverCalledSafe() {
        candidates.put("cut:http://e.com/publicat…roups.html", List.of(candidate(Certainty.PROBABLE)));
        var finding = report(document("a.md", "~http://e.com/publicat...roups.html~"))
                .findings()
                .get(0);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.fixes().get(0).safe()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a.md, http://e.com/publications/groups.html?a=1&b=2, true",
        "a.md, http://e.com/publications/a_(b)groups.html, true",
        "a.md, http://e.com/publications/a_)b(groups.html, false",
        "a.tex, http://e.com/publications/a(b)groups.html, false",
        "a.json, http://e.com/publications/groups.html?a=1&b=2, true",
        "a.json, 'http://e.com/publications/\"groups.html', false",
        "a.yaml, http://e.com/publications/groups.html, true",
        "a.yaml, 'http://e.com/publications/a,groups.html', false",
        "a.bib, http://e.com/publications/groups.html, true",
        "a.bib, http://e.com/publications/a_groups.html, false",
        "a.tex, http://e.com/publications/%20groups.html, false",
        "a.csv, 'http://e.com/publications/a,groups.html', false",
        "a.xml, http://e.com/publications/groups.html?a=1&b=2, false",
    })
    void anEditIsSafeWhereTheAddressCanStandAsItIs(String path, String address, boolean safe) {
        candidates.put(
                "cut:http://e.com/publicat…roups.html",
                List.of(new Candidate(address, Certainty.EXACT, 0.9, List.of("It fits."), Optional.empty())));
        var finding = report(document(path, "~http://e.com/publicat...roups.html~"))
                .findings()
                .get(0);
        assertThat(finding.fixes().get(0).safe()).isEqualTo(safe);
    }

    @Test
    void problemsOfDocumentsAreFindings() {
        var document = new Examined(
                new ReportedDocument(
                        "a.md",
                        "markdown",
                        "UTF-8",
                        "",
                        0,
                        List.of(new Problem(Problem.Kind.LIMIT, "Only the first part was read."))),
                List.of(),
                trace(""));
        assertThat(rules(report(document))).containsExactly("document-problem");
        assertThat(report(document).findings().get(0).document()).contains("a.md");
    }

    @Test
    void everythingStandsInTheOrderOfTheDocuments() {
        reasons.put("https://e.com/b", Reason.GONE);
        reasons.put("https://e.com/a", Reason.GONE);
        var a = document("a.md", "|https://e.com/b|");
        var b = document("b.md", "|https://e.com/a| |https://e.com/b|");
        var report = report(b, a);
        assertThat(report.documents()).extracting(ReportedDocument::path).containsExactly("a.md", "b.md");
        assertThat(report.targets())
                .extracting(t -> t.target().key())
                .containsExactly("https://e.com/b", "https://e.com/a");
        assertThat(report.findings()).extracting(f -> f.target().orElse("")).containsExactly("t1", "t2");
        assertThat(report).isEqualTo(report(a, b));
    }

    @Test
    void aFingerprintSurvivesMovedLines() {
        reasons.put("https://e.com/a", Reason.GONE);
        var before = report(document("a.md", "|https://e.com/a|")).findings().get(0);
        var after = report(document("a.md", "New line.\n\n|https://e.com/a|"))
                .findings()
                .get(0);
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
    }

    @ParameterizedTest
    @CsvSource({
        "https://e.com/a,   https://e.com/new,   https://e.com/new",
        "https://e.com/a#s, https://e.com/new,   https://e.com/new#s",
        "https://e.com/a#s, https://e.com/new#s, https://e.com/new#s",
        "https://e.com/a#s, https://e.com/new#t, https://e.com/new#t",
        "http://e.com/a#s,  https://e.com/a,     https://e.com/a#s",
    })
    void theEditOfAMovedLinkHasOneFragment(String cited, String last, String replacement) {
        var moved = new Outcome(
                Reason.PERMANENT_REDIRECT,
                OptionalInt.of(200),
                Optional.of(last),
                List.of(),
                1,
                Optional.empty(),
                List.of());
        var run = new Report.Run("0", Instant.EPOCH, Duration.ZERO, true, false, List.of(), List.of());
        var report = new ReportBuilder(false, Dialects.load(), Shorteners.with(List.of()))
                .build(
                        run,
                        List.of(document("a.md", "see |" + cited + "|")),
                        target -> Resolution.of(moved),
                        target -> Recovered.NONE);
        assertThat(report.findings().get(0).fixes().get(0).edits())
                .extracting(Fix.Edit::replacement)
                .containsExactly(replacement);
    }

    @Test
    void theFingerprintOfAPassageSurvivesDocumentsBeforeIt() {
        var passage = PROSE + "!https://e.com/a!\n!https://e.com/b!\n";
        var before = report(document("b.md", passage + passage));
        var after = report(document("a.md", "|https://e.com/other|"), document("b.md", passage + passage));
        assertThat(fingerprints(before)).isEqualTo(fingerprints(after)).hasSize(2);
    }

    private static List<String> fingerprints(Report report) {
        return report.findings().stream().map(Finding::fingerprint).toList();
    }

    private static Candidate candidate(Certainty certainty) {
        return new Candidate(
                "http://e.com/publications/groups.html", certainty, 0.9, List.of("It fits."), Optional.empty());
    }

    private static List<String> rules(Report report) {
        return report.findings().stream().map(f -> f.rule().label()).toList();
    }

    private Report report(Examined... documents) {
        var run = new Report.Run("0", Instant.EPOCH, Duration.ZERO, true, offline, List.of(), List.of());
        return new ReportBuilder(offline, Dialects.load(), Shorteners.with(List.of()))
                .build(
                        run,
                        List.of(documents),
                        target -> Resolution.of(
                                Outcome.unasked(reasons.getOrDefault(target.key(), Reason.OK), "Said the test.")),
                        target -> Recovered.of(candidates.getOrDefault(target.key(), List.of())));
    }

    /** The context is that of the first citation alone. */
    private Examined document(String path, String picture) {
        var text = new StringBuilder();
        var marks = new ArrayList<String>();
        var starts = new ArrayList<Integer>();
        var matcher = PICTURE.matcher(picture);
        var last = 0;
        while (matcher.find()) {
            text.append(picture, last, matcher.start());
            marks.add(matcher.group());
            starts.add(text.length());
            text.append(matcher.group(2));
            last = matcher.end();
        }
        text.append(picture.substring(last));
        var source = source(text.toString());
        var cited = new ArrayList<Cited>();
        for (var i = 0; i < marks.size(); i++) {
            var citation = citation(path, source, marks.get(i), starts.get(i), i == 0 ? context : Context.NONE);
            cited.add(new Cited(citation, new TargetParser().parse(citation)));
        }
        var format = Format.ofName(path).orElseThrow().label();
        var reported = new ReportedDocument(path, format, "UTF-8", "", cited.size(), List.of());
        return new Examined(reported, cited, PassageTrace.of(source));
    }

    private static Citation citation(String path, SourceText source, String mark, int start, Context context) {
        var cited = mark.substring(1, mark.length() - 1);
        var dots = cited.indexOf("...");
        return new Citation(
                path,
                Place.at(source.span(start, start + cited.length())),
                CitationKind.BARE_URL,
                cited,
                cited,
                mark.charAt(0) == '|' ? Role.MENTION : Role.ENTRY,
                mark.charAt(0) == '~'
                        ? Optional.of(new Truncation(
                                cited.substring(0, dots), "...", cited.substring(dots + 3), List.of(), 36))
                        : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                context);
    }

    private static PassageTrace trace(String text) {
        return PassageTrace.of(source(text));
    }

    private static SourceText source(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SourceText(bytes, 0, bytes.length, StandardCharsets.UTF_8);
    }
}
