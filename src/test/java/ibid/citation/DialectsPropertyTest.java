package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class DialectsPropertyTest {
    private static final int URLS = 400;
    private static final List<String> PIECES = List.of(
            "report", "of", "river", "-", "-", "/", "/", "2020", ".html", "?page=", "&", "%C3%A9", "é", "水", "𝄞", "_",
            "index", "+", "#part", "~", "%2F", "A");

    private final Dialects dialects = Dialects.load();

    static Stream<String> names() {
        return Dialects.load().names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatADialectShowsLeadsBackToItAndToTheUrl(String name) {
        var random = new Random(37);
        var dialect = dialects.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        var cuts = 0;
        for (var i = 0; i < URLS; i++) {
            var url = url(random);
            var shown = dialect.cut(url);
            if (shown.isEmpty()) {
                continue;
            }
            cuts++;
            var text = shown.get();
            var cut = dialects.truncation(text.head(), text.mark(), text.tail());
            assertThat(cut.dialects()).as("%s: %s", url, text).contains(name);
            assertThat(dialects.accepts(cut, url)).as("%s: %s", url, text).isTrue();
            assertThat(cut.minimumLength()).as("%s: %s", url, text).isLessThanOrEqualTo(DialectUnit.BYTES.length(url));
            refusesChangedUrls(cut, url);
        }
        assertThat(cuts).isGreaterThan(URLS / 2);
    }

    /** Any change of a visible character, in whatever place, is refused; the host's first letter and the last are always visible. */
    private void refusesChangedUrls(Truncation cut, String url) {
        var start = url.indexOf("waterways");
        var head = cut.head().indexOf("waterways");
        for (var offset = 0; offset < Math.min(5, cut.head().length() - head); offset++) {
            assertThat(dialects.accepts(cut, changed(url, start + offset)))
                    .as("%s for %s", url, cut)
                    .isFalse();
        }
        if (!cut.tail().isEmpty() && Character.isLetterOrDigit(url.charAt(url.length() - 1))) {
            assertThat(dialects.accepts(cut, changed(url, url.length() - 1)))
                    .as("%s for %s", url, cut)
                    .isFalse();
        }
    }

    private static String changed(String url, int at) {
        return url.substring(0, at) + (url.charAt(at) == 'z' ? 'y' : 'z') + url.substring(at + 1);
    }

    private static String url(Random random) {
        var url = new StringBuilder(
                List.of("http://", "https://", "https://www.", "http://www.").get(random.nextInt(4)));
        url.append("waterways.example/");
        var wanted = 40 + random.nextInt(160);
        var last = "";

        while (url.length() < wanted) {
            var piece = PIECES.get(random.nextInt(PIECES.size()));
            url.append(piece.equals(last) ? "x" : piece);
            last = piece;
        }
        return url.append("end").toString();
    }
}
