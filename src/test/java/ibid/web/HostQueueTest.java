package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.url.Url;
import ibid.web.HostFeedback.Mood;
import ibid.web.WebRequest.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A simulated web in virtual time: starts, ends and feedback are all known. */
class HostQueueTest {
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final ManualScheduler time = new ManualScheduler();
    private final Map<String, List<Instant>> starts = new LinkedHashMap<>();
    private final Map<String, Integer> inFlightAt = new HashMap<>();
    private final List<String> toldToWait = new ArrayList<>();
    private final List<String> order = new ArrayList<>();
    private int inFlight;
    private int mostInFlight;
    private int mostPerHost;
    private Function<PendingRequest, Duration> latency = pending -> Duration.ofMillis(50);
    private Function<PendingRequest, Duration> connect = pending -> Duration.ZERO;
    private boolean reached = true;
    /** What a host may be asked, where it differs. */
    private final Map<String, HostShare> shares = new HashMap<>();

    private Function<PendingRequest, HostFeedback> feedback =
            pending -> new HostFeedback(Mood.CONTENT, Optional.empty());

    private HostQueue queue(int maxInFlight, int perHost) {
        var queue = new HostQueue[1];
        queue[0] = new HostQueue(
                maxInFlight,
                pending -> shares.getOrDefault(pending.host, new HostShare(perHost, INTERVAL)),
                PATIENCE,
                time,
                new HostQueue.Door() {
                    @Override
                    public void start(PendingRequest pending) {
                        started(queue[0], pending);
                    }

                    @Override
                    public void toldToWait(PendingRequest pending) {
                        toldToWait.add(pending.request.url().text());
                    }

                    @Override
                    public void hostDelayed(String host, Instant until) {}
                });
        return queue[0];
    }

    private void started(HostQueue queue, PendingRequest pending) {
        order.add(pending.request.url().text());
        mostInFlight = Math.max(mostInFlight, ++inFlight);
        mostPerHost = Math.max(mostPerHost, inFlightAt.merge(pending.host, 1, Integer::sum));
        queue.started(pending);
        var connecting = connect.apply(pending);
        if (connecting.isZero()) {
            seen(queue, pending);
        } else if (reached) {
            time.after(connecting, () -> seen(queue, pending));
        }
        time.after(connecting.plus(latency.apply(pending)), () -> {
            inFlight--;
            inFlightAt.merge(pending.host, -1, Integer::sum);
            queue.left(pending, feedback.apply(pending));
            queue.released(pending);
        });
    }

    private void seen(HostQueue queue, PendingRequest pending) {
        starts.computeIfAbsent(pending.host, host -> new ArrayList<>()).add(time.now());
        queue.atWire(pending);
    }

    private static PendingRequest pending(String url) {
        return new PendingRequest(new WebRequest(Method.GET, Url.parse(url).orElseThrow(), List.of()));
    }

    private static PendingRequest lookup(String url) {
        return new PendingRequest(new WebRequest(
                Method.GET,
                Url.parse(url).orElseThrow(),
                List.of(),
                WebRequest.Limits.ofLookup(Duration.ofSeconds(60))));
    }

    private void runAll() {
        while (time.next()) {}
    }

    private List<Instant> startsOf(String host) {
        return starts.getOrDefault(host, List.of());
    }

    private Duration elapsed() {
        return Duration.between(ManualScheduler.START, time.now());
    }

    @Test
    void noHostIsAskedFasterThanItsIntervalNorByMoreThanItsShareAndTheTimeIsNearTheBound() {
        var queue = queue(16, 4);
        var random = new Random(1);
        latency = pending -> Duration.ofMillis(20 + random.nextInt(480));
        var heaviest = 0;
        var total = 0;
        var all = new ArrayList<PendingRequest>();
        for (var host = 1; host <= 60; host++) {
            // A power law: the heaviest host has 300 requests, the lightest 5.
            var count = 300 / host;
            heaviest = Math.max(heaviest, count);
            total += count;
            for (var i = 0; i < count; i++) {
                all.add(pending("http://h" + host + ".example/" + i));
            }
        }
        java.util.Collections.shuffle(all, random);
        all.forEach(queue::add);
        runAll();

        assertThat(starts.values().stream().mapToInt(List::size).sum()).isEqualTo(total);
        starts.forEach((host, times) -> {
            for (var i = 1; i < times.size(); i++) {
                assertThat(Duration.between(times.get(i - 1), times.get(i)))
                        .as(host)
                        .isGreaterThanOrEqualTo(INTERVAL);
            }
        });
        assertThat(mostPerHost).isLessThanOrEqualTo(4);
        assertThat(mostInFlight).isEqualTo(16);
        // The mean latency is 260 ms; four at a host allow one in 65 ms, so the interval rules.
        var bound = Math.max(heaviest * INTERVAL.toMillis(), total * 260L / 16);
        assertThat(elapsed().toMillis()).isBetween(bound - INTERVAL.toMillis() - 2000, (long) (bound * 1.15));
    }

