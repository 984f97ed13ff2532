package ibid.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.fake.FakeArchive.Temper;
import ibid.archive.fake.FakeArchive.Trouble;
import ibid.archive.fake.FakeCapture;
import ibid.archive.fake.FakeIndex;
import ibid.archive.fake.FakeIndex.Kind;
import ibid.archive.fake.FakeLookups;
import ibid.citation.Context;
import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.resolution.Resolver;
import ibid.web.LookupBudget.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole runs of recovery, of sites that are gone, against archives in every mood: whatever they do, no wrong address is called
 * certain, nothing hangs, and they are asked no more than they allow.
 */
class RecoveryInTroubleTest {
    private static final List<String> ANIMALS = List.of("harbour-seals", "grey-herons", "sea-otters");
    private static final String CAPTURED = "20200610000000";
    private static final Duration BUDGET = Duration.ofMinutes(10);

    private final Dialects dialects = Dialects.load();

    /** A page that is cited, and three that look like it. */
    private record Story(String url, String title, List<String> others) {
        static Story of(String host, String animal, int number) {
            var base = "https://www." + host + ".org/journal/field-notes/2020/";
            var end = "-return-to-the-estuary-after-forty-years.html";
            return new Story(
                    base + number + "-" + animal + end,
                    animal.replace('-', ' ') + " return to the estuary after forty years",
                    List.of(
                            base + (number + 1) + "-old-" + animal + end,
                            base + (number + 2) + "-few-" + animal.substring(1) + end,
                            base + "print/" + number + "-" + animal + end));
        }
    }

    private static List<Story> stories() {
        var stories = new ArrayList<Story>();
        for (var host : List.of("coastanalyst", "tidejournal")) {
            ANIMALS.forEach(animal -> stories.add(Story.of(host, animal, 13_000 + stories.size())));
        }
        return stories;
    }

    /** @param known whether the pages that are meant were captured */
    private static FakeIndex index(Kind kind, List<Story> stories, boolean known) {
        var index = new FakeIndex(kind);
        for (var story : stories) {
            story.others().forEach(url -> index.add(FakeCapture.page(url, CAPTURED, 200)));
            if (known) {
                var page = FakeCapture.page(story.url(), CAPTURED, 200);
                index.add(page).add(page).add(page.revisited("20210101000000"));
                // The index has rows of errors and with a 00 too many, too.
                index.add(FakeCapture.page(story.url(), "20220101000000", 404));
                index.add(FakeCapture.page(story.url(), "20200006100000", 200));
            }
        }
        return index;
    }

    private static void copies(FakeLookups lookups, List<Story> stories, boolean known) {
        for (var story : stories) {
            story.others()
                    .forEach(url ->
                            lookups.archive().copy(CAPTURED, url, 200, html("Another story of " + story.title())));
            if (known) {
                lookups.archive().copy(CAPTURED, story.url(), 200, html(story.title()));
            }
        }
    }

    private static String html(String title) {
        return "<html><head><title>" + title + "</title><meta name=author content='Ada Mar'>"
                + "<meta property='article:published_time' content='2020-06-03'></head><body><p>Text.</p></body></html>";
    }

    private Truncation cut(String full) {
        return dialects.truncation(full.substring(0, 35), "...", full.substring(full.length() - 45));
    }

