package ibid.archive;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.CopyJudgement.Kind;
import ibid.archive.NearestCopy.Chosen;
import ibid.archive.fake.FakeArchive.Trouble;
import ibid.archive.fake.FakeCapture;
import ibid.archive.fake.FakeIndex;
import ibid.archive.fake.FakeLookups;
import ibid.citation.CitedDate;
import ibid.citation.CitingDate;
import ibid.citation.CitingDate.By;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Which copy is chosen, and how many are read for it. Captures are written as {@code 2019-04-12:200}, a day and a status; what
 * came with status 200 shows what a word behind it says: {@code wall}, {@code other} or {@code page}.
 */
class NearestCopyTest {
    private static final String PAGE = "http://host.org/a";
    private static final CitingDate CITED =
            new CitingDate(CitedDate.of("2019-04-12").orElseThrow(), By.ACCESSED);

    private final FakeIndex index = new FakeIndex(FakeIndex.Kind.WAYBACK);
    private final FakeLookups lookups = FakeLookups.wayback(index);

    private void captured(String pictures) {
        for (var picture : pictures.split(" ", -1)) {
            var parts = picture.split("[:+]", -1);
            var at = parts[0].replace("-", "") + "120000";
            var status = Integer.parseInt(parts[1]);
            index.add(FakeCapture.page(PAGE, at, status).holding(picture));
            if (parts.length > 2) {
                lookups.archive().copy(at, PAGE, status, parts[2]);
            }
        }
    }

    private Chosen chosen() {
        var asked = lookups.archives()
                .nearestCopy()
                .of(Url.parse(PAGE).orElseThrow(), CITED, NearestCopyTest::judged, Turn.BROKEN);
        return lookups.await(asked);
    }

    private static CopyJudgement judged(Memento copy) {
        var text = new String(copy.response().body().bytes(), StandardCharsets.UTF_8);
        return switch (text) {
            case "page" -> new CopyJudgement(Kind.SHOWS, "as cited");
            case "perhaps" -> new CopyJudgement(Kind.MAY_SHOW, "nothing tells");
            case "other" -> new CopyJudgement(Kind.NAMED_OTHERWISE, "another title");
            default -> new CopyJudgement(Kind.SHOWS_NOT, "a " + text);
        };
    }

    private static String shown(Chosen chosen) {
        return chosen.copy()
                .map(copy -> copy.capturedAt().toString().substring(0, 10) + (copy.verified() ? "" : " unverified"))
                .orElse("none");
    }

