package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.web.WebFailure.Cause;
import ibid.web.WebRequest.Method;
import ibid.web.WebResponse.Truncated;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a raw socket can do wrong. */
class WireFaultsTest {
    private final TestWeb.With with = new TestWeb.With();
    private TestWeb web = with.open();

    @AfterEach
    void close() {
        web.close();
    }

    private void reopen() {
        web.close();
        web = with.open();
    }

    private static String url(RawServer server) {
        return "http://raw.example:" + server.port() + "/";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nonly this\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nonly this\r\nzz\r\n",
            })
    void whatCameBeforeTheConnectionBrokeOffIsKept(String answer) {
        try (var server = RawServer.answering(answer)) {
            var response = web.response(url(server));
            assertThat(response.truncated()).contains(Truncated.DISCONNECT);
            assertThat(response.body().bytes()).asString().isEqualTo("only this");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 205 Reset Content\r\nContent-Length: 5\r\n\r\nhello",
                "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 2\r\n\r\nno",
            })
    void aStatusThatTheClientRefusesStands(String answer) {
        try (var server = RawServer.answering(answer)) {
            var response = web.response(url(server));
            assertThat(answer).startsWith("HTTP/1.1 " + response.status());
            assertThat(response.header("Content-Length")).isPresent();
        }
    }

    @Test
    void whatAHostWritesTooMuchAfterOneAnswerSpoilsNoOther() {
        var server = new RawServer((socket, number) -> {
            while (!RawServer.head(socket.getInputStream()).isEmpty()) {
                RawServer.write(socket, "HTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\nabcabc");
            }
        });
        try (server) {
            for (var i = 0; i < 4; i++) {
                assertThat(web.response(url(server)).status()).isEqualTo(404);
            }
            assertThat(((WebResponse) web.head(url(server))).status()).isEqualTo(404);
            assertThat(web.response(url(server)).status()).isEqualTo(404);
        }
    }

    @Test
    void aBodyWithoutLengthEndsWithTheConnection() {
        try (var server = RawServer.answering("HTTP/1.0 200 Fine by me\r\n\r\nall of it")) {
            var response = web.response(url(server));
            assertThat(response.truncated()).isEmpty();
            assertThat(response.statusMessage()).isEqualTo("Fine by me");
            assertThat(response.body().bytes()).asString().isEqualTo("all of it");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 5", "'Connection: keep-alive', 1"})
    void aServerOfHttp10HangsUpUnlessItSaysOtherwise(String header, int connections) {
        var answer =
                "HTTP/1.0 200 OK\r\nContent-Length: 2\r\n%s\r\nok".formatted(header.isEmpty() ? "" : header + "\r\n");
        var server = new RawServer((socket, number) -> {
            while (!RawServer.head(socket.getInputStream()).isEmpty()) {
                RawServer.write(socket, answer);
                if (header.isEmpty()) {
                    socket.close();
                    return;
                }
            }
        });
        try (server) {
            for (var i = 0; i < 5; i++) {
                var response = web.response(url(server));
                assertThat(response.body().bytes()).asString().isEqualTo("ok");
                assertThat(response.attempts()).isOne();
            }
            assertThat(server.connections).hasValue(connections);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n",
                "220 mail.example ESMTP\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "<html>no head at all</html>\n\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\nTransfer-Encoding: gzip, what\r\n: \r\n\r\n",
            })
    void whatIsNotHttpEndsAsAValue(String answer) {
        try (var server = RawServer.answering(answer)) {
            var reply = web.get(url(server));
            assertThat(reply instanceof WebResponse
                            || (reply instanceof WebFailure failure && failure.cause() == Cause.PROTOCOL))
                    .as(reply.toString())
                    .isTrue();
        }
    }

    @Test
    void headersWithoutEndAreALimitNotAMemoryHole() {
        var server = new RawServer((socket, number) -> {
            RawServer.head(socket.getInputStream());
            RawServer.write(socket, "HTTP/1.1 200 OK\r\n");
            var line = "X-Filler: " + "x".repeat(1000) + "\r\n";
            for (var i = 0; i < 5000; i++) {
                RawServer.write(socket, line);
            }
        });
        try (server) {
            assertThat(web.failure(url(server)).cause()).isEqualTo(Cause.PROTOCOL);
        }
    }

    @Test
    void aBodyThatStallsIsCutByTime() {
        with.timeout = TestWeb.SHORT;
        reopen();
        var server = new RawServer((socket, number) -> {
            RawServer.head(socket.getInputStream());
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome");
        });
        try (server) {
            var response = web.response(url(server));
            assertThat(response.truncated()).contains(Truncated.TIME);
            assertThat(response.body().bytes()).asString().isEqualTo("some");
        }
    }

    @Test
    void aBodyThatTricklesIsCutByTheOverallLimit() throws Exception {
        var trickling = new CountDownLatch(20);
        var server = new RawServer((socket, number) -> {
            RawServer.head(socket.getInputStream());
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            while (true) {
                RawServer.write(socket, "1\r\nx\r\n");
                trickling.countDown();
                pause();
            }
        });
        try (server) {
            var future = web.web.send(TestWeb.request(Method.GET, url(server)));
            assertThat(trickling.await(5, TimeUnit.SECONDS)).isTrue();
            web.time.advance(with.timeout.multipliedBy(Attempt.OVERALL_TIMEOUTS));
            var response = (WebResponse) web.await(future);
            assertThat(response.truncated()).contains(Truncated.TIME);
            assertThat(response.body().size()).isPositive();
        }
    }

    /** A short wait of the server's, not of a schedule. */
    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
    }

    @Test
    void aHostThatIsNotThereIsRefusedTwice() throws IOException {
        int port;
        try (var unused = new ServerSocket(0)) {
            port = unused.getLocalPort();
        }
        var failure = web.failure("http://gone.example:" + port + "/");
        assertThat(failure)
                .extracting(WebFailure::cause, WebFailure::times, WebFailure::attempts)
                .containsExactly(Cause.REFUSED, 2, 2);
        assertThat(web.web.networkDead()).isFalse();
        assertThat(web.web.anyHostAnswered()).isFalse();
    }

    @Test
    void aKeptConnectionThatHasGoneCostsNoRetry() {
        var server = new RawServer((socket, number) -> {
            RawServer.head(socket.getInputStream());
            RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
            if (number == 1) {
                // Takes the second request on the kept connection and goes away.
                RawServer.head(socket.getInputStream());
                RawServer.reset(socket);
            }
        });
        try (server) {
            assertThat(web.response(url(server)).attempts()).isEqualTo(1);
            var second = web.response(url(server));
            assertThat(second.status()).isEqualTo(200);
            assertThat(second.attempts()).isEqualTo(2);
            assertThat(server.connections).hasValue(2);
        }
    }

    @Test
    void connectionsAreKeptAndReused() {
        var server = new RawServer((socket, number) -> {
            while (!RawServer.head(socket.getInputStream()).isEmpty()) {
                RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi");
            }
        });
        try (server) {
            for (var i = 0; i < 5; i++) {
                web.response(url(server));
            }
            assertThat(server.connections).hasValue(1);
            assertThat(web.virtual()).as("the interval").isEqualTo(java.time.Duration.ofMillis(400));
        }
    }

    @Test
    void closingEndsEverythingAlsoWhatIsUnderWay() throws Exception {
        var asked = new CountDownLatch(2);
        var server = new RawServer((socket, number) -> {
            RawServer.head(socket.getInputStream());
            asked.countDown();
        });
        try (server) {
            var urls = new java.util.ArrayList<String>();
            for (var i = 0; i < 20; i++) {
                urls.add("http://h" + i % 2 + ".example:" + server.port() + "/" + i);
            }
            var futures = web.sendAll(urls);
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            web.close();
            assertThat(futures).allMatch(java.util.concurrent.CompletableFuture::isDone);
            assertThat(futures)
                    .allSatisfy(future ->
                            assertThat(((WebFailure) future.join()).cause()).isEqualTo(Cause.NOT_SENT));
            assertThat(((WebFailure) web.web
                                    .send(TestWeb.request(Method.GET, url(server)))
                                    .join())
                            .cause())
                    .isEqualTo(Cause.NOT_SENT);
            assertThat(web.events.stream().filter("ended"::equals)).hasSize(21);
        }
    }

    @Test
    void stoppingLetsGoOfWhatWaitsAndKeepsWhatIsUnderWay() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var server = new RawServer((socket, number) -> {
            RawServer.head(socket.getInputStream());
            asked.countDown();
            try {
                answer.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            RawServer.write(socket, "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n");
        });
        try (server) {
            var futures = web.sendAll(java.util.List.of(url(server), url(server) + "2", url(server) + "3"));
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            web.web.stop();
            answer.countDown();
            var replies = futures.stream().map(web::await).toList();
            assertThat(((WebResponse) replies.get(0)).status())
                    .as("not asked again")
                    .isEqualTo(500);
            assertThat(((WebFailure) replies.get(1)).cause()).isEqualTo(Cause.NOT_SENT);
            assertThat(((WebFailure) replies.get(2)).detail()).isEqualTo("the run was stopped");
        }
    }
}