    @Test
    void aHostWithItsOwnSettingsIsAskedByThem() {
        shares.put("slow.example", new HostShare(1, Duration.ofSeconds(3)));
        var queue = queue(16, 4);
        latency = pending -> Duration.ofSeconds(1);
        for (var i = 0; i < 4; i++) {
            queue.add(pending("http://slow.example/" + i));
            queue.add(pending("http://other.example/" + i));
        }
        runAll();
        assertThat(startsOf("slow.example"))
                .extracting(at -> Duration.between(ManualScheduler.START, at).toSeconds())
                .containsExactly(0L, 3L, 6L, 9L);
        assertThat(Duration.between(
                        startsOf("other.example").get(0),
                        startsOf("other.example").get(3)))
                .isEqualTo(INTERVAL.multipliedBy(3));
    }

    @Test
    void lookUpsLetChecksByAndNeverHoldMoreThanAQuarterOfThePermits() {
        var queue = queue(8, 4);
        latency = pending -> pending.request.limits().yields() ? Duration.ofSeconds(60) : Duration.ofMillis(50);
        for (var i = 0; i < 4; i++) {
            queue.add(lookup("http://archive.example/" + i));
            queue.add(lookup("http://register.example/" + i));
        }
        queue.add(pending("http://archive.example/cited"));
        for (var i = 0; i < 20; i++) {
            queue.add(pending("http://h" + i + ".example/"));
        }
        while (order.size() < 23) {
            assertThat(time.next()).isTrue();
        }
        assertThat(elapsed())
                .as("20 hosts and a cited copy, beside two look-ups")
                .isLessThan(Duration.ofSeconds(1));
        assertThat(order.subList(0, 23).stream().filter(url -> url.matches("http://(archive|register)\\.example/\\d")))
                .hasSize(2);
        assertThat(order).contains("http://archive.example/cited");
        runAll();
        assertThat(order).hasSize(29);
    }

    @Test
    void theRobotsTxtGoesBeforeWhatWaitsAtItsHost() {
        var queue = queue(8, 1);
        List.of("a", "b", "robots.txt").forEach(path -> queue.add(pending("http://e.com/" + path)));
        runAll();
        assertThat(order).containsExactly("http://e.com/a", "http://e.com/robots.txt", "http://e.com/b");
    }

    @Test
    void withOnePermitALookUpWaitsForEveryCheck() {
        var queue = queue(1, 4);
        queue.add(pending("http://first.example/"));
        queue.add(lookup("http://archive.example/1"));
        queue.add(lookup("http://archive.example/2"));
        queue.add(pending("http://last.example/"));
        runAll();
        assertThat(order)
                .containsExactly(
                        "http://first.example/",
                        "http://last.example/",
                        "http://archive.example/1",
                        "http://archive.example/2");
    }

