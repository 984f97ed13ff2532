package ibid.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.NearestCopy.Chosen;
import ibid.archive.Snapshot;
import ibid.archive.fake.FakeArchive;
import ibid.archive.fake.FakeCapture;
import ibid.archive.fake.FakeIndex;
import ibid.archive.fake.FakeLookups;
import ibid.citation.CitedDate;
import ibid.citation.CitingDate;
import ibid.citation.CitingDate.By;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Five hundred copies, of which those nearest to the citing date are everything that an archive has instead of a page. */
class NearestOfManyTest {
    private static final String PAGE = "http://host.org/reports/salmon";
    private static final String TITLE = "Salmon in Northern Rivers";
    private static final String GOOD = "<title>" + TITLE + " | River Fund</title><p>"
            + "Salmon return to the rivers of the north each year. ".repeat(20);
    private static final CitingDate CITED =
            new CitingDate(CitedDate.of("2019-04-12").orElseThrow(), By.ACCESSED);
    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private final FakeIndex index = new FakeIndex(FakeIndex.Kind.WAYBACK);

    /** The copy that is so many places from the date: by turns behind and before it, ten days apart. */
    private static String time(int place) {
        var days = 1 + place / 2 * 10;
        var middle = Instant.parse("2019-04-12T12:00:00Z").getEpochSecond();
        return DIGITS.format(Instant.ofEpochSecond(middle + (place % 2 == 0 ? days : -days - 1) * 86_400L));
    }

    private static void capture(FakeArchive archive, int place, String html) {
        archive.copy(time(place), PAGE, 200, html);
    }

    private FakeLookups archive(String path, int bad) {
        var lookups = FakeLookups.memento(index, path);
        for (var place = 0; place < 500; place++) {
            index.add(FakeCapture.page(PAGE, time(place), 200));
            if (place >= bad) {
                capture(lookups.archive(), place, GOOD);
            } else {
                instead(lookups.archive(), place);
            }
        }
        return lookups;
    }

    private static void instead(FakeArchive archive, int place) {
        switch (place % 9) {
            case 0 -> archive.copy(time(place), PAGE, 404, "<title>" + TITLE + "</title>");
            case 1 -> archive.leads(time(place), PAGE, 301, "http://host.org/");
            case 2 -> capture(archive, place, "<title>Just a moment...</title>");
            case 3 -> capture(archive, place, "<title>Sign in</title><form><input type=password></form>");
            case 4 -> capture(archive, place, "<title>404 Not Found</title><h1>Page not found</h1>");
            case 5 -> capture(archive, place, "<title>Before you continue to YouTube</title><p>Accept all");
            case 6 -> archive.copy(time(place), PAGE, 503, GOOD);
            case 7 -> archive.notice(time(place), PAGE, 200, GOOD);
            default -> capture(archive, place, "<title>Cheap Flights and Hotels</title><p>" + "Book now. ".repeat(99));
        }
    }

    private static Chosen chosen(FakeLookups lookups) {
        var page = Url.parse(PAGE).orElseThrow();
        var clues = new Clues(List.of(TITLE), List.of(), List.of(), List.of());
        return lookups.await(
                lookups.archives().nearestCopy().of(page, CITED, new CitedCopy(page, clues, CITED), Turn.BROKEN));
    }

    private static long copiesRead(FakeLookups lookups) {
        return lookups.archive().asked().stream()
                .filter(asked ->
                        asked.path().startsWith("/web/") && asked.path().contains("id_/"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 9, 20, 60, 100})
    void theNearestThatShowsThePageIsChosen(int bad) {
        var lookups = archive("/timemap/link", bad);
        var chosen = chosen(lookups);
        assertThat(chosen.copy()).hasValueSatisfying(copy -> {
            assertThat(copy.url()).contains("/web/" + time(bad) + "/");
            assertThat(copy.verified()).isTrue();
        });
        assertThat(copiesRead(lookups)).isLessThanOrEqualTo(16);
    }

    @Test
    void theEvidenceSaysWhyThisOneAndWhatEachNearerOneWas() {
        var chosen = chosen(archive("/timemap/link", 9));
        assertThat(chosen.evidence().get(0))
                .isEqualTo(
                        "the copy in mementos.example.edu of 2019-03-01 was read and shows what was cited: its title,"
                                + " \"Salmon in Northern Rivers | River Fund\", is the cited one; of 500 known copies it is the"
                                + " nearest such to 2019-04-12, when the citation says that it was read");
        assertThat(String.join("\n", chosen.evidence()))
                .contains("it was captured with status 404")
                .contains("it is a redirect to http://host.org/")
                .contains("it is a wall before the page: the page says \"Just a moment...\" (Cloudflare)")
                .contains("it is a wall before the page: the page says \"Before you continue to YouTube\"")
                .contains("it is a log-in before the page")
                .contains("it says that there is nothing")
                .contains("it was captured with status 503")
                .contains("200 without a Memento-Datetime")
                .contains("1 more for other reasons");
    }

    @Test
    void whereEveryCopyIsBadNoneIsOfferedAsAMend() {
        var lookups = archive("/timemap/link", 500);
        var chosen = chosen(lookups);
        assertThat(chosen.copy().filter(Snapshot::verified)).isEmpty();
        assertThat(chosen.evidence().get(0)).startsWith("of 500 known copies none was found to show what was cited");
        assertThat(copiesRead(lookups)).isLessThanOrEqualTo(16);
    }

    @Test
    void aTimeGateLeadsToTheSameChoice() {
        assertThat(chosen(archive("/timegate", 20)).copy().map(Snapshot::url))
                .hasValueSatisfying(url -> assertThat(url).contains(time(20)));
    }
}
