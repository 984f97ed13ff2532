package ibid.archive.submission;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.fake.FakeCapture;
import ibid.archive.fake.FakeReply;
import ibid.archive.fake.FakeSavePageNow.Plan;
import ibid.archive.submission.Saved.Result;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent at all, how much at once, and what a run leaves to the next. */
class SavePageNowRunsTest {
    private static final String PAGE = "https://host.org/a?b=1&c=2";
    private static final FakeReply TOO_MANY = FakeReply.html(429, "<html><h1>429 Too Many Requests</h1></html>");

    @TempDir
    private Path folder;

    @Test
    void theCopyIsNamedByItsTimeAndOriginal() {
        var copy = new Desk(folder).save(PAGE).copy().orElseThrow();
        assertThat(copy.url())
                .matches("https://web\\.archive\\.org/web/2026112210\\d{4}/https://host\\.org/a\\?b=1&c=2");
        assertThat(copy.archive()).isEqualTo(Desk.ARCHIVE);
        assertThat(copy.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("unanswered")
    void whatWasSentAndNotAnsweredIsNotSentAgainByTheNextRun(FakeReply reply) {
        var desk = new Desk(folder);
        desk.service().plan(PAGE, Plan.answered(reply));
        desk.save(PAGE);
        desk.time().advance(Duration.ofHours(20));
        var again = desk.save(PAGE);
        assertThat(again.result()).isEqualTo(Result.OUTCOME_UNKNOWN);
        assertThat(again.reason())
                .isEqualTo("it was asked for on 2026-11-22 without an answer, and is not asked for again");
        desk.index().add(FakeCapture.page(PAGE, "20261122100007", 200));
        var listed = desk.save(PAGE);
        assertThat(listed.result()).isEqualTo(Result.ARCHIVED);
        assertThat(desk.service().sent()).hasSize(1);
    }

    static Stream<FakeReply> unanswered() {
        return Stream.of(FakeReply.DROPPED, FakeReply.html(502, ""), FakeReply.NEVER);
    }

    @Test
    void whatTheIndexDoesNotListAfterDaysWasNeverMade() {
        var desk = new Desk(folder);
        desk.service().plan(PAGE, Plan.answered(FakeReply.DROPPED));
        desk.save(PAGE);
        desk.time().advance(Duration.ofDays(4));
        assertThat(desk.save(PAGE).result()).isEqualTo(Result.ARCHIVED);
        assertThat(desk.service().sent()).hasSize(2);
    }

    @Test
    void aRunThatIsStoppedLeavesWhatIsUnderWayToTheNext() {
        var desk = new Desk(folder);
        desk.service().plan(PAGE, Plan.captured(3));
        try (var run = desk.new Run()) {
            var all = run.start(List.of(PAGE));
            desk.time().advance(Duration.ofSeconds(5));
            run.end();
            assertThat(desk.await(all).get(PAGE)).isEqualTo(Saved.without(Desk.ARCHIVE, Result.PENDING, ""));
        }
        assertThat(desk.save(PAGE).result()).isEqualTo(Result.ARCHIVED);
        assertThat(desk.service().sent()).hasSize(1);
    }

    @Test
    void whatWasTakenOnAndNotHeardOfIsSubmitted() {
        var desk = new Desk(folder);
        try (var run = desk.new Run()) {
            var all = run.start(List.of(PAGE));
            while (desk.service().sent().isEmpty()) {
                desk.time().next();
            }
            desk.time().advance(Duration.ofMillis(300));
            run.end();
            assertThat(desk.await(all)).containsEntry(PAGE, Saved.without(Desk.ARCHIVE, Result.SUBMITTED, ""));
        }
    }

    @Test
    void aJobThatIsForgottenMeanwhileIsLookedForInTheIndex() {
        var desk = new Desk(folder);
        desk.service().plan(PAGE, Plan.captured(10_000));
        desk.save(PAGE);
        desk.service().forgetsJobs();
        desk.time().advance(Duration.ofHours(2));
        assertThat(desk.save(PAGE).result()).isEqualTo(Result.OUTCOME_UNKNOWN);
        desk.index().add(FakeCapture.page(PAGE, "20261122100100", 200));
        assertThat(desk.save(PAGE).result()).isEqualTo(Result.ARCHIVED);
        assertThat(desk.service().sent()).hasSize(1);
    }

    @Test
    void whatIsArchivedIsNotSent() {
        var desk = new Desk(folder);
        desk.index().add(FakeCapture.page(PAGE, "20261110100000", 200));
        desk.index().add(FakeCapture.page("https://host.org/old", "20200101000000", 200));
        desk.index().add(FakeCapture.page("https://host.org/error", "20261110100000", 404));
        var saved = desk.save(List.of(PAGE, "https://host.org/old", "https://host.org/error"));
        assertThat(saved.get(PAGE)).satisfies(one -> {
            assertThat(one.result()).isEqualTo(Result.NOT_ATTEMPTED);
            assertThat(one.reason()).isEqualTo("web.archive.org has a copy of 2026-11-10");
            assertThat(one.copy()).isPresent();
        });
        assertThat(desk.service().sent()).containsExactly("https://host.org/old", "https://host.org/error");
    }

    @Test
    void aCopyThatTheIndexDoesNotKnowYetIsFound() {
        var desk = new Desk(folder);
        var said =
                FakeReply.json(200, "{\"job_id\":null,\"message\":\"The same snapshot had been made 3 minutes ago.\"}");
        desk.service().plan(PAGE, Plan.answered(said));
        desk.service().plan("https://host.org/old", Plan.answered(said));
        desk.archive().newest("20261122095700", PAGE).newest("20190101000000", "https://host.org/old");
        var saved = desk.save(List.of(PAGE, "https://host.org/old"));
        assertThat(saved.get(PAGE)).satisfies(one -> {
            assertThat(one.result()).isEqualTo(Result.ARCHIVED);
            assertThat(one.copy().orElseThrow().url()).isEqualTo("https://web.archive.org/web/20261122095700/" + PAGE);
            assertThat(one.reason()).isEqualTo("web.archive.org says: The same snapshot had been made 3 minutes ago.");
        });
        assertThat(saved.get("https://host.org/old"))
                .extracting(Saved::result)
                .as("that is not the copy of which it speaks")
                .isEqualTo(Result.REFUSED);
    }

    @Test
    void whatAnEarlierRunHadArchivedOrRefusedIsNotSentAgainSoon() {
        var desk = new Desk(folder);
        desk.service().plan("https://host.org/gone", Plan.fails("not-found"));
        desk.save(List.of(PAGE, "https://host.org/gone"));
        desk.time().advance(Duration.ofDays(6));
        var again = desk.save(List.of(PAGE, "https://host.org/gone"));
        assertThat(again.values()).extracting(Saved::result).containsOnly(Result.NOT_ATTEMPTED);
        assertThat(again.get(PAGE)).extracting(Saved::reason).isEqualTo("an earlier run had it archived");
        assertThat(again.get("https://host.org/gone"))
                .extracting(Saved::reason)
                .isEqualTo("asked for on 2026-11-22: web.archive.org says: It went wrong. (error:not-found)");
        assertThat(desk.service().sent()).hasSize(2);
        desk.time().advance(Duration.ofDays(30));
        assertThat(desk.save(PAGE).result()).isEqualTo(Result.ARCHIVED);
    }

    @Test
    void addressesWithSecretsAndOfPrivateHostsAreNotSent() {
        var desk = new Desk(folder);
        var secret = List.of(
                "https://me:word@host.org/",
                "https://host.org/a?token=abc",
                "http://localhost/a",
                "http://10.0.0.7/a",
                "http://intranet/a",
                "https://wiki.corp/a",
                "https://web.archive.org/web/20200101000000/https://host.org/");
        var saved = desk.save(secret);
        assertThat(saved.values()).extracting(Saved::result).containsOnly(Result.NOT_ATTEMPTED);
        assertThat(desk.service().asked()).isEmpty();
        assertThat(desk.archive().asked()).isEmpty();
    }

    @Test
    void namesThatLeadInsideAreNotTold() {
        var desk = new Desk(folder).inside(host -> switch (host) {
            case "host.org" -> List.of(InetAddress.getByName("93.184.216.34"));
            case "wiki.host.org" -> List.of(InetAddress.getByName("10.1.2.3"));
            default -> throw new UnknownHostException(host);
        });
        var saved = desk.save(List.of(PAGE, "https://wiki.host.org/", "https://nowhere.org/"));
        assertThat(saved.values())
                .extracting(Saved::result)
                .containsExactly(Result.ARCHIVED, Result.NOT_ATTEMPTED, Result.NOT_ATTEMPTED);
        assertThat(desk.service().sent()).containsExactly(PAGE);
    }

    @Test
    void manyAreSentAtThePaceAndTheNumberThatTheAccountMayHave() {
        var desk = new Desk(folder);
        desk.service().account(2, 100, 30_000);
        var pages = pages(40);
        var saved = desk.save(pages);
        assertThat(saved.values()).extracting(Saved::result).containsOnly(Result.ARCHIVED);
        assertThat(desk.service().sent()).containsExactlyElementsOf(pages);
        assertThat(desk.service().mostSentInAMinute()).isBetween(4L, 7L);
        assertThat(desk.archive().mostInAMinute("/cdx")).isLessThanOrEqualTo(30);
    }

    @Test
    void theQuotaOfTheDayIsReadFirstAndNotExceeded() {
        var desk = new Desk(folder);
        desk.service().account(3, 98, 100);
        var saved = desk.save(pages(5));
        assertThat(saved.values())
                .extracting(Saved::result)
                .containsExactly(
                        Result.ARCHIVED,
                        Result.ARCHIVED,
                        Result.NOT_ATTEMPTED,
                        Result.NOT_ATTEMPTED,
                        Result.NOT_ATTEMPTED);
        assertThat(saved.get("https://host.org/5"))
                .extracting(Saved::reason)
                .isEqualTo("the 100 captures that web.archive.org allows a day are used up");
        assertThat(desk.service().asked().get(0).path()).isEqualTo("/save/status/user");
    }

    @Test
    void nothingIsSentWhileTheAccountHasNoRoom() {
        var desk = new Desk(folder).within(Duration.ofMinutes(5));
        desk.service().account(0, 0, 100);
        var saved = desk.save(pages(3));
        assertThat(saved.values())
                .containsOnly(Saved.without(Desk.ARCHIVE, Result.NOT_ATTEMPTED, "the time for saving was over"));
        assertThat(desk.service().sent()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void nothingIsSentWhereTheAccountCannotBeRead(FakeReply account, String why) {
        var desk = new Desk(folder);
        desk.service().accountAnswers(account);
        var saved = desk.save(pages(3));
        assertThat(saved.values()).containsOnly(Saved.without(Desk.ARCHIVE, Result.NOT_ATTEMPTED, why));
        assertThat(desk.service().sent()).isEmpty();
    }

    static Stream<Arguments> accounts() {
        return Stream.of(
                Arguments.of(
                        FakeReply.json(401, "{\"message\":\"You need to be logged in to use Save Page Now.\"}"),
                        "web.archive.org does not accept the keys (status 401): You need to be logged in to use Save Page"
                                + " Now."),
                Arguments.of(
                        FakeReply.html(502, ""), "web.archive.org does not tell how much may be saved (status 502)"),
                Arguments.of(
                        FakeReply.html(200, "<title>Wait</title>"),
                        "web.archive.org does not tell how much may be saved (status 200)"));
    }

    @Test
    void anArchiveThatWantsToBeLeftAloneIs() {
        var desk = new Desk(folder);
        pages(30).forEach(page -> desk.service().plan(page, Plan.answered(TOO_MANY, TOO_MANY)));
        var saved = desk.save(pages(30));
        assertThat(saved.values()).extracting(Saved::result).containsOnly(Result.REFUSED, Result.NOT_ATTEMPTED);
        assertThat(desk.service().sent()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void anArchiveThatBreaksOffEachTimeIsLeftAloneSoon() {
        var desk = new Desk(folder);
        pages(100).forEach(page -> desk.service().plan(page, Plan.answered(FakeReply.DROPPED)));
        var saved = desk.save(pages(100));
        assertThat(saved.values()).extracting(Saved::result).containsOnly(Result.OUTCOME_UNKNOWN, Result.NOT_ATTEMPTED);
        assertThat(desk.service().sent()).hasSizeLessThan(12).doesNotHaveDuplicates();
    }

    private static List<String> pages(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> "https://host.org/" + i)
                .toList();
    }
}
