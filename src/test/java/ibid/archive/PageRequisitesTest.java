package ibid.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.web.Robots;
import ibid.web.Web;
import ibid.web.WebFailure;
import ibid.web.WebReply;
import ibid.web.WebRequest;
import ibid.web.WebResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is fetched beside a page. */
class PageRequisitesTest {
    private static final String PAGE = "https://e.com/dir/page";

    private final Map<String, WebResponse> answers = new HashMap<>();
    private final List<WebRequest> requests = new ArrayList<>();
    private final List<WebRequest> questions = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private final Web web = web();
    private final PageRequisites archive = new PageRequisites(keeper(), web, new Robots(web, "ibid"));

    /** Answers at once; what is not there has a host that does not answer, robots.txt apart. */
    private Web web() {
        return new Web() {
            @Override
            public CompletableFuture<WebReply> send(WebRequest request) {
                var url = request.url().address();
                (url.endsWith("/robots.txt") ? questions : requests).add(request);
                WebReply missing = url.endsWith("/robots.txt")
                        ? Responses.page(url).status(404, "").get()
                        : new WebFailure(WebFailure.Cause.REFUSED, "", 1, 1);
                var found = Optional.<WebReply>ofNullable(answers.get(url));
                return CompletableFuture.completedFuture(found.orElse(missing));
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
        };
    }

    private Archive keeper() {
        return new Archive() {
            @Override
            public Optional<Snapshot> keep(WebResponse response) {
                kept.add(response.url());
                return Optional.of(new Snapshot("local", response.at(), response.url(), response.status(), "", true));
            }

            @Override
            public Optional<String> problem() {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    private void answer(String url, String type, String body) {
        answers.put(
                url,
                Responses.page(url)
                        .headers("Content-Type", type)
                        .body(body.getBytes(UTF_8))
                        .get());
    }

    /** Keeps the page and gives the addresses that were asked for it, without the page's host. */
    private String asked(String html) {
        archive.keep(Responses.page(PAGE)
                .from("93.184.215.14")
                .body(html.getBytes(UTF_8))
                .get());
        archive.finish();
        return requests.stream()
                .map(request -> request.url().address().replace("https://e.com/", "/"))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
            <img src=a.png srcset="b.png 1x, /c.png 2x">           => /dir/a.png /dir/b.png /c.png
            <link rel=stylesheet href=a.css>                       => /dir/a.css
            <link rel="shortcut icon" href=/favicon.ico>           => /favicon.ico
            <link rel=preload as=font href=f.woff2>                => /dir/f.woff2
            <script src="a.js?b&amp;c"></script>                   => /dir/a.js?b&c
            <style>@import "a.css"; p{background:url(b.png)}</style> => /dir/a.css /dir/b.png
            <p style="background:url('b.png')">                    => /dir/b.png
            <base href=//o.org/x/><img src=a>                      => https://o.org/x/a
            <img src=a><img src=a#b>                               => /dir/a
            """)
    void whatABrowserNeedsIsAsked(String html, String parts) {
        assertThat(asked(html)).isEqualTo(parts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=a>",
                "<iframe src=a>",
                "<video src=a>",
                "<form action=a>",
                "<link rel=alternate href=a><link rel=preload as=fetch href=a><link rel=preconnect href=//o.org>",
                "<img src=data:,a><img src=ftp://e.com/a><img src=''>",
                "<img src=https://me:key@e.com/a>",
                "<img src='/a?access_token=0123456789abcdef0123'>",
                "<!-- <img src=a> -->",
            })
    void nothingElseIs(String html) {
        assertThat(asked(html)).isEmpty();
    }

    @Test
    void partsAreKeptAndStyleSheetsFollowed() {
        answer("https://e.com/a.css", "text/css", "@import 'b/b.css'; p{x:url(i.png)}");
        answer("https://e.com/b/b.css", "text/css", "@import '../a.css'; p{x:url(f.woff)}");
        answer("https://e.com/b/f.woff", "font/woff", "f");
        assertThat(asked("<link rel=stylesheet href=/a.css>")).isEqualTo("/a.css /b/b.css /b/f.woff /i.png");
        assertThat(kept)
                .containsExactly(PAGE, "https://e.com/a.css", "https://e.com/b/b.css", "https://e.com/b/f.woff");
    }

    @Test
    void redirectsAreFollowedAndKept() {
        answers.put(
                "https://e.com/a",
                Responses.page("https://e.com/a")
                        .status(302, "")
                        .headers("Location", "//o.org/b")
                        .get());
        answer("https://o.org/b", "image/png", "b");
        assertThat(asked("<img src=/a>")).isEqualTo("/a https://o.org/b");
        assertThat(kept).containsExactly(PAGE, "https://e.com/a", "https://o.org/b");
    }

    @Test
    void circlesEnd() {
        answers.put(
                "https://e.com/a",
                Responses.page("https://e.com/a")
                        .status(302, "")
                        .headers("Location", "/a")
                        .get());
        assertThat(asked("<img src=/a>").split(" ")).hasSize(6);
    }

    @Test
    void whatIsMissingIsNotKept() {
        answers.put(
                "https://e.com/a",
                Responses.page("https://e.com/a").status(404, "").get());
        assertThat(asked("<img src=/a>")).isEqualTo("/a");
        assertThat(kept).containsExactly(PAGE);
    }

    @Test
    void whatRobotsMayNotAskIsNotAsked() {
        answer("https://e.com/robots.txt", "text/plain", "User-agent: *\nDisallow: /secret/\n");
        assertThat(asked("<img src=/secret/a><img src=/b>")).isEqualTo("/b");
    }

    @Test
    void aPageIsAskedForSoManyPartsAndNoMore() {
        var many = IntStream.range(0, 400).mapToObj(i -> "<img src=" + i + ">").collect(Collectors.joining());
        assertThat(asked(many).split(" ")).hasSize(300);
    }

    @Test
    void onlyAPageInAPrivateNetworkMayNameItsNeighbours() {
        var html = "<img src=http://10.0.0.1/a><img src=/b>";
        assertThat(asked(html)).isEqualTo("http://10.0.0.1/a /b");
        assertThat(requests).extracting(WebRequest::publicOnly).containsExactly(true, false);
        assertThat(questions).extracting(WebRequest::publicOnly).containsExactly(true, false);
        requests.clear();
        archive.keep(Responses.page("http://intranet/")
                .from("10.0.0.2")
                .body("<img src=http://10.0.0.1/c>".getBytes(UTF_8))
                .get());
        assertThat(requests).extracting(WebRequest::publicOnly).containsExactly(false);
    }

    @Test
    void whatIsNoPageHasNoParts() {
        archive.keep(Responses.page(PAGE)
                .headers("Content-Type", "text/plain")
                .body("<img src=a>".getBytes(UTF_8))
                .get());
        archive.keep(Responses.page(PAGE)
                .status(404, "")
                .body("<img src=a>".getBytes(UTF_8))
                .get());
        assertThat(requests).isEmpty();
    }
}
