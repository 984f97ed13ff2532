package ibid.archive;

import static ibid.archive.Responses.page;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.Settings;
import ibid.url.Url;
import ibid.web.Web;
import ibid.web.WebReply;
import ibid.web.WebRequest;
import ibid.web.WebRequest.Method;
import ibid.web.WebResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownPagesTest {
    private static final Instant THEN = Instant.parse("2026-11-01T00:00:00Z");

    private static final String URL = "http://e.com/a";

    @TempDir
    Path folder;

    private WarcArchive archive(Instant now) {
        return WarcArchive.open(
                folder, Settings.DEFAULTS.archive(), InstantSource.fixed(now), new Random(), "ibid/0.1.0");
    }

    private void keep(Responses response) {
        try (var archive = archive(THEN)) {
            assertThat(archive.keep(response.at(THEN).get())).isPresent();
        }
    }

    /** Answers HEAD and GET; remembers what it was asked. */
    private record Site(Responses head, Responses get, List<Method> asked) implements Web {
        Site(Responses head) {
            this(head.asked(Method.HEAD).body(new byte[0]), page(URL).body("now".getBytes(UTF_8)), new ArrayList<>());
        }

        @Override
        public CompletableFuture<WebReply> send(WebRequest request) {
            asked.add(request.method());
            assertThat(request.limits().attempts().isPresent()).isEqualTo(request.method() == Method.HEAD);
            return CompletableFuture.completedFuture(request.method() == Method.HEAD ? head.get() : get.get());
        }

        @Override
        public boolean anyHostAnswered() {
            return true;
        }

        @Override
        public boolean networkDead() {
            return false;
        }

        @Override
        public void stop() {}

        @Override
        public void close() {}
    }

    private WebResponse asked(Site site, Instant now) {
        try (var archive = archive(now)) {
            var request = new WebRequest(Method.GET, Url.parse(URL).orElseThrow(), List.of());
            var response =
                    (WebResponse) new KnownPages(site, archive).send(request).join();
            assertThat(archive.keep(response)).isPresent();
            return response;
        }
    }

    @Test
    void aPageWithAYoungCopyIsAskedByHeadAndKeptOnce() throws Exception {
        keep(page(URL).headers("Content-Type", "text/html", "ETag", "\"1\""));
        var site = new Site(page(URL).headers("Content-Type", "text/html; charset=utf-8", "ETag", "W/\"1\""));

        var response = asked(site, THEN.plus(Duration.ofDays(29)));
        assertThat(site.asked()).containsExactly(Method.HEAD);
        assertThat(new String(response.body().bytes(), UTF_8)).isEqualTo("<title>A page</title>");
        assertThat(response.request().method()).isEqualTo(Method.GET);
        assertThat(ReadBack.responses(folder)).hasSize(1);
    }

    @Test
    void anOldCopyIsNone() {
        keep(page(URL));
        var site = new Site(page(URL));

        assertThat(asked(site, THEN.plus(Duration.ofDays(30))).body().bytes())
                .asString(UTF_8)
                .isEqualTo("now");
        assertThat(site.asked()).containsExactly(Method.GET);
    }

    @ParameterizedTest
    @CsvSource({
        "200, ETag, \"2\"",
        "200, Last-Modified, 'Tue, 03 Nov 2026 00:00:00 GMT'",
        "200, Content-Length, 22",
        "200, Content-Type, text/plain",
        "404, X, y",
        "405, X, y",
        "301, Location, /b",
        "503, X, y",
    })
    void whatHeadSaysOfAnotherPageHasItFetched(int status, String name, String value) {
        keep(page(URL)
                .headers(
                        "Content-Type", "text/html",
                        "ETag", "\"1\"",
                        "Last-Modified", "Mon, 02 Nov 2026 00:00:00 GMT",
                        "Content-Length", "21"));
        var site = new Site(page(URL).status(status, "").headers(name, value));

        assertThat(asked(site, THEN.plus(Duration.ofDays(1))).body().bytes())
                .asString(UTF_8)
                .isEqualTo("now");
        assertThat(site.asked()).containsExactly(Method.HEAD, Method.GET);
    }

    @Test
    void aRedirectOrAnErrorThatWasKeptIsAskedAsEver() {
        keep(page(URL).status(301, "").headers("Location", "/b"));
        var site = new Site(page(URL));

        asked(site, THEN.plus(Duration.ofDays(1)));
        assertThat(site.asked()).containsExactly(Method.GET);
    }
}
