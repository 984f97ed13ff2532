package ibid.archive;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.fake.FakeArchive.Trouble;
import ibid.archive.fake.FakeCapture;
import ibid.archive.fake.FakeIndex;
import ibid.archive.fake.FakeIndex.Kind;
import ibid.archive.fake.FakeLookups;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an archive says of one address: captures are written as {@code 2019:200}, a year and a status. */
class MementosTest {
    private static final String PAGE = "http://host.org/a";

    private static FakeIndex captures(Kind kind, String years) {
        var index = new FakeIndex(kind).add(FakeCapture.page("http://host.org/other", "20200101000000", 200));
        var revisited = FakeCapture.page(PAGE, "20000101000000", 200);
        for (var word : years.split(" ", -1)) {
            var parts = word.split(":", -1);
            var at = parts[0] + "0203040506";
            if (parts.length == 2) {
                index.add(
                        parts[1].equals("same")
                                ? revisited.revisited(at)
                                : FakeCapture.page(PAGE, at, Integer.parseInt(parts[1])));
            }
        }
        return index;
    }

    private static LastCaptures last(FakeLookups lookups, String address) {
        return lookups.await(lookups.archives().mementos().of(Url.parse(address).orElseThrow(), Turn.BROKEN));
    }

    private static String shown(LastCaptures captures) {
        return captures.last().map(MementosTest::shown).orElse("none") + ", good "
                + captures.good().map(MementosTest::shown).orElse("none");
    }

    private static String shown(Snapshot copy) {
        return copy.capturedAt().toString().substring(0, 4) + ":" + copy.status();
    }

    @ParameterizedTest
    @CsvSource({
        "2001:200 2019:200, '2019:200, good 2019:200'",
        "2001:200 2019:404, '2019:404, good 2001:200'",
        "2019:301, '2019:301, good none'",
        "2001:200 2005:same, '2005:200, good 2005:200'",
        "2005:same, '2005:0, good none'",
        "2001:200 2005:same 2007:503, '2007:503, good 2005:200'",
    })
    void theLastAndTheLastGoodCaptureAreTold(String years, String expected) {
        assertThat(shown(last(FakeLookups.wayback(captures(Kind.WAYBACK, years)), PAGE)))
                .isEqualTo(expected);
        assertThat(shown(last(FakeLookups.unknown(captures(Kind.PYWB, years)), PAGE)))
                .isEqualTo(expected);
    }

    @Test
    void aGoodCaptureIsFoundBehindYearsOfErrors() {
        var years = new StringBuilder("1999:200");
        for (var year = 2000; year < 2026; year++) {
            years.append(' ').append(year).append(":404");
        }
        var lookups = FakeLookups.wayback(captures(Kind.WAYBACK, years.toString()));
        assertThat(shown(last(lookups, PAGE))).isEqualTo("2025:404, good 1999:200");
        assertThat(lookups.archive().asked()).hasSize(2);
    }

    @Test
    void theAddressOfTheCopyIsThatOfTheArchive() {
        var copy = last(FakeLookups.wayback(captures(Kind.WAYBACK, "2019:200")), "https://www.host.org/a#part")
                .good()
                .orElseThrow();
        assertThat(copy.url()).isEqualTo("https://web.archive.org/web/20190203040506/http://host.org/a");
        assertThat(copy.archive()).isEqualTo("web.archive.org");
        assertThat(copy.verified()).isFalse();
    }

    @Test
    void theOriginalOfACopyIsLookedUp() {
        var lookups = FakeLookups.wayback(captures(Kind.WAYBACK, "2019:200"));
        var captures = last(lookups, "https://web.archive.org/web/20110101000000/http://host.org/a");
        assertThat(shown(captures)).isEqualTo("2019:200, good 2019:200");
    }

    @Test
    void thatThereIsNoneIsTold() {
        var captures = last(FakeLookups.wayback(captures(Kind.WAYBACK, "")), PAGE);
        assertThat(captures.none()).containsExactly("web.archive.org");
        assertThat(captures.problems()).isEmpty();
    }

    @Test
    void theHintIsAskedForWhereTheIndexFails() {
        var lookups = FakeLookups.wayback(captures(Kind.WAYBACK, "2019:200"));
        lookups.archive().tempered((number, path) -> path.startsWith("/cdx") ? Trouble.SILENCE : Trouble.NONE);
        assertThat(shown(last(lookups, PAGE))).isEqualTo("none, good 2019:200");
    }

    @Test
    void aHintThatKnowsNothingSaysNothing() {
        var lookups = FakeLookups.wayback(captures(Kind.WAYBACK, "2019:200"));
        lookups.archive()
                .forgetful()
                .tempered((number, path) -> path.startsWith("/cdx") ? Trouble.DROPPED : Trouble.NONE);
        var captures = last(lookups, PAGE);
        assertThat(captures.none()).isEmpty();
        assertThat(captures.problems()).containsExactly("web.archive.org did not answer: the connection broke off");
    }

    @Test
    void theTimeOfLookUpsEndsIt() {
        var lookups =
                FakeLookups.wayback(captures(Kind.WAYBACK, "2019:200"), Duration.ofSeconds(30), ListingMemory.NONE);
        lookups.archive().tempered((number, path) -> Trouble.SILENCE);
        assertThat(last(lookups, PAGE).problems())
                .containsExactly("not looked up in archives: the time for look-ups was over");
        assertThat(lookups.passed()).isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/a",
                "http://host.org/a?api_key=1",
                "http://me@host.org/a",
                "https://web.archive.org/web/20110101000000/http://wiki.corp/a"
            })
    void nothingIsSaidOfWhatIsPrivate(String address) {
        var lookups = FakeLookups.wayback(captures(Kind.WAYBACK, "2019:200"));
        assertThat(last(lookups, address))
                .isEqualTo(new LastCaptures(Optional.empty(), Optional.empty(), List.of(), List.of()));
        assertThat(lookups.archive().asked()).isEmpty();
    }
}
