package ibid.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WinnowingTest {
    @Test
    void everyCommonRunOfGuaranteedLengthSharesAPick() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var common = words(random, Winnowing.GUARANTEE);
            var one = words(random, random.nextInt(60)) + " " + common + " " + words(random, random.nextInt(60));
            var other = words(random, random.nextInt(60)) + " " + common + " " + words(random, random.nextInt(60));
            assertThat(picks(one)).as("picks of round %s", round).containsAnyElementsOf(picks(other));
        }
    }

    @Test
    void picksFewOfMany() {
        var words = Words.of(words(new Random(3), 10_000));
        var picked = new int[1];
        Winnowing.pick(words.count(), words::hash, (print, word) -> picked[0]++);
        assertThat(picked[0]).isBetween(1_500, 3_000);
    }

    @Test
    void textsThatDifferInEveryShingleShareNone() {
        assertThat(picks(words(new Random(1), 500))).doesNotContainAnyElementsOf(picks(words(new Random(2), 500)));
    }

    @Test
    void aTextShorterThanAShingleHasNoPick() {
        assertThat(picks("one two three")).isEmpty();
    }

    private static Set<Long> picks(String text) {
        var words = Words.of(text);
        var picks = new HashSet<Long>();
        Winnowing.pick(words.count(), words::hash, (print, word) -> picks.add(print));
        return picks;
    }

    private static String words(Random random, int count) {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++) {
            text.append(Integer.toString(random.nextInt(100_000), 36)).append(' ');
        }
        return text.toString().strip();
    }
}