    @Test
    void connectsThatTakeVariousTimesBringNoTwoRequestsTogether() {
        var queue = queue(16, 4);
        var random = new Random(1);
        connect = pending -> Duration.ofMillis(random.nextInt(3) * 170L);
        for (var i = 0; i < 40; i++) {
            queue.add(pending("http://e.com/" + i));
        }
        runAll();
        var times = startsOf("e.com");
        assertThat(times).hasSize(40);
        for (var i = 1; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - 1), times.get(i))).isGreaterThanOrEqualTo(INTERVAL);
        }
    }

    @Test
    void aHostThatCannotBeReachedIsTriedSideBySide() {
        var queue = queue(16, 4);
        connect = pending -> Duration.ofSeconds(10);
        reached = false;
        for (var i = 0; i < 9; i++) {
            queue.add(pending("http://e.com/" + i));
        }
        runAll();
        assertThat(mostPerHost).isEqualTo(4);
        assertThat(elapsed()).isLessThan(Duration.ofSeconds(32));
    }

    @Test
    void amongHostsThatMayBeAskedTheOneWithTheLongestLineGoesFirst() {
        var queue = queue(1, 1);
        queue.add(pending("http://first.example/"));
        queue.add(pending("http://small.example/"));
        queue.add(pending("http://large.example/1"));
        queue.add(pending("http://large.example/2"));
        runAll();
        assertThat(order)
                .containsExactly(
                        "http://first.example/",
                        "http://large.example/1",
                        "http://small.example/",
                        "http://large.example/2");
    }

    @Test
    void aHostThatIsNotYetToBeAskedHoldsNoPermitThatAnotherCouldUse() {
        var queue = queue(1, 4);
        for (var i = 0; i < 5; i++) {
            queue.add(pending("http://busy.example/" + i));
        }
        latency = pending -> Duration.ofMillis(1);
        for (var i = 0; i < 50; i++) {
            queue.add(pending("http://other" + i + ".example/"));
        }
        runAll();
        assertThat(elapsed()).isLessThan(Duration.ofMillis(460));
    }

    @Test
    void aRequestSentAgainStandsBehindAllThatWereNotSentYet() {
        var queue = queue(8, 1);
        latency = pending -> Duration.ofMillis(10);
        queue.again(pending("http://e.example/again"), Duration.ofMillis(150));
        for (var i = 0; i < 5; i++) {
            queue.add(pending("http://e.example/" + i));
        }
        runAll();
        assertThat(order).last().isEqualTo("http://e.example/again");
        assertThat(elapsed()).isEqualTo(Duration.ofMillis(510));
    }

    @Test
    void aHostThatSaysWhenIsLeftAloneUntilThenAndTheOthersAreNot() {
        var queue = queue(8, 1);
        feedback = pending -> pending.request.url().path().equals("/0") && pending.host.startsWith("a")
                ? new HostFeedback(Mood.COMPLAINS, Optional.of(Duration.ofSeconds(30)))
                : new HostFeedback(Mood.CONTENT, Optional.empty());
        for (var i = 0; i < 3; i++) {
            queue.add(pending("http://a.example/" + i));
            queue.add(pending("http://b.example/" + i));
        }
        runAll();
        assertThat(Duration.between(
                        startsOf("a.example").get(0), startsOf("a.example").get(1)))
                .isEqualTo(Duration.ofMillis(30_050));
        assertThat(startsOf("b.example").get(2)).isEqualTo(ManualScheduler.START.plus(INTERVAL.multipliedBy(2)));
        assertThat(toldToWait).isEmpty();
    }

    @Test
    void aHostThatAsksForMoreThanThePatienceLosesItsLineAtOnce() {
        var queue = queue(8, 1);
        feedback = pending -> new HostFeedback(Mood.COMPLAINS, Optional.of(Duration.ofHours(1)));
        for (var i = 0; i < 3; i++) {
            queue.add(pending("http://a.example/" + i));
        }
        runAll();
        queue.add(pending("http://a.example/late"));
        assertThat(order).containsExactly("http://a.example/0");
        assertThat(toldToWait).containsExactly("http://a.example/1", "http://a.example/2", "http://a.example/late");
        assertThat(elapsed()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void aHostThatIsBusyEightTimesInARowIsLeftAlone() {
        var queue = queue(8, 1);
        feedback = pending -> new HostFeedback(Mood.BUSY, Optional.empty());
        for (var i = 0; i < 20; i++) {
            queue.add(pending("http://a.example/" + i));
        }
        runAll();
        assertThat(order).hasSize(8);
        assertThat(toldToWait).hasSize(12);
        assertThat(elapsed()).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void shortWaitsWithoutEndAddUpToMoreThanThePatience() {
        var queue = queue(8, 1);
        feedback = pending -> new HostFeedback(Mood.COMPLAINS, Optional.of(Duration.ofSeconds(50)));
        for (var i = 0; i < 100; i++) {
            queue.add(pending("http://a.example/" + i));
        }
        runAll();
        assertThat(order).hasSize(3);
        assertThat(toldToWait).hasSize(97);
        assertThat(elapsed()).isLessThan(PATIENCE);
    }

    @Test
    void anAnswerThatWasUnderWayBeforeDoesNotTakeBackThatTheHostAskedForMoreThanThePatience() {
        var queue = queue(8, 3);
        var millis = Map.of("/0", 400, "/1", 150);
        latency = pending ->
                Duration.ofMillis(millis.getOrDefault(pending.request.url().path(), 300));
        feedback = pending -> pending.request.url().path().equals("/0")
                ? new HostFeedback(Mood.CONTENT, Optional.empty())
                : new HostFeedback(Mood.COMPLAINS, Optional.of(Duration.ofHours(1)));
        for (var i = 0; i < 3; i++) {
            queue.add(pending("http://a.example/" + i));
        }
        runAll();
        queue.add(pending("http://a.example/late"));
        runAll();
        assertThat(order).hasSize(3);
        assertThat(toldToWait).containsExactly("http://a.example/late");
        assertThat(elapsed()).isLessThan(PATIENCE);
    }

    @Test
    void answersToRequestsUnderWayTogetherAreOneWaitNotSeveral() {
        var queue = queue(8, 4);
        latency = pending -> Duration.ofSeconds(1);
        feedback = pending -> pending.attempts == 0 && time.now().isBefore(ManualScheduler.START.plusSeconds(2))
                ? new HostFeedback(Mood.COMPLAINS, Optional.of(Duration.ofSeconds(100)))
                : new HostFeedback(Mood.CONTENT, Optional.empty());
        for (var i = 0; i < 6; i++) {
            queue.add(pending("http://a.example/" + i));
        }
        runAll();
        assertThat(toldToWait).isEmpty();
        assertThat(order).hasSize(6);
    }

    @Test
    void onlyOneAlarmIsSetHoweverManyHostsWait() {
        var queue = queue(1000, 4);
        latency = pending -> Duration.ofDays(1);
        for (var i = 0; i < 200; i++) {
            queue.add(pending("http://h" + i + ".example/1"));
            queue.add(pending("http://h" + i + ".example/2"));
        }
        assertThat(time.waiting()).isEqualTo(200 + 1);
    }

    @Test
    void theSchemesOfOneNameAreOneHostAndAnotherPortIsAnother() {
        assertThat(pending("http://E.com./").host).isEqualTo("e.com");
        assertThat(pending("https://e.com/").host).isEqualTo("e.com");
        assertThat(pending("http://e.com:8080/").host).isEqualTo("e.com:8080");
    }
}
