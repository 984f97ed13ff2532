package ibid.archive;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.CaptureListing.Row;
import ibid.archive.fake.FakeArchive.Trouble;
import ibid.archive.fake.FakeIndex;
import ibid.archive.fake.FakeIndex.Kind;
import ibid.archive.fake.FakeLookups;
import ibid.web.LookupBudget.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CopiesTest {
    private static final String PAGE = "http://www.example.org/a?b=c";
    private static final String TIME = "20200605120000";
    private static final Row ROW =
            new Row(PAGE, Instant.parse("2020-06-05T12:00:00Z"), OptionalInt.of(200), "text/html", "A");

    private final FakeLookups lookups = FakeLookups.wayback(new FakeIndex(Kind.WAYBACK));

    private Optional<Memento> copy() {
        return lookups.await(lookups.archives().copy(ROW, Turn.BROKEN));
    }

    @Test
    void aCopySaysOfWhatTimeItIsAndHasTheStatusOfTheOriginal() {
        lookups.archive().copy(TIME, PAGE, 404, "<title>Not found</title>");
        assertThat(copy()).hasValueSatisfying(copy -> {
            assertThat(copy.at()).isEqualTo(ROW.at());
            assertThat(copy.response().status()).isEqualTo(404);
        });
    }

    @Test
    void theErrorOfAnOriginalIsNoComplaintOfTheArchive() {
        lookups.archive().copy(TIME, PAGE, 429, "<title>Slow down</title>");
        for (var reading = 0; reading < 7; reading++) {
            assertThat(copy())
                    .hasValueSatisfying(
                            copy -> assertThat(copy.response().status()).isEqualTo(429));
        }
        assertThat(lookups.archive().asked()).hasSize(7);
        assertThat(lookups.passed()).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void whatTheArchiveSaysItselfIsNoCopy() {
        assertThat(copy()).as("404 of its own").isEmpty();
        lookups.archive().notice(TIME, PAGE, 200, "<title>This URL has been excluded</title>");
        assertThat(copy()).as("a notice with status 200").isEmpty();
        lookups.archive().notice(TIME, PAGE, 403, "<title>Blocked</title>");
        assertThat(copy()).isEmpty();
    }

    @Test
    void theNearestCopyIsTakenOnlyWhereItIsNear() {
        lookups.archive().nearest(TIME, PAGE, "20200607000000").copy("20200607000000", PAGE, 200, "<title>A</title>");
        assertThat(copy()).hasValueSatisfying(copy -> assertThat(copy.at()).isEqualTo("2020-06-07T00:00:00Z"));
        lookups.archive().nearest(TIME, PAGE, "20140101000000").copy("20140101000000", PAGE, 200, "<title>A</title>");
        assertThat(copy()).as("six years before").isEmpty();
    }

    @Test
    void whoLeadsInCirclesIsLeft() {
        lookups.archive().nearest(TIME, PAGE, "20200607000000").nearest("20200607000000", PAGE, TIME);
        assertThat(copy()).isEmpty();
        assertThat(lookups.archive().asked()).hasSize(4);
    }

    @Test
    void aRedirectToAnotherPageIsNotTakenForTheNearestCopy() {
        lookups.archive().nearest(TIME, PAGE, "20200607000000").copy("20200607000000", PAGE, 200, "<title>A</title>");
        var other = new Row("http://www.example.org/other", ROW.at(), ROW.status(), ROW.mimeType(), ROW.digest());
        lookups.archive().away(TIME, other.original(), "20200607000000", PAGE);
        assertThat(lookups.await(lookups.archives().copy(other, Turn.BROKEN))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NONE", "TWICE", "CUT"},
            mode = EnumSource.Mode.EXCLUDE)
    void noTroubleIsTakenForACopyNorWaitedForLongerThanLookupsMay(Trouble trouble) {
        lookups.archive().copy(TIME, PAGE, 200, "<title>A</title>").tempered((number, path) -> trouble);
        assertThat(copy()).isEmpty();
        assertThat(lookups.passed()).isLessThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(lookups.archive().asked()).hasSizeLessThanOrEqualTo(2);
    }
}
