package ibid.finding;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.citation.Citation.Role;
import ibid.citation.CitationKind;
import ibid.citation.Context;
import ibid.citation.Dialects;
import ibid.citation.PassageTrace;
import ibid.citation.Place;
import ibid.config.Settings;
import ibid.document.Format;
import ibid.document.SourceText;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.ReportBuilder.Cited;
import ibid.finding.ReportBuilder.Examined;
import ibid.page.Page;
import ibid.page.PageContent;
import ibid.recovery.Recovered;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.target.Target;
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

/** A document is a picture: {@code |...|} is a citation, {@code !...!} one that is an entry. */
class LinkServicesTest {
    private static final Pattern PICTURE = Pattern.compile("([|!])([^|!\\s]+)\\1");
    private static final String GOOGLE = "https://www.google.com/url?q=https%3A%2F%2Fe.com%2Fa";

    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final Map<String, String> canonicals = new HashMap<>();
    private final List<Settings.Shortener> own = new ArrayList<>();
    private String path = "a.txt";
    private boolean escaped;

    @Test
    void aWrappedLinkIsMendedByWhatItCarries() {
        var found = only("see |" + GOOGLE + "| and |https://e.com/a|");
        assertThat(found.rule()).isEqualTo(RuleId.WRAPPED_LINK);
        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.message())
                .isEqualTo("Google stands between the reader and https://e.com/a. Cite the source's own address.");
        assertThat(found.citations()).containsExactly("c1");
        assertThat(found.fixes())
                .containsExactly(new Fix(
                        "Cite the source's own address.",
                        true,
                        List.of(new Fix.Edit("a.txt", 4, GOOGLE.length(), "https://e.com/a"))));
    }

    @Test
    void wrappersAreNamedFromTheOutside() {
        assertThat(only("|https://l.facebook.com/l.php?u="
                                + GOOGLE.replace("%", "%25").replace("?", "%3F") + "|")
                        .message())
                .startsWith("Facebook and Google stand between the reader and https://e.com/a.");
    }

    @ParameterizedTest
    @CsvSource({
        "a.txt, https://href.li/?https://e.com/a, false, true",
        "a.txt, https://href.li/?www.e.com/a, false, false",
        "a.html, https://href.li/?https://e.com/a?b&c, false, true",
        "a.md, https://href.li/?https://e.com/a?b&c, true, true",
        "a.md, https://href.li/?https://e.com/a_(b), false, false",
    })
    void anEditIsSafeWhereTheAddressIsWholeAndCanStandAsItIs(String in, String link, boolean escapes, boolean safe) {
        path = in;
        escaped = escapes;
        assertThat(only("|" + link + "|").fixes().get(0).safe()).isEqualTo(safe);
    }

    @Test
    void whatOnlyItsServerCanReadHasNoEditUntilItWasSeenWhereItLeads() {
        var link = "https://protect-us.mimecast.com/s/AbCd";
        assertThat(only("|" + link + "|").fixes()).isEmpty();
        leads(link, "https://e.com/a", Reason.TEMPORARY_REDIRECT);
        assertThat(only("|" + link + "|").fixes().get(0).edits().get(0).replacement())
                .isEqualTo("https://e.com/a");
    }

    @Test
    void archivedCopiesAreNotWrapped() {
        assertThat(findings("|https://web.archive.org/web/2019/https://e.com/a| |https://perma.cc/ABCD-1234|"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PERMANENT_REDIRECT, true", "TEMPORARY_REDIRECT, false"})
    void aShortLinkIsMendedByWhereItLeads(Reason reason, boolean safe) {
        leads("https://bit.ly/3a", "https://e.com/a", reason);
        var found = only("|https://bit.ly/3a|");
        assertThat(found.rule()).isEqualTo(RuleId.SHORT_LINK);
        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.message())
                .isEqualTo("https://bit.ly/3a leads to https://e.com/a by way of a URL shortener (Bitly)."
                        + " Cite that address itself.");
        assertThat(found.fixes().get(0).safe()).isEqualTo(safe);
        assertThat(found.fixes().get(0).edits().get(0).replacement()).isEqualTo("https://e.com/a");
    }

    @Test
    void aShortLinkWithoutALiveEndIsSaidAndNotMended() {
        outcomes.put("https://bit.ly/3a", Outcome.unasked(Reason.NOT_CHECKED, "Said the test."));
        assertThat(only("|https://bit.ly/3a|").message())
                .contains("hides its source")
                .contains("Bitly");
        leads("https://bit.ly/3a", "https://t.co/b", Reason.PERMANENT_REDIRECT);
        assertThat(only("|https://bit.ly/3a|").fixes()).isEmpty();
    }

    @Test
    void aDeadLinkOfAnOpenShortenerIsBrokenToo() {
        outcomes.put("https://bit.ly/3a", Outcome.unasked(Reason.NOT_FOUND, "Said the test."));
        assertThat(rules("|https://bit.ly/3a|")).containsExactly("broken-link", "short-link");
    }

    @Test
    void aLinkOfAClosedShortenerIsOneError() {
        outcomes.put("https://a.page.link/b", Outcome.unasked(Reason.GONE, "Said the test."));
        var found = only("|https://a.page.link/b|");
        assertThat(found.rule()).isEqualTo(RuleId.SHORT_LINK);
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.message()).contains("Firebase Dynamic Links closed on 2025-08-25");
        assertThat(found.fixes()).isEmpty();
    }

    @Test
    void theUsersShortenersCount() {
        own.add(new Settings.Shortener("go.e.org", true));
        outcomes.put("https://go.e.org/b", Outcome.unasked(Reason.GONE, "Said the test."));
        assertThat(only("|https://go.e.org/b|").message()).contains("go.e.org has closed for good");
    }

    @ParameterizedTest
    @CsvSource({
        "https://e.com/a, https://e.com/a, TEXT",
        "https://e.com/%7Ea, https://e.com/~a, ADDRESS",
        "https://e.com/a?x&y, https://e.com/a?y&x, ADDRESS",
        "https://e.com/a?utm_source=x, https://e.com/a, DOCUMENT",
        "https://m.e.com/a, https://e.com/a, DOCUMENT",
        "https://www.google.com/url?q=https%3A%2F%2Fe.com%2Fa, https://e.com/a, DOCUMENT",
        "https://web.archive.org/web/2019/https://e.com/a, https://e.com/a, DOCUMENT",
        "http://www.e.com/a/, https://e.com/a, SOURCE",
        "https://old.org/a, https://e.com/a, END",
    })
    void aDuplicateSaysWhyItIsOne(String one, String other, Equivalence equivalence) {
        leads("https://old.org/a", "https://e.com/a", Reason.TEMPORARY_REDIRECT);
        var found = findings("!" + one + "!\n!" + other + "!").stream()
                .filter(f -> f.rule() == RuleId.DUPLICATE_CITATION)
                .toList();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).equivalence()).contains(equivalence);
        assertThat(found.get(0).message()).contains(equivalence.sentence()).contains("(" + equivalence.label() + ").");
    }

    /** What is said of one address does not tell to give up what is said of the other to keep. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "https://e.com/latest | Choose one; https://e.com/latest redirects only for now, so it is the one to keep.",
                "https://bit.ly/3a | Choose one.",
                "http://e.com/v2 | Choose one.",
            })
    void theAdviceOnSpellingsAgreesWithThatOnRedirects(String link, String advice) {
        leads(link, "https://e.com/v2", Reason.TEMPORARY_REDIRECT);
        assertThat(findings("|" + link + "| and |https://e.com/v2|"))
                .filteredOn(found -> found.rule() == RuleId.INCONSISTENT_CITATION)
                .singleElement()
                .satisfies(found -> assertThat(found.message()).endsWith(" " + advice));
    }

    @ParameterizedTest
    @CsvSource({
        "https://e.com/a, https://e.com/a?utm_source=x, DOCUMENT",
        "https://e.com/a, http://e.com/a, SOURCE",
        "https://e.com/a, https://old.org/a, END",
    })
    void severalSpellingsSayWhyTheyAreOneSource(String one, String other, Equivalence equivalence) {
        leads("https://old.org/a", "https://e.com/a", Reason.TEMPORARY_REDIRECT);
        assertThat(only("|" + one + "| |" + other + "|").equivalence()).contains(equivalence);
    }

    @ParameterizedTest
    @CsvSource({
        "https://e.com/story, true",
        "/story, true",
        "https://e.com/, false",
        "mailto:a@e.com, false",
    })
    void pagesThatCallThemselvesByOneAddressAreOne(String canonical, boolean same) {
        canonicals.put("https://e.com/1", canonical);
        canonicals.put("https://e.com/2", canonical);
        assertThat(findings("!https://e.com/1!\n!https://e.com/2!"))
                .filteredOn(f -> f.equivalence().equals(Optional.of(Equivalence.END)))
                .hasSize(same ? 2 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        // a home page is where readers are sent whose page is gone
        "https://e.com/",
        // so is a page that many different ones end at
        "https://e.com/archive",
    })
    void redirectsThatEndWhereAnyPageMayEndProveNothing(String end) {
        for (var i = 1; i <= 4; i++) {
            leads("https://e.com/" + i, end, Reason.TEMPORARY_REDIRECT);
        }
        assertThat(findings("!https://e.com/1!\n!https://e.com/2!\n!https://e.com/3!\n!https://e.com/4!"))
                .isEmpty();
    }

    @Test
    void aCopyBesideItsOriginalIsNoDuplicateAndAnEntryOfItsOwnIs() {
        var copy = "https://web.archive.org/web/2019/https://e.com/a";
        assertThat(findings("!https://e.com/a! archived !" + copy + "!")).isEmpty();
        assertThat(rules("!https://e.com/a!\n!" + copy + "!")).containsExactly("duplicate-citation");
        assertThat(rules("!https://e.com/a! archived !" + copy + "!\n!https://e.com/a!"))
                .containsExactly("duplicate-citation");
    }

    private void leads(String from, String to, Reason reason) {
        outcomes.put(
                from,
                new Outcome(reason, OptionalInt.of(200), Optional.of(to), List.of(), 1, Optional.empty(), List.of()));
    }

    private Finding only(String picture) {
        var findings = findings(picture);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private List<String> rules(String picture) {
        return findings(picture).stream().map(f -> f.rule().label()).toList();
    }

    private List<Finding> findings(String picture) {
        var text = PICTURE.matcher(picture).replaceAll("$2");
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var source = new SourceText(bytes, 0, bytes.length, StandardCharsets.UTF_8);
        var matcher = PICTURE.matcher(picture);
        var cited = new ArrayList<Cited>();
        for (var marks = 0; matcher.find(); marks += 2) {
            var start = matcher.start() - marks;
            var citation = citation(matcher.group(2), matcher.group(1), source, start);
            cited.add(new Cited(citation, new TargetParser().parse(citation)));
        }
        var reported = new ReportedDocument(
                path, Format.ofName(path).orElseThrow().label(), "UTF-8", "", cited.size(), List.of());
        var run = new Report.Run("0", Instant.EPOCH, Duration.ZERO, true, false, List.of(), List.of());
        return new ReportBuilder(false, Dialects.load(), Shorteners.with(own))
                .build(
                        run,
                        List.of(new Examined(reported, cited, PassageTrace.of(source))),
                        this::resolution,
                        target -> Recovered.NONE)
                .findings();
    }

    private Resolution resolution(Target target) {
        var page = new Page(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.ofNullable(canonicals.get(target.key())),
                PageContent.NONE);
        var outcome = outcomes.getOrDefault(target.key(), Outcome.unasked(Reason.OK, "Said the test."));
        return new Resolution(outcome, Optional.of(page), List.of());
    }

    private Citation citation(String address, String mark, SourceText source, int start) {
        return new Citation(
                path,
                Place.at(source.span(start, start + address.length())),
                CitationKind.BARE_URL,
                escaped ? address.replace("&", "&amp;") : address,
                address,
                mark.equals("!") ? Role.ENTRY : Role.MENTION,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Context.NONE);
    }
}
