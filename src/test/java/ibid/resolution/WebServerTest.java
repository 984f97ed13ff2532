package ibid.resolution;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.head;
import static com.github.tomakehurst.wiremock.client.WireMock.permanentRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import ibid.archive.Archive;
import ibid.archive.Lookups;
import ibid.config.Settings;
import ibid.config.TestSettings;
import ibid.config.UsageException;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import ibid.web.OkHttpWeb;
import ibid.web.Robots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The verdicts of the design over real sockets: scripted servers, the one HTTP client, no waiting. */
class WebServerTest {
    @RegisterExtension
    static final WireMockExtension SITE = WireMockExtension.newInstance()
            .options(WireMockConfiguration.wireMockConfig().dynamicPort().gzipDisabled(true))
            .build();

    private final TurnedClock clock = new TurnedClock();
    private OkHttpWeb web;
    private TargetResolver resolver;

    @BeforeEach
    void open() throws UsageException {
        // A loaded machine may miss the short time-out once; the tries in between cost no time here.
        open(true, 4);
        SITE.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
        answers("/good", aResponse().withBody("good"));
    }

    private void open(boolean allowPrivate, int retries) throws UsageException {
        var all = Settings.DEFAULTS;
        var settings = all.withWeb(new Settings.Web(
                        8,
                        4,
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        retries,
                        10,
                        1 << 20,
                        "ibid-test",
                        List.of(),
                        allowPrivate,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofMinutes(2),
                        List.of()))
                .withArchive(new Settings.Archive(false, 1 << 20, 1 << 20))
                .withLookup(TestSettings.withoutLookups())
                .withMemory(TestSettings.forgetful());
        web = new OkHttpWeb(settings.web(), clock, WebServerTest::lookup, new SplittableRandom(1), clock);
        resolver = new TargetResolver(
                settings,
                web,
                new Robots(web, settings.web().userAgent()),
                Archive.NONE,
                Lookups.of(settings, clock),
                Path.of(""),
                InstantSource.fixed(Scene.NOW),
                new SplittableRandom(1));
    }

