package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.url.Url;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitingDateTest {

    private static Context context(String accessed, String committed, String date) {
        return new Context(
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(date),
                Optional.ofNullable(accessed),
                Optional.ofNullable(committed),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "2019-04-12, 2020-01-01, 2018, '2019-04-12, when the citation says that it was read'",
        "someday,    2020-01-01, 2018, '2020-01-01, when the citing line was last changed'",
        ",           ,           2018, '2018, when the citing passage is dated'",
        ",           ,           2018-06, '2018-06, when the citing passage is dated'",
    })
    void theSurestDateCounts(String accessed, String committed, String date, String expected) {
        assertThat(CitingDate.of(context(accessed, committed, date)).map(CitingDate::sentence))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://web.archive.org/web/20190412073000/http://host.org/a, 2019-04-12",
        "https://web.archive.org/web/2019/http://host.org/a, 2019",
    })
    void aCopyIsOfItsOwnTime(String address, String expected) {
        assertThat(CitingDate.ofCopy(Url.parse(address).orElseThrow()))
                .map(CitingDate::sentence)
                .contains(expected + ", when the cited copy was made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://web.archive.org/web/http://host.org/a", "http://host.org/2019/04/12"})
    void noOtherAddressHasATime(String address) {
        assertThat(CitingDate.ofCopy(Url.parse(address).orElseThrow())).isEmpty();
    }

    @Test
    void whereNoneStandsThereIsNone() {
        assertThat(CitingDate.of(Context.NONE)).isEmpty();
        assertThat(CitingDate.of(context("", "2019-13-01", "in spring"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2019-04-12, 2019-04-12T12:00:00Z", "2019-04, 2019-04-15T12:00:00Z", "2019, 2019-07-02T12:00:00Z"})
    void nearnessIsMeasuredToTheMiddle(String date, String middle) {
        assertThat(CitedDate.of(date).map(CitedDate::middle)).hasToString("Optional[" + middle + "]");
    }
}
