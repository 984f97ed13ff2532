package ibid.archive;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.fake.FakeArchive;
import ibid.archive.fake.FakeArchive.Trouble;
import ibid.archive.fake.FakeCapture;
import ibid.archive.fake.FakeIndex;
import ibid.archive.fake.FakeIndex.Kind;
import ibid.archive.fake.FakeLookups;
import ibid.web.LookupBudget.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An archive is never asked faster than it bears, never while it wants to be left alone, and never waited for without end. */
class ArchivePaceTest {
    private static FakeLookups lookups(Duration budget) {
        var index = new FakeIndex(Kind.WAYBACK).add(FakeCapture.page("http://host.org/1", "20120101000000", 200));
        return FakeLookups.wayback(index, budget, ListingMemory.NONE);
    }

    private static List<CompletableFuture<CaptureListing>> ask(FakeLookups lookups, int count) {
        var all = new ArrayList<CompletableFuture<CaptureListing>>();
        for (var i = 1; i <= count; i++) {
            all.add(lookups.start(CaptureQuery.of("http://host.org/" + i, 10)));
        }
        return all;
    }

    private static List<Long> seconds(FakeLookups lookups) {
        var first = lookups.archive().asked().get(0).at();
        return lookups.archive().asked().stream()
                .map(asked -> Duration.between(first, asked.at()).toSeconds())
                .toList();
    }

    @Test
    void noMoreThanTwentyFourRequestsGoOutInAnyMinute() {
        var lookups = lookups(Duration.ofHours(2));
        ask(lookups, 200).forEach(lookups::await);
        assertThat(lookups.archive().asked()).hasSize(200);
        assertThat(lookups.archive().mostInAMinute()).isEqualTo(24);
        assertThat(lookups.passed()).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theRateHoldsWhateverTheArchiveDoes(long seed) {
        var random = new SplittableRandom(seed);
        var lookups = lookups(Duration.ofHours(4));
        var troubles = List.of(Trouble.values());
        lookups.archive().tempered((number, path) -> troubles.get(random.nextInt(troubles.size())));
        var listings = ask(lookups, 300).stream().map(lookups::await).toList();
        assertThat(lookups.archive().mostInAMinute()).isLessThanOrEqualTo(24);
        assertThat(lookups.passed()).isLessThanOrEqualTo(Duration.ofHours(4));
        assertThat(listings.subList(1, 300))
                .as("nothing of these was ever captured")
                .allMatch(listing -> listing.captures().isEmpty());
    }

    @Test
    void aComplaintStopsEverythingForAMinuteAndIsAskedOnceMore() {
        var lookups = lookups(Duration.ofHours(1));
        lookups.archive().tempered((number, path) -> number == 3 ? Trouble.TOO_MANY : Trouble.NONE);
        var listings = ask(lookups, 5).stream().map(lookups::await).toList();
        assertThat(listings).allMatch(CaptureListing::complete);
        assertThat(seconds(lookups)).containsExactly(0L, 1L, 2L, 62L, 63L, 64L);
    }

    @Test
    void aSecondComplaintInARowStopsForTwiceAsLong() {
        var lookups = lookups(Duration.ofHours(1));
        lookups.archive().tempered((number, path) -> number <= 2 ? Trouble.TOO_MANY : Trouble.NONE);
        ask(lookups, 3).forEach(lookups::await);
        assertThat(seconds(lookups)).containsExactly(0L, 60L, 180L, 181L);
    }

    @Test
    void whatTheArchiveAsksForCounts() {
        var lookups = lookups(Duration.ofHours(1));
        lookups.archive().tempered((number, path) -> number == 1 ? Trouble.TOO_MANY_FOR_TWO_MINUTES : Trouble.NONE);
        ask(lookups, 2).forEach(lookups::await);
        assertThat(seconds(lookups)).containsExactly(0L, 120L, 121L);
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPPED", "RUNTIME_ERROR", "PAGE", "UNAVAILABLE"})
    void anArchiveThatFailsAgainAndAgainIsLeftAlone(Trouble trouble) {
        var lookups = lookups(Duration.ofHours(1));
        lookups.archive().tempered((number, path) -> trouble);
        var listings = ask(lookups, 1000).stream().map(lookups::await).toList();
        assertThat(lookups.archive().asked()).hasSize(5);
        assertThat(listings.get(999).problem())
                .contains("web.archive.org fails or asks to be left alone, so it was not asked");
        assertThat(lookups.passed()).isLessThan(Duration.ofMinutes(6));
    }

    @Test
    void oneRequestTriesWhetherAnArchiveFaresBetter() {
        var lookups = lookups(Duration.ofHours(1));
        lookups.archive().tempered((number, path) -> number <= 5 ? Trouble.DROPPED : Trouble.NONE);
        ask(lookups, 5).forEach(lookups::await);
        lookups.time().advance(Duration.ofMinutes(5));
        var later = List.of(
                lookups.start(CaptureQuery.of("http://host.org/later", 1)),
                lookups.start(CaptureQuery.of("http://host.org/last", 1)));
        assertThat(lookups.archive().asked()).as("one at first").hasSize(6);
        assertThat(later.stream().map(lookups::await)).allMatch(CaptureListing::complete);
        assertThat(lookups.archive().asked()).hasSize(7);
    }

    @Test
    void anArchiveThatNeverAnswersCostsTheLookUpTimeAndNoMore() {
        var lookups = lookups(Duration.ofMinutes(2));
        lookups.archive().tempered((number, path) -> Trouble.SILENCE);
        var listings = ask(lookups, 1000).stream().map(lookups::await).toList();
        assertThat(listings).noneMatch(CaptureListing::complete);
        assertThat(lookups.passed()).isEqualTo(Duration.ofMinutes(2));
        assertThat(lookups.archive().asked().size()).isLessThan(10);
    }

    @Test
    void whatIsCutGoesBeforeWhatIsBroken() {
        var lookups = lookups(Duration.ofHours(1));
        var first = ask(lookups, 1);
        var broken = lookups.archives().indexes(Turn.BROKEN).get(0).list(CaptureQuery.of("http://host.org/b", 1));
        var cut = lookups.archives().indexes(Turn.TRUNCATED).get(0).list(CaptureQuery.of("http://host.org/c", 1));
        lookups.await(broken);
        assertThat(first).allMatch(CompletableFuture::isDone);
        assertThat(cut).isDone();
        assertThat(lookups.archive().asked())
                .extracting(FakeArchive.Asked::url)
                .containsExactly("http://host.org/1", "http://host.org/c", "http://host.org/b");
    }
}
