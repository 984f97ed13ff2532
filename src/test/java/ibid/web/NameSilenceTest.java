package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.web.WebFailure.Cause;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A name server that keeps silent, and ones that are only slow. */
class NameSilenceTest {
    private final SilentNames names = new SilentNames();
    private final TestWeb web = open();

    private TestWeb open() {
        var with = new TestWeb.With();
        with.names = names;
        with.retries = 2;
        return with.open();
    }

    @AfterEach
    void close() {
        names.all.countDown();
        web.close();
    }

    /** Every lookup waits until it is let go. */
    private static final class SilentNames implements NameLookup {
        private final CountDownLatch all = new CountDownLatch(1);
        private final Map<String, CountDownLatch> asked = new ConcurrentHashMap<>();
        private final Map<String, Thread> askers = new ConcurrentHashMap<>();

        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            var answer = new CountDownLatch(1);
            askers.put(host, Thread.currentThread());
            asked.put(host, answer);
            try {
                while (!answer.await(1, TimeUnit.MILLISECONDS) && all.getCount() > 0) {
                    Thread.onSpinWait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host + ": Name or service not known");
        }

        void awaitAsked(String host) {
            until(() -> asked.containsKey(host));
        }

        /** Waits until the thread that asked for nothing else has done with the answer. */
        void awaitAnswered(String host) {
            until(() -> !askers.getOrDefault(host, Thread.currentThread()).isAlive());
        }

        void answer(String host) {
            awaitAsked(host);
            asked.getOrDefault(host, all).countDown();
        }
    }

    private static void until(BooleanSupplier reached) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private static List<String> hosts(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "http://h" + i + ".org/")
                .toList();
    }

    @Test
    void theRunDoesNotWaitForIt() {
        var replies = web.sendAll(hosts(50));
        names.awaitAsked("h0.org");
        web.time.advance(NameSilence.UNTIL_WITNESS);
        names.awaitAsked(NetworkPulse.WITNESS);
        assertThat(web.web.networkDead()).isFalse();
        web.time.advance(NameSilence.ENOUGH.minus(NameSilence.UNTIL_WITNESS));
        assertThat(replies)
                .allSatisfy(reply -> assertThat(((WebFailure) reply.get(20, TimeUnit.SECONDS)).cause())
                        .isEqualTo(Cause.NOT_SENT));
        assertThat(web.web.networkDead()).isTrue();
        assertThat(web.events.stream().filter("dead"::equals)).hasSize(1);
        assertThat(((WebFailure) web.get("http://later.org/")).cause()).isEqualTo(Cause.NOT_SENT);
    }

    @Test
    void oneNameThatIsAnsweredShowsThatItIsThere() {
        var replies = web.sendAll(hosts(3));
        names.answer("h1.org");
        until(() -> web.events.contains("failed 1 NO_SUCH_HOST") || names.asked.containsKey(NetworkPulse.WITNESS));
        web.time.advance(NameSilence.ENOUGH.multipliedBy(2));
        assertThat(web.web.networkDead()).isFalse();
        assertThat(replies.get(0)).isNotDone();
    }

    @Test
    void theCitedNamesMayHaveSlowServersOfTheirOwn() {
        var replies = web.sendAll(hosts(3));
        names.awaitAsked("h0.org");
        web.time.advance(NameSilence.UNTIL_WITNESS);
        names.awaitAsked(NetworkPulse.WITNESS);
        names.answer(NetworkPulse.WITNESS);
        names.awaitAnswered(NetworkPulse.WITNESS);
        web.time.advance(NameSilence.ENOUGH);
        assertThat(web.web.networkDead()).isFalse();
        assertThat(replies.get(0)).isNotDone();
    }
}
