package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OnceTest {
    private final Once<String, Integer> once = new Once<>();
    private final List<String> asked = new ArrayList<>();

    private CompletableFuture<Integer> length(String text) {
        return once.of(text, () -> {
            asked.add(text);
            return text.isEmpty()
                    ? CompletableFuture.completedFuture(0)
                    : length(text.substring(1)).thenApply(rest -> rest + 1);
        });
    }

    @Test
    void whoIsAskedMayAskAgainAndNothingIsAskedTwice() {
        assertThat(length("abcdefghijklmnop").join()).isEqualTo(16);
        assertThat(length("nop").join()).isEqualTo(3);
        assertThat(asked).doesNotHaveDuplicates().hasSize(17);
    }

    @Test
    void whatFailsFailsForAllWhoAsked() {
        CompletableFuture<Integer> failed = CompletableFuture.failedFuture(new IllegalStateException("no"));
        assertThat(once.of("x", () -> failed)).isCompletedExceptionally();
        assertThat(length("x")).isCompletedExceptionally();
    }
}
