package ibid.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoveredLinesTest {
    @ParameterizedTest
    @CsvSource({
        "5-9, 5-9, true",
        "5-9, 6-8, true",
        "5-9, 4-9, false",
        "5-9, 5-10, false",
        "5-9 5-20, 5-15, true",
        "5-20 5-9, 5-15, true",
        "5-9 8-20, 6-12, false",
        "1-30 5-9, 6-12, true",
    })
    void aPassageInsideAKnownOneIsNothingNew(String known, String asked, boolean contained) {
        var covered = new CoveredLines();
        for (var one : known.split(" ", -1)) {
            covered.add(passage(one));
        }
        assertThat(covered.contain(passage(asked))).isEqualTo(contained);
    }

    @Test
    void saysWhatLookingAtEachPassageWouldSay() {
        var random = new Random(1);
        for (var round = 0; round < 200; round++) {
            var covered = new CoveredLines();
            var known = new ArrayList<Passage>();
            for (var i = 0; i < 30; i++) {
                var first = 1 + random.nextInt(20);
                var next = new Passage("a", first, first + random.nextInt(10));
                assertThat(covered.contain(next))
                        .isEqualTo(known.stream()
                                .anyMatch(k -> k.firstLine() <= next.firstLine() && next.lastLine() <= k.lastLine()));
                covered.add(next);
                known.add(next);
            }
        }
    }

    private static Passage passage(String lines) {
        var ends = lines.split("-", -1);
        return new Passage("a", Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
    }
}
