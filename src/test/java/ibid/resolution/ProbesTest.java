package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.url.Url;
import ibid.web.Robots;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses nobody cited are asked, and how often. */
class ProbesTest {
    private final ScriptedWeb web = new ScriptedWeb("https://e.com/robots.txt -> 404\nhttps://g.com/robots.txt -> 503");
    private final List<String> asked = new ArrayList<>();

    private Probes probes(boolean allowed) {
        return new Probes(
                allowed,
                url -> {
                    asked.add(url.address());
                    return CompletableFuture.failedFuture(new IllegalStateException("not there"));
                },
                new Robots(web, "ibid (test)"),
                new SplittableRandom(1));
    }

    private static Url url(String address) {
        return Url.parse(address).orElseThrow();
    }

    /** {@code #} stands for digits, {@code ~} for letters. */
    @ParameterizedTest
    @CsvSource({
        "https://e.com/news/old-story.html, https://e.com/news/~~~-~~~~~~?\\.html",
        "https://e.com/thread/81723, https://e.com/thread/#########",
        "https://e.com/thread/81723/, https://e.com/thread/#########/",
        "https://e.com/a/4711-harbour, https://e.com/a/####-~~~~~~~",
        "https://e.com/article.php?id=12, https://e.com/article\\.php\\?id=#########",
        "https://e.com/w?title=Harbour&lang=en, https://e.com/w\\?lang=en&title=~~~~~~~~~",
        "https://e.com/x, https://e.com/~~~~~~~~~",
        "https://e.com/showthread.php?t=55, https://e.com/showthread\\.php\\?t=#########",
        "https://e.com/?p=55&lang=en, https://e.com/\\?lang=en&p=#########",
        "https://e.com/show.asp?foo=55, https://e.com/show\\.asp\\?foo=#########",
        "https://e.com/node?nid=55, https://e.com/node\\?nid=#########",
        "https://e.com/old.html?lang=en, https://e.com/~~~~~~~~~\\.html\\?lang=en",
        "https://e.com/old.html?id=4, https://e.com/~~~~~~~~~\\.html\\?id=4",
        "https://e.com/old.php?lang=en, https://e.com/~~~~~~~~~\\.php\\?lang=en",
        "https://e.com/guide?page=2, https://e.com/~~~~~~~~~\\?page=2",
        "https://e.com/the-old-guide?id=2, https://e.com/~~~-~~~-~~~~~\\?id=2",
    })
    void theyHaveTheShapeOfTheCitedAddress(String cited, String shape) {
        var unused = probes(true).beside(url(cited)).join();
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).matches(shape.replace("#", "[1-9]").replace("~", "[a-z]"));
    }

    @Test
    void eachPlaceIsAskedOnce() {
        var probes = probes(true);
        for (var path : List.of("a/b", "a/c", "a/d.html", "a/4", "b/b", "p?id=1", "p?id=2", "p?q=1")) {
            var unused = probes.beside(url("https://e.com/" + path)).join();
        }
        assertThat(asked).hasSize(6);
        assertThat(web.asked()).containsExactly("GET https://e.com/robots.txt");
    }

    @Test
    void nothingIsAskedWhereItIsNotAllowed() {
        assertThat(probes(false).beside(url("https://e.com/a")).join()).isInstanceOf(Probe.Unknown.class);
        assertThat(probes(true).beside(url("https://u:p@e.com/a")).join()).isInstanceOf(Probe.Unknown.class);
        assertThat(probes(true).beside(url("https://g.com/a")).join()).isInstanceOf(Probe.Unknown.class);
        assertThat(asked).isEmpty();
    }
}
