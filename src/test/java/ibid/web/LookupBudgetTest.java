package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.web.LookupBudget.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Time passes only where something is looked up. */
class LookupBudgetTest {
    private final ManualScheduler time = new ManualScheduler();
    private final LookupBudget budget = new LookupBudget(Duration.ofSeconds(10), time);
    private final List<String> begun = new ArrayList<>();

    private CompletableFuture<String> lookUp(Turn turn, String name, int seconds) {
        return budget.spend(
                turn,
                () -> {
                    begun.add(name);
                    var reply = new CompletableFuture<String>();
                    time.after(Duration.ofSeconds(seconds), () -> reply.complete(name));
                    return reply;
                },
                "not looked up");
    }

    @Test
    void whatComesInTimeIsGivenAndWhatDoesNotIsNotWaitedFor() {
        var quick = lookUp(Turn.BROKEN, "quick", 9);
        var slow = lookUp(Turn.BROKEN, "slow", 11);
        time.advance(Duration.ofSeconds(10));
        assertThat(quick).isCompletedWithValue("quick");
        assertThat(slow).isCompletedWithValue("not looked up");
        assertThat(lookUp(Turn.TRUNCATED, "late", 1)).isCompletedWithValue("not looked up");
        assertThat(begun).containsExactly("quick", "slow");
        time.advance(Duration.ofSeconds(10));
        assertThat(slow).isCompletedWithValue("not looked up");
    }

    @Test
    void noTimePassesBetweenLookUps() {
        for (var i = 0; i < 3; i++) {
            assertThat(lookUpAndWait(3)).isEqualTo("one");
            time.advance(Duration.ofHours(1));
        }
        assertThat(lookUpAndWait(3)).as("after nine of ten seconds").isEqualTo("not looked up");
        assertThat(budget.isSpent()).isTrue();
    }

    private String lookUpAndWait(int seconds) {
        var reply = lookUp(Turn.BROKEN, "one", seconds);
        while (!reply.isDone()) {
            assertThat(time.next()).isTrue();
        }
        return reply.join();
    }

    @Test
    void whatCouldNotBeJudgedWaitsUntilNoCheckIsUnderWayAndCostsNoTimeMeanwhile() {
        budget.checkBegan();
        budget.checkBegan();
        var open = lookUp(Turn.UNVERIFIED, "unverified", 1);
        var broken = lookUp(Turn.BROKEN, "broken", 1);
        time.advance(Duration.ofSeconds(2));
        budget.checkEnded();
        time.advance(Duration.ofMinutes(5));
        assertThat(broken).isCompletedWithValue("broken");
        assertThat(begun).containsExactly("broken");
        budget.checkEnded();
        time.advance(Duration.ofSeconds(1));
        assertThat(open).isCompletedWithValue("unverified");
    }

    @Test
    void theEndIsToldOnceAndReleasesWhatWaits() {
        budget.checkBegan();
        var open = lookUp(Turn.UNVERIFIED, "unverified", 1);
        budget.whenSpent(() -> begun.add("end"));
        budget.end();
        budget.end();
        assertThat(open).isCompletedWithValue("not looked up");
        budget.checkEnded();
        assertThat(begun).containsExactly("end");
        budget.whenSpent(() -> begun.add("end at once"));
        assertThat(begun).containsExactly("end", "end at once");
        assertThat(time.waiting()).isZero();
    }

    @Test
    void withoutTimeNothingIsEverBegun() {
        var none = new LookupBudget(Duration.ZERO, time);
        assertThat(none.isSpent()).isTrue();
        assertThat(none.spend(
                        Turn.TRUNCATED,
                        () -> {
                            throw new AssertionError("nothing is looked up");
                        },
                        "no"))
                .isCompletedWithValue("no");
    }

    @Test
    void aLookUpThatFailsCostsItselfAlone() {
        assertThat(budget.spend(
                        Turn.BROKEN,
                        () -> {
                            throw new IllegalStateException("a fault");
                        },
                        "no"))
                .isCompletedWithValue("no");
        assertThat(budget.spend(
                        Turn.BROKEN, () -> CompletableFuture.failedFuture(new IllegalStateException("a fault")), "no"))
                .isCompletedWithValue("no");
        assertThat(lookUpAndWait(1)).isEqualTo("one");
    }
}
