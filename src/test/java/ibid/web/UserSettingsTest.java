package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ibid.config.Settings;
import ibid.config.StatusRanges;
import ibid.config.UsageException;
import ibid.url.Url;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, proxy and certificates as the user writes them. */
class UserSettingsTest {
    private static final String GOOD = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi";

    private final TestWeb.With with = new TestWeb.With();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-A: b                                 | https://e.com/     | X-A=b",
                "X-A:https://x=y                        | http://e.com/      | X-A=https://x=y",
                "https://e.com=Authorization: Bearer s  | https://e.com/page | Authorization=Bearer s",
                "https://e.com:443/=Cookie: a=b; c      | https://e.com/     | Cookie=a=b; c",
                "https://E.com=X-Api-Key:k              | https://e.com:443/ | X-Api-Key=k",
                "https://e.com=Authorization: Bearer s  | http://e.com/      | ''",
                "https://e.com=Authorization: Bearer s  | https://e.com:8443/| ''",
                "https://e.com=Authorization: Bearer s  | https://www.e.com/ | ''",
                "https://e.com=Authorization: Bearer s  | https://e.com.evil.example/ | ''",
            })
    void aHeaderGoesWhereItIsMeantFor(String text, String url, String expected) throws UsageException {
        with.headers = List.of(text);
        var sent = ExtraHeaders.of(with.settings()).of(Url.parse(url).orElseThrow());
        assertThat(sent.stream().map(header -> header.name() + "=" + header.value()))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Bearer s3cret",
                "cookie: s3cret",
                "Proxy-Authorization: s3cret",
                "X-API-KEY: s3cret",
                "X-Auth-Token: s3cret",
                "PRIVATE-TOKEN: s3cret",
                "s3cret",
                ": s3cret",
                "Bad Name: s3cret",
                "https://e.com/path=X-A: s3cret",
                "https://=X-A: s3cret",
                "https://u:s3cret@e.com=X-A: b",
                "X-A: s3cret\r\nX-B: c",
                "Naïve: s3cret",
                "https://e.com: s3cret",
            })
    void aHeaderThatWouldLeakOrMakesNoSenseIsAUsersMistakeAndItsValueIsNotRepeated(String text) {
        with.headers = List.of(text);
        assertThatThrownBy(() -> ExtraHeaders.of(with.settings()))
                .isInstanceOf(UsageException.class)
                .message()
                .doesNotContain("s3cret")
                .endsWith(".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api.e.com      | X-Key: k                | https://api.e.com/     | X-Key=k",
                "API.e.com.     | Authorization: Bearer k | https://api.e.com:444/ | Authorization=Bearer k",
                "api.e.com:8443 | Authorization: Bearer k | https://api.e.com:8443/| Authorization=Bearer k",
                "api.e.com:8443 | Authorization: Bearer k | https://api.e.com/     | ''",
                "*.e.com        | X-Mine: 1               | http://a.b.e.com/      | X-Mine=1",
                "*.e.com        | X-Mine: 1               | http://e.com/          | ''",
                "e.com          | X-Mine: 1               | http://evile.com/      | ''",
                "e.com          | X-Mine: 1               | http://e.com.evil.org/ | ''",
                "api.e.com      | Authorization: Bearer k | http://api.e.com/      | ''",
                "127.0.0.1      | Authorization: Bearer k | http://127.0.0.1:8080/ | Authorization=Bearer k",
            })
    void aHeaderOfAHostGoesToItAloneAndItsKeyNotInTheClear(String host, String text, String url, String expected)
            throws UsageException {
        with.hosts = List.of(
                new Settings.Host(host, OptionalInt.empty(), Optional.empty(), List.of(text), StatusRanges.NONE),
                new Settings.Host(
                        host, OptionalInt.empty(), Optional.empty(), List.of("X-Second: never"), StatusRanges.NONE));
        var sent = ExtraHeaders.of(with.settings()).of(Url.parse(url).orElseThrow());
        assertThat(sent.stream().map(header -> header.name() + "=" + header.value()))
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void theUsersHeadersReplaceTheUsualOnesAndTheCallersReplaceThose() {
        with.headers = List.of("Accept-Language: de", "X-Mine: 1");
        try (var server = RawServer.answering(GOOD);
                var web = with.open()) {
            web.get("http://e.example:" + server.port() + "/", new Header("X-Mine", "2"));
            assertThat(server.heads.get(0))
                    .contains("Accept-Language: de\r\n")
                    .contains("X-Mine: 2\r\n")
                    .doesNotContain("X-Mine: 1");
        }
    }

    @Test
    void aLineBreakInACallersHeaderIsNotSent() {
        try (var server = RawServer.answering(GOOD);
                var web = with.open()) {
            web.get("http://e.example:" + server.port() + "/", new Header("Cookie", "a=b\r\nX-Smuggled: 1"));
            assertThat(server.heads.get(0)).doesNotContain("Smuggled").doesNotContain("Cookie");
        }
    }

    @Test
    void aProxyIsAskedForTheWholeAddressAndItsPasswordIsNotRecorded() {
        try (var proxy = RawServer.answering(GOOD)) {
            with.proxy = Optional.of("http://user:s3cret@127.0.0.1:" + proxy.port());
            with.names = new FakeNames().fail("far.example", "Name or service not known");
            with.allowPrivate = false;
            try (var web = with.open()) {
                var response = web.response("http://far.example/page");
                var secret = Base64.getEncoder().encodeToString("user:s3cret".getBytes(StandardCharsets.UTF_8));
                assertThat(proxy.heads.get(0))
                        .startsWith("GET http://far.example/page HTTP/1.1\r\n")
                        .contains("Proxy-Authorization: Basic " + secret);
                assertThat(response.requestHeaders()).extracting(Header::name).doesNotContain("Proxy-Authorization");
                assertThat(response.remoteAddress()).isEmpty();
            }
        }
    }

    @Test
    void aProxyThatRefusesTheTunnelIsNoDeadNetwork() {
        try (var proxy = RawServer.answering("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n")) {
            with.proxy = Optional.of("127.0.0.1:" + proxy.port());
            try (var web = with.open()) {
                assertThat(web.failure("https://far.example/").cause()).isEqualTo(WebFailure.Cause.PROTOCOL);
                assertThat(proxy.heads.get(0)).startsWith("CONNECT far.example:443 HTTP/1.1\r\n");
                assertThat(web.web.networkDead()).isFalse();
            }
        }
    }

    @Test
    void aProxyThatIsDeadIsToldAsWhatItIs() {
        var port = 0;
        try (var closed = RawServer.answering(GOOD)) {
            port = closed.port();
        }
        with.proxy = Optional.of("http://user:s3cret@127.0.0.1:" + port);
        with.retries = 2;
        try (var web = with.open()) {
            var replies = web.awaitAll(web.sendAll(
                    List.of("http://a.example/", "https://b.example/", "http://c.example/", "http://d.example/")));
            var says = "the proxy 127.0.0.1:" + port + " could not be reached (the connection was refused)";
            assertThat(replies)
                    .allSatisfy(reply -> assertThat(((WebFailure) reply).cause())
                            .isIn(WebFailure.Cause.PROXY, WebFailure.Cause.NOT_SENT))
                    .anySatisfy(
                            reply -> assertThat(((WebFailure) reply).detail()).isEqualTo(says));
            assertThat(web.web.networkDead()).isTrue();
            assertThat(web.web.proxyTrouble()).contains(says);
        }
    }

    @Test
    void aProxyThatHasNoAddressOrWantsALogInIsToldAsWhatItIs() {
        with.proxy = Optional.of("http://proxy.corp:3128");
        with.names = new FakeNames().fail("proxy.corp", "Name or service not known");
        try (var web = with.open()) {
            assertThat(web.failure("http://a.example/").detail())
                    .isEqualTo("the proxy's name proxy.corp could not be looked up");
        }
        try (var proxy = RawServer.answering("HTTP/1.1 407 Who?\r\nContent-Length: 0\r\n\r\n")) {
            with.proxy = Optional.of("http://u:wrong@127.0.0.1:" + proxy.port());
            with.names = new FakeNames();
            try (var web = with.open()) {
                assertThat(web.failure("https://a.example/"))
                        .extracting(WebFailure::cause, WebFailure::detail)
                        .containsExactly(WebFailure.Cause.PROXY, "the proxy wants a log-in");
            }
        }
    }

    @Test
    void whatIsExceptedIsAskedDirectlyUnderTheGuardAndEachSchemeThroughItsOwn() {
        try (var proxy = RawServer.answering(GOOD);
                var site = RawServer.answering(GOOD)) {
            with.proxies = Optional.of(
                    new Settings.Proxy(Optional.of("proxy.corp:" + proxy.port()), Optional.empty(), "near.example"));
            with.allowPrivate = false;
            try (var web = with.open()) {
                assertThat(web.failure("http://near.example:" + site.port() + "/")
                                .cause())
                        .isEqualTo(WebFailure.Cause.PRIVATE_ADDRESS);
                assertThat(web.failure("http://proxy.corp:" + proxy.port() + "/")
                                .cause())
                        .isEqualTo(WebFailure.Cause.PRIVATE_ADDRESS);
                assertThat(web.failure("https://other.example:" + site.port() + "/")
                                .cause())
                        .isEqualTo(WebFailure.Cause.PRIVATE_ADDRESS);
            }
            with.allowPrivate = true;
            try (var web = with.open()) {
                web.response("http://near.example:" + site.port() + "/direct");
                web.response("http://far.example/through");
            }
            assertThat(site.heads).singleElement().asString().startsWith("GET /direct ");
            assertThat(proxy.heads).singleElement().asString().startsWith("GET http://far.example/through ");
        }
    }

    @Test
    void aPrivateProxyIsReachedByItsName() {
        try (var proxy = RawServer.answering(GOOD)) {
            with.proxy = Optional.of("http://proxy.corp:" + proxy.port());
            with.names = new FakeNames().put("far.example", "93.184.216.34");
            with.allowPrivate = false;
            try (var web = with.open()) {
                web.response("http://far.example/page");
                assertThat(proxy.heads).singleElement().asString().startsWith("GET http://far.example/page ");
            }
        }
    }

    @Test
    void aProxyNeverShowsItsPassword() throws UsageException {
        assertThat(HttpProxy.parse("http://user:s3cret@p.example:3128")).hasToString("http://***@p.example:3128");
        assertThat(HttpProxy.parse("p.example:3128")).hasToString("http://p.example:3128");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://user:s3cret@p.example:1080", "https://s3cret.example", "", "http://:s3cret@"})
    void whatIsNoHttpProxyIsAUsersMistake(String text) {
        assertThatThrownBy(() -> HttpProxy.parse(text))
                .isInstanceOf(UsageException.class)
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void aFileWithoutCertificatesIsAUsersMistake(@TempDir Path folder) throws IOException {
        var none = folder.resolve("none.pem");
        Files.writeString(none, "hello");
        for (var file : List.of(none, folder.resolve("missing.pem"), folder)) {
            with.caCertificates = Optional.of(file);
            assertThatThrownBy(() -> new OkHttpWeb(
                            with.settings(),
                            new ManualScheduler(),
                            with.names,
                            new SplittableRandom(1),
                            WebListener.NONE))
                    .isInstanceOf(UsageException.class)
                    .message()
                    .contains(file.toString());
        }
    }
}