    private long read() {
        return lookups.archive().asked().stream()
                .filter(asked -> asked.path().startsWith("/web/"))
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "2019-04-10:200:page 2019-04-20:200:page, 2019-04-10, 1",
        // By digits the first day of a month is far from the last of the one before.
        "2019-03-31:200:page 2019-04-25:200:page 2018-12-31:200:page, 2019-03-31, 1",
        "2019-04-11:404 2019-04-13:301 2019-04-20:200:page, 2019-04-20, 1",
        "2019-04-11:200:wall 2019-04-14:200:other 2020-01-01:200:page, 2020-01-01, 3",
        "2019-04-11:200:wall 2019-04-13:200:wall, none, 2",
        "2019-04-11:200:perhaps 2019-04-13:200:other, 2019-04-11 unverified, 2",
        "2019-04-11:200:other, 2019-04-11 unverified, 1",
        "2019-04-11:404 2019-04-13:500, none, 0",
    })
    void theNearestIsChosenOfThoseThatShowWhatWasCited(String pictures, String expected, int read) {
        captured(pictures);
        assertThat(shown(chosen())).isEqualTo(expected);
        assertThat(read()).isEqualTo(read);
    }

    @Test
    void theEvidenceSaysWhyThisOneAndWhyNotThoseThatAreNearer() {
        captured("2019-04-11:404 2019-04-13:404 2019-04-14:301 2019-04-15:200:wall 2019-04-20:200:page 2019-05-20:404");
        var chosen = chosen();
        assertThat(chosen.evidence())
                .containsExactly(
                        "the copy in web.archive.org of 2019-04-20 was read and shows what was cited: as cited; of 6 known"
                                + " copies it is the nearest such to 2019-04-12, when the citation says that it was read",
                        "passed over: 2 copies of 2019-04-11 to 2019-04-13: it was captured with status 404",
                        "passed over: the copy of 2019-04-14: it was captured as a redirect (301)",
                        "passed over: the copy of 2019-04-15: a wall");
        assertThat(chosen.refuted())
                .contains("https://web.archive.org/web/20190415120000/" + PAGE)
                .doesNotContain("https://web.archive.org/web/20190420120000/" + PAGE);
        assertThat(chosen.copy().flatMap(Snapshot::nearTo)).contains(CITED);
    }

    @Test
    void behindMonthsOfWallsIsReadInStridesAndBackToTheFirstGoodOne() {
        captured(days(LocalDate.of(2019, 4, 12), 100, "wall") + " " + days(LocalDate.of(2019, 7, 21), 100, "page"));
        var chosen = chosen();
        assertThat(shown(chosen)).isBetween("2019-07-21", "2019-07-23");
        assertThat(read()).isEqualTo(CopySearch.MOST_READ);
        assertThat(chosen.evidence())
                .last()
                .asString()
                .endsWith(" nearer copies were not read, for no more than 16 are");
    }

    private static String days(LocalDate first, int count, String text) {
        var days = new ArrayList<String>();
        for (var day = 0; day < count; day++) {
            days.add(first.plusDays(day) + ":200:" + text);
        }
        return String.join(" ", days);
    }

    @Test
    void theSameBytesAreReadOnce() {
        for (var day = 10; day < 28; day++) {
            var at = "201904" + day + "120000";
            index.add(FakeCapture.page(PAGE, at, 200).holding("SAME"));
            lookups.archive().copy(at, PAGE, 200, "wall");
        }
        captured("2019-06-01:200:page");
        assertThat(shown(chosen())).isEqualTo("2019-06-01");
        assertThat(read()).isEqualTo(2);
    }

    @Test
    void aPageThatWasThereOnceIsFoundBehindFiveHundredErrors() {
        var errors = days(LocalDate.of(2019, 1, 1), 600, "").replace(":200:", ":404");
        captured(errors + " 2012-01-01:200:page");
        assertThat(shown(chosen())).isEqualTo("2012-01-01");
        assertThat(lookups.archive().asked())
                .as("the last ones, the nearest, the good ones, the copy")
                .hasSize(4);
    }

    @Test
    void anArchiveThatShowsAnotherTimeHasNoneOfThisOne() {
        captured("2019-04-11:200 2019-05-11:200:page");
        lookups.archive().nearest("20190411120000", PAGE, "20190511120000");
        var chosen = chosen();
        assertThat(shown(chosen)).isEqualTo("2019-05-11");
        assertThat(chosen.evidence())
                .contains("passed over: the copy of 2019-04-11: web.archive.org shows its copy of 2019-05-11 instead");
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"NONE", "TWICE", "CUT", "PAGE", "BLOCKED"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatCannotBeReadIsNamedAndNotTakenForVerified(Trouble trouble) {
        captured("2019-04-11:200:page");
        lookups.archive().tempered((number, path) -> path.startsWith("/web/") ? trouble : Trouble.NONE);
        var chosen = chosen();
        assertThat(shown(chosen)).isEqualTo("2019-04-11 unverified");
        assertThat(chosen.refuted()).isEmpty();
    }

    @Test
    void whatAnArchiveDoesNotTellIsSaid() {
        captured("2019-04-11:200:page");
        lookups.archive().tempered((number, path) -> path.contains("cdx") ? Trouble.BLOCKED : Trouble.NONE);
        var chosen = chosen();
        assertThat(shown(chosen)).isEqualTo("none");
        assertThat(chosen.evidence()).containsExactly("web.archive.org does not show what it has of this site");
    }

    @Test
    void nobodyIsToldOfWhatIsPrivate() {
        for (var address : List.of(
                "http://host.org/a?token=0123456789abcdef0123", "http://user:pass@host.org/a", "http://intranet/a")) {
            var asked = lookups.archives()
                    .nearestCopy()
                    .of(Url.parse(address).orElseThrow(), CITED, NearestCopyTest::judged, Turn.BROKEN);
            assertThat(lookups.await(asked).copy()).isEmpty();
        }
        assertThat(lookups.archive().asked().stream().map(Object::toString).collect(Collectors.joining()))
                .isEmpty();
    }
}
