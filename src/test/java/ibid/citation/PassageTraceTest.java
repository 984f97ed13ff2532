package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassageTraceTest {
    private static final PassageTrace TRACE = PassageTrace.of(
            TestDocuments.text("river harbour\n\nmills\nharbour river mills").source());

    @Test
    void everyWordHasItsLine() {
        assertThat(TRACE.count()).isEqualTo(6);
        assertThat(IntStream.range(0, 6).map(TRACE::line)).containsExactly(1, 1, 3, 4, 4, 4);
        assertThat(IntStream.range(0, 6).mapToObj(TRACE::startsLine))
                .containsExactly(true, false, true, true, false, false);
        assertThat(IntStream.range(0, 6).mapToObj(TRACE::endsLine))
                .containsExactly(false, true, true, false, false, true);
    }

    @Test
    void equalWordsHaveEqualHashes() {
        assertThat(IntStream.of(4, 3, 5).map(TRACE::hash))
                .containsExactly(TRACE.hash(0), TRACE.hash(1), TRACE.hash(2))
                .doesNotHaveDuplicates();
    }

    @Test
    void nothingHasNoWords() {
        assertThat(PassageTrace.NONE.count()).isZero();
        assertThat(PassageTrace.of(TestDocuments.text("").source()).count()).isZero();
    }
}
