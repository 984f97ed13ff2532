package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.Registries;
import ibid.config.Settings;
import ibid.config.Settings.Wayback;
import ibid.url.Url;
import ibid.web.WebFailure.Cause;
import ibid.web.WebRequest.Limits;
import ibid.web.WebRequest.Method;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service in a private network, named by the user, and a neighbour of it that nobody named. */
class NamedServicesTest {
    private final RawServer neighbour = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
    private final RawServer service = new RawServer(this::serve);
    private final TestWeb.With with = new TestWeb.With();

    /** Keeps its connections open, so that they lie ready for whoever asks next. */
    private void serve(Socket socket, int number) throws IOException {
        for (var head = RawServer.head(socket.getInputStream());
                !head.isEmpty();
                head = RawServer.head(socket.getInputStream())) {
            service.heads.add(head);
            var onward = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" + neighbour.port() + "/secret\r\n";
            RawServer.write(
                    socket,
                    (head.startsWith("GET /away") ? onward : "HTTP/1.1 200 OK\r\n") + "Content-Length: 2\r\n\r\nhi");
        }
    }

    @BeforeEach
    void setUp() {
        with.allowPrivate = false;
        with.services = new NamedServices(Set.of(origin("127.0.0.1"), origin("archive.lan")));
    }

    @AfterEach
    void nothingReachedTheNeighbour() {
        assertThat(neighbour.connections).hasValue(0);
        neighbour.close();
        service.close();
    }

    private String origin(String host) {
        return "http://" + host + ":" + service.port();
    }

    private static WebReply ask(TestWeb web, String address) {
        return web.await(web.web.send(new WebRequest(
                Method.GET,
                Url.parse(address).orElseThrow(),
                List.of(),
                Limits.ofLookup(Duration.ofSeconds(20)),
                true)));
    }

    private static void assertRefused(WebReply reply) {
        assertThat(reply)
                .isInstanceOfSatisfying(
                        WebFailure.class, failure -> assertThat(failure.cause()).isEqualTo(Cause.PRIVATE_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "archive.lan"})
    void aNamedServiceIsAskedButNobodyWhoCitesIt(String host) {
        try (var web = with.open()) {
            assertThat(ask(web, origin(host) + "/lookup")).isInstanceOf(WebResponse.class);
            assertRefused(web.get(origin(host) + "/lookup"));
            assertRefused(web.get(origin(host) + "/cited"));
            assertThat(web.web.anyHostAnswered()).isFalse();
        }
        assertThat(service.heads).hasSize(1);
    }

    @Test
    void whereItSendsToIsRefusedAsAnythingElse() {
        try (var web = with.open()) {
            var reply = (WebResponse) ask(web, origin("archive.lan") + "/away");
            var onward = reply.header("Location").orElseThrow();
            assertThat(onward).endsWith("/secret");
            assertRefused(ask(web, onward));
            assertRefused(web.get(onward));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:NEIGHBOUR/",
                "http://archive.lan:NEIGHBOUR/",
                "http://127.0.0.2:SERVICE/",
                "http://localhost:SERVICE/",
                "http://other.lan:SERVICE/",
                "https://archive.lan:SERVICE/",
                "https://127.0.0.1:SERVICE/",
            })
    void anotherPortHostOrSchemeIsNotTheService(String address) {
        try (var web = with.open()) {
            assertRefused(ask(
                    web, address.replace("NEIGHBOUR", "" + neighbour.port()).replace("SERVICE", "" + service.port())));
        }
        assertThat(service.connections).hasValue(0);
    }

    @Test
    void behindAProxyAServiceIsNamedAndCitedAsWithoutOne() {
        with.proxy = Optional.of(origin("127.0.0.1"));
        try (var web = with.open()) {
            assertThat(ask(web, origin("archive.lan") + "/lookup")).isInstanceOf(WebResponse.class);
            assertRefused(web.get(origin("archive.lan") + "/cited"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.0.0.1:8080/x, true",
        "http://10.0.0.2/cdx, true",
        "http://10.0.0.3:80/search, true",
        "http://10.0.0.4:9999/10.1/a, true",
        "http://10.0.0.1/x, false",
        "http://10.0.0.4:9998/, false",
        "https://web.archive.org/, false",
        "https://doi.org/10.1/a, false",
    })
    void thoseThatTheSettingsNameAreNamedAndNotTheUsualOnes(String address, boolean named) {
        var usual = Registries.PUBLIC;
        var lookup = new Settings.Lookup(
                true,
                true,
                Duration.ZERO,
                Optional.of(new Wayback("http://10.0.0.1:8080", Wayback.PUBLIC.replay())),
                List.of("http://10.0.0.2/cdx"),
                List.of("http://10.0.0.5/timemap/link"),
                Optional.of("http://10.0.0.3"),
                new Registries(
                        usual.handle(),
                        "http://10.0.0.4:9999",
                        usual.dataCite(),
                        usual.arxiv(),
                        usual.pubmed(),
                        usual.openLibrary()),
                Optional.empty());
        assertThat(NamedServices.of(lookup).hold(Url.parse(address).orElseThrow()))
                .isEqualTo(named);
    }
}
