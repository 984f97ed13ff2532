package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassageTraceTest {
    private final PassageTrace trace = PassageTrace.of(
            TestDocuments.text("river harbour\n\nmills\nharbour river mills").source());

    @Test
    void everyWordHasItsLine() {
        assertThat(trace.count()).isEqualTo(6);
        assertThat(IntStream.range(0, 6).map(trace::line)).containsExactly(1, 1, 3, 4, 4, 4);
        assertThat(IntStream.range(0, 6).mapToObj(trace::startsLine))
                .containsExactly(true, false, true, true, false, false);
        assertThat(IntStream.range(0, 6).mapToObj(trace::endsLine))
                .containsExactly(false, true, true, false, false, true);
    }

    @Test
    void equalWordsHaveEqualHashes() {
        assertThat(IntStream.of(4, 3, 5).map(trace::hash))
                .containsExactly(trace.hash(0), trace.hash(1), trace.hash(2))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingHasNoWords() {
        assertThat(PassageTrace.NONE.count()).isZero();
        assertThat(PassageTrace.of(TestDocuments.text("").source()).count()).isZero();
    }
}