    private static Clues clues(Story story) {
        return Clues.of(List.of(new Context(
                Optional.of(story.title()),
                Optional.of("Ada Mar"),
                Optional.of("2020-06-03"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    }

    /** What came of each story. */
    private Map<Story, Recovered> run(FakeLookups lookups, List<Story> stories) {
        Resolver gone = target ->
                CompletableFuture.completedFuture(Resolution.of(Outcome.unasked(Reason.NOT_FOUND, "the site is gone")));
        var pages = new WebPages(
                gone, lookups.web(), lookups.archives(), lookups.lookups().budget(), Turn.TRUNCATED);
        var cuts = stories.stream().map(story -> cut(story.url())).toList();
        var recovery = new TruncatedRecovery(
                dialects, Weights.load(), List.of(new CdxCandidates(lookups.index(), cuts, List.of())), pages);
        Map<Story, CompletableFuture<Recovered>> running = new LinkedHashMap<>();
        stories.forEach(story -> running.put(story, recovery.recover(cut(story.url()), clues(story))));
        Map<Story, Recovered> found = new LinkedHashMap<>();
        running.forEach((story, future) -> found.put(story, lookups.await(future)));
        return found;
    }

    private static long certain(Map<Story, Recovered> found) {
        return found.values().stream()
                .flatMap(one -> one.candidates().stream().limit(1))
                .filter(best -> best.certainty().isCertain())
                .count();
    }

    private static void assertNothingWrong(FakeLookups lookups, Map<Story, Recovered> found, boolean known) {
        found.forEach((story, recovered) -> recovered.candidates().stream()
                .filter(candidate -> candidate.certainty().isCertain())
                .forEach(candidate -> assertThat(candidate.url())
                        .as("certain, known=" + known)
                        .isEqualTo(known ? story.url() : "nothing")));
        assertThat(lookups.passed()).isLessThanOrEqualTo(BUDGET);
        assertThat(lookups.archive().mostInAMinute("/cdx")).isLessThanOrEqualTo(24);
        assertThat(lookups.archive().mostInAMinute("/web")).isLessThanOrEqualTo(480);
    }

    @Test
    void anArchiveInGoodMoodGivesAllOfThem() {
        var stories = stories();
        var lookups = FakeLookups.wayback(index(Kind.WAYBACK, stories, true).pagedBy(3));
        copies(lookups, stories, true);
        var found = run(lookups, stories);
        assertNothingWrong(lookups, found, true);
        assertThat(certain(found)).isEqualTo(stories.size());
    }

    @ParameterizedTest
    @EnumSource
    void noTroubleMakesAWrongAddressCertainNorHangsNorIsAnsweredWithHaste(Trouble trouble) {
        List<Temper> tempers = List.of(
                (number, path) -> trouble,
                (number, path) -> number == 1 ? trouble : Trouble.NONE,
                (number, path) -> number % 3 == 0 ? trouble : Trouble.NONE,
                (number, path) -> path.startsWith("/web") ? trouble : Trouble.NONE,
                (number, path) -> path.startsWith("/cdx") ? trouble : Trouble.NONE);
        for (var known : List.of(true, false)) {
            for (var temper : tempers) {
                var stories = stories();
                var lookups = FakeLookups.wayback(index(Kind.WAYBACK, stories, known));
                copies(lookups, stories, known);
                var complaints = new TreeSet<Integer>();
                lookups.archive().tempered((number, path) -> {
                    var met = temper.met(number, path);
                    if (met == Trouble.TOO_MANY || met == Trouble.TOO_MANY_FOR_TWO_MINUTES) {
                        complaints.add(number);
                    }
                    return met;
                });
                assertNothingWrong(lookups, run(lookups, stories), known);
                assertNothingIsAskedWithinAMinuteOf(complaints, lookups);
            }
        }
    }

    /** Two requests may have been under way together. */
    private static void assertNothingIsAskedWithinAMinuteOf(Set<Integer> complaints, FakeLookups lookups) {
        var asked = lookups.archive().asked();
        for (var number : complaints) {
            var at = asked.get(number - 1).at().plus(Duration.ofMillis(200));
            assertThat(asked.stream()
                            .map(one -> one.at())
                            .filter(other -> isWithin(other, at, at.plus(Duration.ofMinutes(1)))))
                    .as("after the complaint about request " + number)
                    .isEmpty();
        }
    }

    private static boolean isWithin(Instant time, Instant from, Instant to) {
        return time.isAfter(from) && time.isBefore(to);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void allTroublesInAnyOrderAreBorne(long seed) {
        var troubles = List.of(Trouble.values());
        for (var known : List.of(true, false)) {
            var random = new SplittableRandom(seed);
            var stories = stories();
            var lookups =
                    FakeLookups.wayback(index(Kind.WAYBACK, stories, known).pagedBy(2));
            copies(lookups, stories, known);
            lookups.archive()
                    .tempered((number, path) ->
                            random.nextInt(2) == 0 ? Trouble.NONE : troubles.get(random.nextInt(troubles.size())));
            assertNothingWrong(lookups, run(lookups, stories), known);
        }
    }

    @Test
    void aSlowArchiveCostsTheTimeOfLookUpsAndNoMore() {
        var stories = stories();
        var lookups = FakeLookups.slow(index(Kind.WAYBACK, stories, true), Duration.ofSeconds(52));
        copies(lookups, stories, true);
        var found = run(lookups, stories);
        assertNothingWrong(lookups, found, true);
        assertThat(certain(found)).as("those that were reached").isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void whereCopiesCannotBeReadNoServerMakesAnAddressCertain(Kind kind) {
        var stories = stories();
        var lookups = FakeLookups.unknown(index(kind, stories, true).pagedBy(4));
        var found = run(lookups, stories);
        assertThat(certain(found)).isZero();
        found.forEach((story, recovered) -> assertThat(recovered.candidates())
                .extracting(Candidate::url)
                .as(kind + " " + recovered.survey())
                .contains(story.url()));
        assertThat(lookups.archive().mostInAMinute()).isLessThanOrEqualTo(30);
    }

    @Test
    void whatStandsInPlaceOfACopyMakesNothingCertain() {
        var stories = stories();
        var lookups = FakeLookups.wayback(index(Kind.WAYBACK, stories, true));
        for (var i = 0; i < stories.size(); i++) {
            var story = stories.get(i);
            switch (i % 5) {
                case 0 -> lookups.archive().notice(CAPTURED, story.url(), 200, html(story.title()));
                case 1 ->
                    lookups.archive()
                            .nearest(CAPTURED, story.url(), "20100101000000")
                            .copy("20100101000000", story.url(), 200, html(story.title()));
                case 2 -> lookups.archive().copy(CAPTURED, story.url(), 404, html(story.title()));
                case 3 ->
                    lookups.archive().copy(CAPTURED, story.url(), 200, html("Got an HTTP 302 response at crawl time"));
                default -> lookups.archive().nearest(CAPTURED, story.url(), CAPTURED);
            }
        }
        assertThat(certain(run(lookups, stories))).isZero();
    }

    @Test
    void whereTheIndexListsAnErrorTheArchiveIsAskedForThePage() {
        var stories = stories().subList(0, 1);
        var story = stories.get(0);
        var index = new FakeIndex(Kind.WAYBACK)
                .add(FakeCapture.page(story.url(), "20190101000000", 404))
                .add(FakeCapture.page(story.url(), CAPTURED, 200));
        var lookups = FakeLookups.wayback(index);
        lookups.archive().copy(CAPTURED, story.url(), 200, html(story.title()));
        assertThat(run(lookups, stories)
                        .values()
                        .iterator()
                        .next()
                        .candidates()
                        .get(0)
                        .evidence())
                .anyMatch(sentence -> sentence.startsWith("the copy of 2020-06-10 has the cited title"));
    }

    @Test
    void aCopyThatIsNearServesAsWell() {
        var stories = stories().subList(0, 1);
        var lookups = FakeLookups.wayback(index(Kind.WAYBACK, stories, true));
        var story = stories.get(0);
        lookups.archive()
                .nearest(CAPTURED, story.url(), "20200611000000")
                .copy("20200611000000", story.url(), 200, html(story.title()));
        assertThat(run(lookups, stories)
                        .values()
                        .iterator()
                        .next()
                        .candidates()
                        .get(0)
                        .evidence())
                .anyMatch(sentence -> sentence.startsWith("the copy of 2020-06-11 has the cited title"));
    }
}