    private static List<InetAddress> lookup(String host) throws UnknownHostException {
        if (host.startsWith("gone")) {
            throw new UnknownHostException(host + ": Name or service not known");
        }
        return List.of(InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1}));
    }

    @AfterEach
    void close() {
        web.close();
    }

    private static void answers(String path, ResponseDefinitionBuilder answer) {
        SITE.stubFor(any(urlEqualTo(path)).willReturn(answer));
    }

    private static void answersFirst(String path, ResponseDefinitionBuilder first) {
        SITE.stubFor(any(urlEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(first)
                .willSetStateTo("good"));
        SITE.stubFor(any(urlEqualTo(path))
                .inScenario(path)
                .whenScenarioStateIs("good")
                .willReturn(aResponse()));
    }

    private static String url(String path) {
        return "http://site.e.com:" + SITE.getPort() + path;
    }

    private Resolution resolve(String address) {
        try {
            return clock.await(
                    resolver.resolve(new UrlTarget(address, Url.parse(address).orElseThrow())));
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("the future never fails", e);
        }
    }

    private Reason reason(String path) {
        return resolve(url(path)).outcome().reason();
    }

    @Test
    void aliveMovedNotFoundGone() {
        answers("/moved", permanentRedirect("/good"));
        answers("/elsewhere", temporaryRedirect("/good"));
        answers("/gone", aResponse().withStatus(410));
        assertThat(reason("/good")).isEqualTo(Reason.OK);
        assertThat(reason("/moved")).isEqualTo(Reason.PERMANENT_REDIRECT);
        assertThat(reason("/elsewhere")).isEqualTo(Reason.TEMPORARY_REDIRECT);
        assertThat(reason("/missing")).isEqualTo(Reason.NOT_FOUND);
        assertThat(reason("/gone")).isEqualTo(Reason.GONE);
    }

    @Test
    void resetAndSlowCannotTell() throws UsageException {
        answers("/reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        answers("/slow", aResponse().withFixedDelay(1500));
        assertThat(reason("/reset")).isEqualTo(Reason.RESET);
        web.close();
        open(true, 0);
        assertThat(reason("/slow")).isEqualTo(Reason.TIMEOUT);
    }

    @Test
    void whatPassesIsAskedAgain() {
        answersFirst("/limit", aResponse().withStatus(429).withHeader("Retry-After", "30"));
        answersFirst("/busy", aResponse().withStatus(503));
        answers("/limits", aResponse().withStatus(429).withHeader("Retry-After", "3600"));
        answers("/down", aResponse().withStatus(503));
        assertThat(reason("/limit")).isEqualTo(Reason.OK);
        assertThat(reason("/busy")).isEqualTo(Reason.OK);
        assertThat(reason("/down")).isEqualTo(Reason.SERVER_ERROR);
        assertThat(reason("/limits")).isEqualTo(Reason.RATE_LIMITED);
    }

    @Test
    void headRefusedIsAskedByGet() {
        SITE.stubFor(head(urlEqualTo("/get-only.pdf")).willReturn(aResponse().withStatus(405)));
        SITE.stubFor(get("/get-only.pdf").willReturn(aResponse().withBody("here")));
        SITE.stubFor(head(urlEqualTo("/no-head.pdf")).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        SITE.stubFor(get("/no-head.pdf").willReturn(aResponse().withBody("here")));
        answers("/first.pdf", aResponse().withHeader("Content-Type", "application/pdf"));
        assertThat(reason("/first.pdf")).isEqualTo(Reason.OK);
        assertThat(resolve(url("/get-only.pdf")).outcome().evidence())
                .containsExactly("HEAD answered 405, so GET was tried");
        assertThat(reason("/no-head.pdf")).isEqualTo(Reason.OK);
    }

    @Test
    void aBotWallCannotTellEvenCompressed() throws IOException {
        var body = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(body)) {
            gzip.write("<title>Just a moment...</title>".getBytes(StandardCharsets.UTF_8));
        }
        answers(
                "/wall",
                aResponse()
                        .withStatus(403)
                        .withHeader("Content-Type", "text/html")
                        .withHeader("Content-Encoding", "gzip")
                        .withBody(body.toByteArray()));
        var outcome = resolve(url("/wall")).outcome();
        assertThat(outcome.reason()).isEqualTo(Reason.BOT_WALL);
        assertThat(outcome.evidence())
                .containsExactly("GET answered 403, and the page says \"Just a moment...\" (Cloudflare)");
    }

    @Test
    void aLoopIsBrokenAndACookieGateIsNot() {
        answers("/round", temporaryRedirect("/about"));
        answers("/about", temporaryRedirect("/round"));
        answers("/gate", temporaryRedirect("/gate").withHeader("Set-Cookie", "seen=1; Path=/; HttpOnly"));
        SITE.stubFor(any(urlEqualTo("/gate"))
                .atPriority(1)
                .withCookie("seen", equalTo("1"))
                .willReturn(aResponse()));
        assertThat(reason("/round")).isEqualTo(Reason.REDIRECT_LOOP);
        assertThat(reason("/gate")).isEqualTo(Reason.TEMPORARY_REDIRECT);
    }

    @Test
    void credentialsDoNotReachAnotherOrigin() {
        answers("/private", temporaryRedirect("http://other.f.com:" + SITE.getPort() + "/good"));
        var address = url("/private").replace("//", "//user:secret@");
        assertThat(resolve(address).outcome().reason()).isEqualTo(Reason.TEMPORARY_REDIRECT);
        SITE.verify(
                getRequestedFor(urlEqualTo("/private")).withHeader("Authorization", equalTo("Basic dXNlcjpzZWNyZXQ=")));
        SITE.verify(getRequestedFor(urlEqualTo("/good")).withHeader("Authorization", absent()));
    }

    @Test
    void deadHostsAreBrokenOnceAnotherHasAnswered() throws IOException {
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThat(reason("/good")).isEqualTo(Reason.OK);
        var refused = resolve("http://site.e.com:" + closed + "/").outcome();
        assertThat(refused.reason()).isEqualTo(Reason.REFUSED);
        assertThat(refused.evidence())
                .containsExactly("the connection was refused, asked twice, while other hosts answer");
        assertThat(resolve("http://gone.e.com/").outcome().reason()).isEqualTo(Reason.NO_SUCH_HOST);
    }

    @Test
    void aPrivateAddressIsNotAsked() throws UsageException {
        web.close();
        open(false, 0);
        assertThat(reason("/good")).isEqualTo(Reason.PRIVATE_ADDRESS);
        assertThat(SITE.getAllServeEvents()).isEmpty();
    }
}
