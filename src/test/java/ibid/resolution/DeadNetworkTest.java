package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure that may be the network's is judged when it is clear whose it is. */
class DeadNetworkTest {
    @ParameterizedTest
    @ValueSource(strings = {"NO_SUCH_HOST", "DNS_FAILURE", "REFUSED", "UNREACHABLE", "TIMEOUT", "NOT_SENT"})
    void withADeadNetworkNothingIsBroken(String cause) {
        var scene = new Scene("https://e.com/a -> ! " + cause + " 2");
        scene.web.othersAnswered = false;
        scene.web.dead = true;
        assertThat(scene.outcome("https://e.com/a").reason()).isEqualTo(Reason.OFFLINE);
    }

    @Test
    void aRefusalWithoutAnyOtherAnswerProvesNothing() {
        var scene = new Scene("https://e.com/a -> ! REFUSED 2");
        scene.web.othersAnswered = false;
        var outcome = scene.outcome("https://e.com/a");
        assertThat(outcome.reason()).isEqualTo(Reason.RESET);
        assertThat(outcome.evidence()).containsExactly("the detail of REFUSED, but no other host has answered either");
    }

    @Test
    void theFirstFailureWaitsForTheOthers() {
        var scene = waiting();
        var refused = scene.start("https://e.com/a");
        var good = scene.start("https://f.com/b");
        scene.web.release();
        assertThat(refused).isNotDone();
        scene.web.othersAnswered = true;
        scene.web.release();
        assertThat(good.join().outcome().reason()).isEqualTo(Reason.OK);
        assertThat(refused.join().outcome().reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    void theFirstFailureIsOfflineWhenTheNetworkProvesDead() {
        var scene = waiting();
        var refused = scene.start("https://e.com/a");
        var next = scene.start("https://g.com/c");
        scene.web.release();
        scene.web.dead = true;
        scene.web.release();
        assertThat(next.join().outcome().reason()).isEqualTo(Reason.OFFLINE);
        assertThat(refused.join().outcome().reason()).isEqualTo(Reason.OFFLINE);
    }

    @Test
    void whereNothingIsUnderWayTheVerdictIsGiven() {
        var scene = waiting();
        var all = new ArrayList<CompletableFuture<Resolution>>();
        for (var i = 0; i < 2; i++) {
            all.add(scene.start("https://e.com/a"));
            all.add(scene.start("https://g.com/c"));
        }
        scene.web.release();
        scene.web.release();
        assertThat(all).allSatisfy(future -> assertThat(future).isDone());
    }

    private static Scene waiting() {
        var scene = new Scene(new ScriptedWeb("""
                        https://e.com/a -> ! REFUSED 2
                        https://g.com/c -> ! DNS_FAILURE 3
                        https://f.com/b -> 200
                        """).hold());
        scene.web.othersAnswered = false;
        return scene;
    }

    @Test
    void certificatesThatFailEverywhereBlameNoSite() {
        var scene = new Scene(
                new ScriptedWeb("https://e.com/a -> ! TLS_CERTIFICATE 2\nhttps://f.com/b -> ! TLS_CERTIFICATE 2")
                        .hold());
        var one = scene.start("https://e.com/a");
        var other = scene.start("https://f.com/b");
        scene.web.release();
        scene.web.release();
        assertThat(one.join().outcome().reason()).isEqualTo(Reason.RESET);
        assertThat(other.join().outcome().reason()).isEqualTo(Reason.RESET);
    }

    @Test
    void oneGoodCertificateShowsThatNothingStandsBetween() {
        var scene = new Scene(new ScriptedWeb("""
                        https://e.com/a -> ! TLS_CERTIFICATE 2
                        https://f.com/b -> ! TLS_CERTIFICATE 2
                        https://g.com/c -> 200
                        """).hold());
        var one = scene.start("https://e.com/a");
        var other = scene.start("https://f.com/b");
        var good = scene.start("https://g.com/c");
        scene.web.release();
        scene.web.release();
        assertThat(one).isNotDone();
        scene.web.release();
        assertThat(good).isDone();
        assertThat(one.join().outcome().reason()).isEqualTo(Reason.TLS);
        assertThat(other.join().outcome().reason()).isEqualTo(Reason.TLS);
    }
}
