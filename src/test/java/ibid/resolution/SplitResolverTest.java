package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.target.Target.SplitTarget;
import ibid.url.Url;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitResolverTest {
    private static final SplitTarget TARGET = new SplitTarget(
            "k",
            Stream.of("https://e.com/a-b", "https://e.com/ab")
                    .flatMap(way -> Url.parse(way).stream())
                    .toList());

    @ParameterizedTest
    @CsvSource({
        "200, 404, OK, read as https://e.com/a-b",
        "404, 200, OK, read as https://e.com/ab",
        "404, 404, TRUNCATED, 'the address is broken over lines, and none of the 2 ways to put it together leads to a page'",
    })
    void theWaysAreAskedInOrderUntilAPageIsThere(int first, int second, Reason reason, String evidence) {
        var scene = new Scene("https://e.com/a-b -> " + first + "\nhttps://e.com/ab -> " + second);
        var outcome = scene.start(TARGET).join().outcome();
        assertThat(outcome.reason()).isEqualTo(reason);
        assertThat(outcome.evidence()).contains(evidence);
    }

    @ParameterizedTest
    @CsvSource({"403, FORBIDDEN", "451, LEGAL"})
    void aWayThatCouldNotBeToldIsNotReplacedByAnother(int first, Reason reason) {
        var scene = new Scene("https://e.com/a-b -> " + first + "\nhttps://e.com/ab -> 200");
        assertThat(scene.start(TARGET).join().outcome().reason()).isEqualTo(reason);
    }

    @Test
    void nothingIsAskedOffline() {
        var scene = new Scene("").checking(true, true);
        assertThat(scene.start(TARGET).join().outcome().reason()).isEqualTo(Reason.NOT_CHECKED);
        assertThat(scene.web.asked()).isEmpty();
    }
}
