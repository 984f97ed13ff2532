package ibid.web;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import ibid.url.Url;
import ibid.web.WebFailure.Cause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OkHttpWebTest {
    @RegisterExtension
    static final WireMockExtension SITE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().gzipDisabled(true))
            .build();

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

    private static String url(String path) {
        return "http://site.example:" + SITE.getPort() + path;
    }

    private static void stub(String path, ResponseDefinitionBuilder response) {
        SITE.stubFor(any(urlEqualTo(path)).willReturn(response));
    }

    /** The first answer, then {@code 200}. */
    private static void stubThenGood(String path, ResponseDefinitionBuilder first) {
        SITE.stubFor(get(path).inScenario(path).willReturn(first).willSetStateTo("good"));
        SITE.stubFor(get(path)
                .inScenario(path)
                .whenScenarioStateIs("good")
                .willReturn(aResponse().withBody("good")));
    }

    @Test
    void aResponseIsGivenAsItCameWithTheRequestAsItWent() {
        stub("/a?q=1", aResponse().withHeader("X-Odd-Case", "ä b").withBody("hello"));
        var response = web.response(url("/a?q=1#part"), new Header("Cookie", "c=ü"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.statusMessage()).isEqualTo("OK");
        assertThat(response.protocol()).isEqualTo("http/1.1");
        assertThat(response.url()).isEqualTo(url("/a?q=1"));
        assertThat(response.body().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        assertThat(response.truncated()).isEmpty();
        assertThat(response.remoteAddress()).contains("127.0.0.1");
        assertThat(response.at()).isEqualTo(ManualScheduler.START);
        assertThat(response.attempts()).isEqualTo(1);
        assertThat(response.headers()).extracting(Header::name).contains("X-Odd-Case");
        assertThat(response.requestHeaders())
                .contains(
                        new Header("User-Agent", "ibid-test"),
                        new Header("Accept-Encoding", "gzip, br"),
                        new Header("Host", "site.example:" + SITE.getPort()),
                        new Header("Connection", "Keep-Alive"),
                        new Header("Cookie", "c=ü"))
                .extracting(Header::name)
                .contains("Accept", "Accept-Language")
                .doesNotHaveDuplicates();
        assertThat(web.events).containsExactly("queued", "sent 1", "answered 1 200", "ended");
        assertThat(web.web.anyHostAnswered()).isTrue();
    }

    @Test
    void aCompressedBodyStaysCompressedUntilItIsDecoded() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("hello ".repeat(100).getBytes(StandardCharsets.UTF_8));
        }
        stub("/gzip", aResponse().withHeader("Content-Encoding", "gzip").withBody(packed.toByteArray()));
        var response = web.response(url("/gzip"));
        assertThat(response.body().bytes()).isEqualTo(packed.toByteArray());
        assertThat(response.header("content-encoding")).contains("gzip");
        assertThat(response.body().decoded(response.headers(), 1000).bytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("hello ".repeat(100));
    }

    @Test
    void theBodyIsCutAtItsCapAndNotOneByteBefore() {
        with.maxBodyBytes = 1000;
        reopen();
        stub("/exact", aResponse().withBody("x".repeat(1000)));
        stub("/more", aResponse().withBody("x".repeat(1001)));
        assertThat(web.response(url("/exact")).truncated()).isEmpty();
        var more = web.response(url("/more"));
        assertThat(more.truncated()).contains(WebResponse.Truncated.LENGTH);
        assertThat(more.body().size()).isEqualTo(1000);
    }

    @Test
    void headHasNoBody() {
        SITE.stubFor(head(urlEqualTo("/h")).willReturn(aResponse().withHeader("Content-Length", "5000")));
        var reply = (WebResponse) web.head(url("/h"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().size()).isZero();
        assertThat(reply.truncated()).isEmpty();
    }

    @Test
    void redirectsAreGivenNotFollowed() {
        stub("/r", aResponse().withStatus(301).withHeader("Location", "/a"));
        assertThat(web.response(url("/r")).status()).isEqualTo(301);
        SITE.verify(1, com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 405, 410, 418, 451, 501, 505, 999})
    void whatSaysSomethingAboutTheResourceIsNotAskedAgain(int status) {
        with.retries = 3;
        reopen();
        stub("/s" + status, aResponse().withStatus(status));
        var response = web.response(url("/s" + status));
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.attempts()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 520, 522, 530})
    void whatPassesIsAskedAgainLater(int status) {
        with.retries = 2;
        reopen();
        stubThenGood("/t" + status, aResponse().withStatus(status));
        var response = web.response(url("/t" + status));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.attempts()).isEqualTo(2);
        assertThat(web.events)
                .containsExactly("queued", "sent 1", "answered 1 " + status, "sent 2", "answered 2 200", "ended");
        assertThat(web.virtual()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
    }

    @Test
    void theLastAnswerIsGivenWhereItDoesNotPass() {
        with.retries = 2;
        reopen();
        stub("/500", aResponse().withStatus(500).withBody("broken"));
        var response = web.response(url("/500"));
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.attempts()).isEqualTo(3);
        assertThat(response.body().size()).isEqualTo(6);
        assertThat(web.virtual()).isBetween(Duration.ofMillis(1500), Duration.ofMillis(4500));
    }

    @ParameterizedTest
    @CsvSource({"429,30", "503,30", "503,1m", "429,30.0", "500,30"})
    void retryAfterMovesTheHost(int status, String asked) {
        with.retries = 2;
        reopen();
        stubThenGood("/w" + status + asked, aResponse().withStatus(status).withHeader("Retry-After", asked));
        var response = web.response(url("/w" + status + asked));
        assertThat(response.status()).isEqualTo(200);
        var seconds = asked.equals("1m") ? 60 : 30;
        assertThat(web.virtual()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(web.events)
                .contains("delayed site.example:" + SITE.getPort() + " PT" + (seconds == 60 ? "1M" : "30S"));
    }

    @Test
    void a503ThatSaysAtOnceIsNotAskedBehindTheQueuesBack() {
        stub("/zero", aResponse().withStatus(503).withHeader("Retry-After", "0"));
        var response = web.response(url("/zero"));
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("Retry-After")).contains("0");
        SITE.verify(1, com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor(urlEqualTo("/zero")));
    }

    @Test
    void aHostThatAsksForMorePatienceThanThereIsEndsItsWholeLineAtOnce() {
        with.retries = 2;
        with.maxInFlight = 1;
        reopen();
        stub("/long", aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        stub("/other", aResponse());
        var futures = web.sendAll(java.util.List.of(url("/long"), url("/other"), url("/other")));
        var replies = web.awaitAll(futures);
        assertThat(replies)
                .allSatisfy(reply -> assertThat(((WebFailure) reply).cause()).isEqualTo(Cause.TOLD_TO_WAIT));
        assertThat(replies).extracting(WebReply::attempts).containsExactly(1, 0, 0);
        assertThat(web.virtual()).isLessThan(Duration.ofSeconds(1));
        assertThat(web.failure(url("/other")).cause()).isEqualTo(Cause.TOLD_TO_WAIT);
        assertThat(web.response("http://elsewhere.example:" + SITE.getPort() + "/other")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theLastAttemptsAnswerIsGivenEvenWhereTheHostAsksToWait() {
        stub("/last", aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        assertThat(web.response(url("/last")).status()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECTION_RESET_BY_PEER, RESET, 3",
        "EMPTY_RESPONSE,           RESET, 3",
        "RANDOM_DATA_THEN_CLOSE,   PROTOCOL, 1",
    })
    void aBrokenAnswerIsNamed(Fault fault, Cause cause, int attempts) {
        with.retries = 2;
        reopen();
        stub("/" + fault, aResponse().withFault(fault));
        assertThat(web.failure(url("/" + fault)))
                .extracting(WebFailure::cause, WebFailure::times, WebFailure::attempts)
                .containsExactly(cause, attempts, attempts);
    }

    @Test
    void aMalformedChunkAfterAGoodStatusIsABodyCutShort() {
        stub("/chunk", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        var response = web.response(url("/chunk"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.truncated()).contains(WebResponse.Truncated.DISCONNECT);
        assertThat(response.attempts()).isEqualTo(1);
    }

    @Test
    void aHostThatTakesTooLongIsATimeOut() {
        with.retries = 1;
        with.timeout = TestWeb.SHORT;
        reopen();
        stub("/slow", aResponse().withFixedDelay(1000));
        assertThat(web.failure(url("/slow")))
                .extracting(WebFailure::cause, WebFailure::times, WebFailure::attempts)
                .containsExactly(Cause.TIMEOUT, 2, 2);
        assertThat(web.web.anyHostAnswered()).isFalse();
        assertThat(web.web.networkDead()).as("it was connected to").isFalse();
        assertThat(web.events)
                .containsExactly("queued", "sent 1", "failed 1 TIMEOUT", "sent 2", "failed 2 TIMEOUT", "ended");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 504})
    void aLookUpIsAskedOnceWhateverTheRetriesOfChecks(int status) {
        with.retries = 3;
        reopen();
        stub("/cdx", aResponse().withStatus(status));
        var reply = web.await(web.web.send(lookup("/cdx", Duration.ofSeconds(60))));
        assertThat(reply)
                .isInstanceOfSatisfying(
                        WebResponse.class,
                        response -> assertThat(response.status()).isEqualTo(status));
        assertThat(reply.attempts()).isEqualTo(1);
    }

    @Test
    void aLookUpHasItsOwnTimeOut() {
        with.retries = 3;
        with.timeout = TestWeb.SHORT;
        reopen();
        stub("/slow", aResponse().withFixedDelay(400).withBody("late"));
        assertThat(web.await(web.web.send(lookup("/slow", Duration.ofSeconds(60)))))
                .isInstanceOf(WebResponse.class);
        var hasty = web.await(web.web.send(lookup("/slow", Duration.ofMillis(100))));
        assertThat(hasty)
                .isInstanceOfSatisfying(
                        WebFailure.class, failure -> assertThat(failure.cause()).isEqualTo(Cause.TIMEOUT));
        assertThat(hasty.attempts()).isEqualTo(1);
    }

    private static WebRequest lookup(String path, Duration timeout) {
        return new WebRequest(
                WebRequest.Method.GET,
                Url.parse(url(path)).orElseThrow(),
                List.of(),
                WebRequest.Limits.ofLookup(timeout));
    }
}
