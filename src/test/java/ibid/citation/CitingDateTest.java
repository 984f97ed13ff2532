package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
