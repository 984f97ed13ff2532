package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.url.Url;
import ibid.web.WebRequest.Content;
import ibid.web.WebRequest.Limits;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A POST is sent once, whatever comes of it: it may have been acted on. */
class PostTest {
    private static final Content FORM = new Content("application/x-www-form-urlencoded", "url=https%3A%2F%2Fe.com%2F");

    private static WebReply post(int port) {
        var with = new TestWeb.With();
        with.retries = 3;
        with.timeout = Duration.ofMillis(300);
        try (var web = with.open()) {
            var url = Url.parse("http://127.0.0.1:" + port + "/save").orElseThrow();
            var limits = Limits.ofLookup(Duration.ofMillis(300));
            return web.await(
                    web.web.send(WebRequest.post(url, List.of(new Header("Authorization", "LOW a:b")), FORM, limits)));
        }
    }

    private static String received(Socket socket) throws IOException {
        var head = RawServer.head(socket.getInputStream());
        return head + new String(socket.getInputStream().readNBytes(FORM.text().length()), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 421 Misdirected Request\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 429 Too Many Requests\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
                "",
                "nonsense"
            })
    void itIsSentOnce(String answer) {
        var requests = new ConcurrentLinkedQueue<String>();
        try (var server = new RawServer((socket, number) -> {
            requests.add(received(socket));
            RawServer.write(socket, answer);
            socket.close();
        })) {
            var reply = post(server.port());
            assertThat(requests)
                    .singleElement()
                    .satisfies(request -> assertThat(request)
                            .startsWith("POST /save HTTP/1.1\r\n")
                            .contains("Content-Type: application/x-www-form-urlencoded\r\n")
                            .contains("Content-Length: " + FORM.text().length() + "\r\n")
                            .contains("Authorization: LOW a:b\r\n")
                            .endsWith(FORM.text()));
            if (reply instanceof WebFailure failure) {
                assertThat(failure.reached()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatNeverArrivedIsToldFromWhatMayHave(boolean accepts) throws IOException {
        int port;
        try (var server = new RawServer((socket, number) -> received(socket))) {
            port = server.port();
            if (accepts) {
                assertReached(port, true);
            }
        }
        if (!accepts) {
            assertReached(port, false);
        }
    }

    private static void assertReached(int port, boolean reached) {
        assertThat(post(port))
                .isInstanceOfSatisfying(
                        WebFailure.class,
                        failure -> assertThat(failure.reached()).isEqualTo(reached));
    }
}
