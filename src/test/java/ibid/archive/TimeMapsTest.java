package ibid.archive;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.CopyJudgement.Kind;
import ibid.archive.NearestCopy.Chosen;
import ibid.archive.fake.FakeArchive.Asked;
import ibid.archive.fake.FakeArchive.Trouble;
import ibid.archive.fake.FakeCapture;
import ibid.archive.fake.FakeIndex;
import ibid.archive.fake.FakeLookups;
import ibid.citation.CitedDate;
import ibid.citation.CitingDate;
import ibid.citation.CitingDate.By;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of archives that speak Memento alone. */
class TimeMapsTest {
    private static final String PAGE = "http://host.org/a?b=c,d;e";
    private static final CitingDate CITED =
            new CitingDate(CitedDate.of("2019-04-12").orElseThrow(), By.ACCESSED);

    private final FakeIndex index = new FakeIndex(FakeIndex.Kind.WAYBACK);

    private FakeLookups archive(String path) {
        var lookups = FakeLookups.memento(index, path);
        captured(lookups, "20190301120000");
        captured(lookups, "20190411120000");
        captured(lookups, "20220101120000");
        return lookups;
    }

    private void captured(FakeLookups lookups, String at) {
        index.add(FakeCapture.page(PAGE, at, 200));
        lookups.archive().copy(at, PAGE, 200, "<title>A</title>");
    }

    private static Chosen chosen(FakeLookups lookups) {
        return lookups.await(lookups.archives()
                .nearestCopy()
                .of(
                        Url.parse(PAGE).orElseThrow(),
                        CITED,
                        copy -> new CopyJudgement(Kind.SHOWS, "as cited"),
                        Turn.BROKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timemap/link", "/timemap/json", "/timegate", "/coll"})
    void whatStandsAtTheAddressIsSeenByItsAnswer(String path) {
        var lookups = archive(path);
        assertThat(chosen(lookups).copy()).hasValueSatisfying(copy -> {
            assertThat(copy.url()).isEqualTo(FakeLookups.MEMENTOS + "/web/20190411120000/" + PAGE);
            assertThat(copy.archive()).isEqualTo("mementos.example.edu");
            assertThat(copy.verified()).isTrue();
            assertThat(copy.status()).isEqualTo(200);
        });
        assertThat(lookups.archive().asked())
                .extracting(Asked::path)
                .as("read as it was captured")
                .contains("/web/20190411120000id_/http://host.org/a");
    }

    @Test
    void ofAListInPartsThoseNearTheDateAreRead() {
        var lookups = archive("/timemap/link");
        for (var day = 0; day < 500; day++) {
            captured(lookups, LocalDate.of(2001, 1, 1).plusWeeks(day).toString().replace("-", "") + "120000");
        }
        lookups.archive().mementos(FakeLookups.MEMENTOS, 20);
        var chosen = chosen(lookups);
        assertThat(chosen.copy().map(Snapshot::url))
                .hasValueSatisfying(url -> assertThat(url).contains("/web/20190411120000/"));
        assertThat(lookups.archive().asked().stream()
                        .filter(asked -> asked.path().startsWith("/timemap/"))
                        .count())
                .isEqualTo(1 + TimeMaps.MOST_PARTS);
        assertThat(chosen.evidence())
                .last()
                .isEqualTo("of a list of copies in parts those nearest to the date were read");
    }

    @ParameterizedTest
    @CsvSource({
        "/timemap/link, 404, ''",
        "/nowhere, 400, 'mementos.example.edu answered 400'",
    })
    void anArchiveWithoutACopyIsNoTroubleAndAWrongAddressIsSaid(String path, int status, String problem) {
        var lookups = FakeLookups.memento(index, path);
        var chosen = chosen(lookups);
        assertThat(chosen.copy()).isEmpty();
        assertThat(String.join(" ", chosen.evidence())).isEqualTo(problem);
        assertThat(lookups.archive().asked()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"NONE", "TWICE", "CUT"},
            mode = EnumSource.Mode.EXCLUDE)
    void troubleIsSaidAndNotWaitedForLongerThanLookupsMay(Trouble trouble) {
        var lookups = archive("/timemap/link");
        lookups.archive().tempered((number, path) -> trouble);
        var chosen = chosen(lookups);
        assertThat(chosen.copy()).isEmpty();
        assertThat(chosen.evidence()).hasSize(1);
        assertThat(lookups.passed()).isLessThanOrEqualTo(Duration.ofMinutes(10));
        assertThat(lookups.archive().asked()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aListThatIsCutOffGivesThoseBeforeTheCut() {
        var lookups = archive("/timemap/link");
        lookups.archive().tempered((number, path) -> path.startsWith("/timemap/") ? Trouble.CUT : Trouble.NONE);
        assertThat(chosen(lookups).copy()).isPresent();
    }

    @Test
    void theArchiveIsAskedAtItsPaceAndForTheDate() {
        var lookups = archive("/timegate");
        chosen(lookups);
        assertThat(lookups.passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(lookups.archive().asked())
                .first()
                .extracting(Asked::accepted)
                .isEqualTo("Fri, 12 Apr 2019 12:00:00 GMT");
    }

    @Test
    void copiesOfOtherPagesAndOfArchivesForPeopleAreNotRead() {
        var lookups = archive("/timemap/link");
        lookups.archive()
                .listing("<http://host.org/other>; rel=original,"
                        + "<https://mementos.example.edu/web/20190412000000/http://host.org/other>; rel=memento;"
                        + " datetime=\"Fri, 12 Apr 2019 00:00:00 GMT\","
                        + "<https://archive.ph/20190412120000/" + PAGE + ">; rel=memento;"
                        + " datetime=\"Fri, 12 Apr 2019 12:00:00 GMT\","
                        + "<https://user:pass@mementos.example.edu/web/20190412130000/" + PAGE + ">; rel=memento;"
                        + " datetime=\"Fri, 12 Apr 2019 13:00:00 GMT\","
                        + "<http://192.168.0.1/web/20190412130000/" + PAGE + ">; rel=memento;"
                        + " datetime=\"Fri, 12 Apr 2019 13:00:00 GMT\","
                        + "<ftp://mementos.example.edu/" + PAGE + ">; rel=memento;"
                        + " datetime=\"Fri, 12 Apr 2019 14:00:00 GMT\"");
        var chosen = chosen(lookups);
        assertThat(chosen.copy()).isEmpty();
        assertThat(chosen.evidence())
                .contains("passed over: the copy of 2019-04-12: archive.today shows its copies to people alone");
        assertThat(lookups.archive().asked()).hasSize(1);
    }
}
