package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.web.WebFailure.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadNetworkTest {
    private static final String UNPLUGGED = "Temporary failure in name resolution";
    private static final String NO_NAME = "Name or service not known";

    private final FakeNames names = new FakeNames();
    private final RawServer server =
            RawServer.answering("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi");
    private final TestWeb web = open();

    private TestWeb open() {
        var with = new TestWeb.With();
        with.names = names;
        with.retries = 3;
        return with.open();
    }

    @AfterEach
    void close() {
        web.close();
        server.close();
    }

    private List<String> urls(int hosts, int each) {
        var urls = new ArrayList<String>();
        for (var i = 0; i < each; i++) {
            for (var host = 0; host < hosts; host++) {
                urls.add("http://h" + host + ".org:" + server.port() + "/" + i);
            }
        }
        return urls;
    }

    @ParameterizedTest
    @ValueSource(strings = {UNPLUGGED, NO_NAME, "System error", "nodename nor servname provided, or not known"})
    void anUnpluggedNetworkIsFoundSoonAndSaidOnce(String message) {
        names.failAll(message);
        var replies = web.awaitAll(web.sendAll(urls(30, 20)));
        assertThat(web.web.networkDead()).isTrue();
        assertThat(web.web.anyHostAnswered()).isFalse();
        assertThat(web.virtual()).isLessThan(Duration.ofSeconds(5));
        assertThat(web.events.stream().filter("dead"::equals)).hasSize(1);
        assertThat(replies)
                .allSatisfy(reply -> assertThat(((WebFailure) reply).cause())
                        .isIn(Cause.NOT_SENT, Cause.DNS_FAILURE, Cause.NO_SUCH_HOST));
        assertThat(replies.stream().filter(reply -> reply.attempts() == 0).count())
                .isGreaterThan(100);
        assertThat(web.failure("http://later.org/"))
                .extracting(WebFailure::cause)
                .isEqualTo(Cause.NOT_SENT);
    }

    @Test
    void oneHostThatAnswersAndTheNetworkLives() {
        for (var i = 1; i < 20; i++) {
            names.fail("h" + i + ".org", UNPLUGGED);
        }
        var replies = web.awaitAll(web.sendAll(urls(20, 1)));
        assertThat(web.web.networkDead()).isFalse();
        assertThat(web.events).doesNotContain("dead");
        assertThat(replies.get(0)).isInstanceOf(WebResponse.class);
        assertThat(replies.subList(1, 20))
                .allSatisfy(reply -> assertThat(reply)
                        .isEqualTo(new WebFailure(Cause.DNS_FAILURE, "the name could not be looked up", 4, 4)));
    }

    @Test
    void namesThatDoNotExistAreNoSignWhileOtherNamesDo() {
        for (var i = 0; i < 10; i++) {
            names.fail("h" + i + ".org", NO_NAME);
        }
        var replies = web.awaitAll(web.sendAll(urls(10, 1)));
        assertThat(web.web.networkDead()).isFalse();
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply)
                        .isEqualTo(new WebFailure(Cause.NO_SUCH_HOST, "the name does not exist", 2, 2)));
        assertThat(names.asked.stream().filter(NetworkPulse.WITNESS::equals)).hasSize(1);
    }

    @Test
    void wherePublicNamesAreUnknownNoneIsSaidNotToExist() {
        names.failAll(NO_NAME).put("intranet", "127.0.0.1");
        names.fail("intranet", "");
        var all = web.sendAll(
                List.of("http://intranet:" + server.port() + "/", "http://gone.org/", "http://no-such-host.invalid/"));
        var replies = web.awaitAll(all);
        assertThat(replies.get(0)).isInstanceOf(WebResponse.class);
        assertThat(((WebFailure) replies.get(1)).cause()).isEqualTo(Cause.DNS_FAILURE);
        assertThat(((WebFailure) replies.get(1)).detail())
                .isEqualTo("the name does not exist, as example.com does not, which always exists");
        assertThat(((WebFailure) replies.get(2)).cause()).isEqualTo(Cause.NO_SUCH_HOST);
    }

    @Test
    void aNetworkThatIsDeadBeyondThisMachineLeavesItsOwnServersAlone() {
        names.failAll(UNPLUGGED);
        web.awaitAll(web.sendAll(urls(5, 2)));
        assertThat(web.web.networkDead()).isTrue();
        var here = web.awaitAll(web.sendAll(
                List.of("http://127.0.0.1:" + server.port() + "/1", "http://127.0.0.1:" + server.port() + "/2")));
        assertThat(here).allMatch(reply -> reply instanceof WebResponse);
    }

    @Test
    void allHostsThereAreMayBeOne() {
        names.failAll(UNPLUGGED);
        assertThat(web.failure("http://only.org/").cause()).isEqualTo(Cause.DNS_FAILURE);
        assertThat(web.web.networkDead()).isTrue();
        assertThat(web.events).contains("dead");
    }

    @Test
    void oneHostWhoseNameServerFailsIsNoDeadNetwork() {
        names.fail("only.org", UNPLUGGED);
        assertThat(web.failure("http://only.org/").cause()).isEqualTo(Cause.DNS_FAILURE);
        assertThat(web.web.networkDead()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whereTheHostsThatAnswerAreRememberedTheWitnessDecides(boolean networkLives) {
        for (var i = 0; i < 5; i++) {
            names.fail("h" + i + ".org", UNPLUGGED);
        }
        if (!networkLives) {
            names.fail(NetworkPulse.WITNESS, UNPLUGGED);
        }
        web.web.asksFew();
        web.awaitAll(web.sendAll(urls(5, 1)));
        assertThat(web.web.networkDead()).isEqualTo(!networkLives);
    }

    @Test
    void aNameThatCanNeverExistTellsNothing() {
        names.failAll(NO_NAME);
        assertThat(web.failure("http://no-such-host.invalid/"))
                .extracting(WebFailure::cause, WebFailure::times)
                .containsExactly(Cause.NO_SUCH_HOST, 2);
        assertThat(web.web.networkDead()).isFalse();
    }

    @Test
    void aStumblingNameServerGetsASecondChance() {
        for (var i = 0; i < 3; i++) {
            names.fail("h" + i + ".org", UNPLUGGED);
        }
        var futures = web.sendAll(urls(3, 1));
        while (web.events.stream().filter(event -> event.startsWith("failed 1")).count() < 3) {
            Thread.onSpinWait();
        }
        for (var i = 0; i < 3; i++) {
            names.fail("h" + i + ".org", "");
        }
        assertThat(web.awaitAll(futures)).allMatch(reply -> reply instanceof WebResponse && reply.attempts() == 2);
        assertThat(web.web.networkDead()).isFalse();
    }

    @Test
    void connectionsRefusedOnThisMachineAreNoDeadNetwork() {
        server.close();
        var replies = web.awaitAll(web.sendAll(urls(5, 1)));
        assertThat(replies)
                .allSatisfy(reply -> assertThat(((WebFailure) reply).cause()).isEqualTo(Cause.REFUSED));
        assertThat(web.web.networkDead()).isFalse();
    }
}
