package ibid.finding;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.finding.Report.ReportedTarget;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallMoveTest {
    @ParameterizedTest
    @CsvSource({
        "http://e.com/a,   PERMANENT_REDIRECT, https://e.com/a,      TO_HTTPS",
        "http://e.com/a,   TEMPORARY_REDIRECT, https://e.com/a,      TO_HTTPS",
        "http://e.com/a,   PERMANENT_REDIRECT, https://www.e.com/a/, TO_HTTPS",
        "http://e.com/a#s, PERMANENT_REDIRECT, https://e.com/a#s,    TO_HTTPS",
        "https://e.com/a,  PERMANENT_REDIRECT, https://e.com/a/,     FINAL_SLASH",
        "https://e.com/a/, PERMANENT_REDIRECT, https://e.com/a,      FINAL_SLASH",
        "http://e.com/a,   PERMANENT_REDIRECT, https://e.com/b,",
        "http://e.com/a,   PERMANENT_REDIRECT, https://f.com/a,",
        "http://e.com/a?b, PERMANENT_REDIRECT, https://e.com/a,",
        "https://e.com/a,  PERMANENT_REDIRECT, http://e.com/a,",
        "https://e.com/a,  PERMANENT_REDIRECT, https://www.e.com/a,",
        "http://e.com/a,   OK,                 http://e.com/a,",
        "http://e.com/a,   NOT_FOUND,          https://e.com/a,",
        "http://e.com/a,   LOGIN,              https://e.com/a,",
    })
    void onlyHttpsAndAFinalSlashAreSmall(String cited, Reason reason, String last, SmallMove small) {
        var outcome =
                new Outcome(reason, OptionalInt.of(200), Optional.of(last), List.of(), 1, Optional.empty(), List.of());
        var target = new UrlTarget(cited, Url.parse(cited).orElseThrow());
        assertThat(SmallMove.of(new ReportedTarget("t1", target, outcome, List.of(), List.of())))
                .isEqualTo(Optional.ofNullable(small));
    }
}
