package ibid.document.markup;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.citation.CitationFinder;
import ibid.config.Settings;
import ibid.document.Document;
import ibid.document.readers.Reads;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole documents in which somebody put every citation between {@code ⟦} and {@code ⟧} and listed them beside, one a line:
 * nothing else may be found.
 */
class GoldenMarkupTest {

    @ParameterizedTest
    @ValueSource(strings = {"golden.rst", "golden.adoc", "golden.tex", "golden.wiki", "golden.mdx"})
    void findsExactlyWhatWasMarkedByHand(String name) throws IOException {
        var marked = resource(name);
        var document = Reads.named(name, marked.replace("⟦", "").replace("⟧", ""));
        var citations =
                new CitationFinder(Settings.DEFAULTS.documents()).find(document).citations();
        assertThat(pictured(document, citations)).isEqualTo(marked);
        assertThat(citations.stream().map(c -> c.kind() + " " + c.cited()))
                .containsExactlyElementsOf(resource(name + ".citations").lines().toList());
    }

    private static String pictured(Document document, List<Citation> citations) {
        var bytes = document.source().text().getBytes(StandardCharsets.UTF_8);
        var picture = new StringBuilder();
        var at = 0;
        for (var citation : citations) {
            var span = citation.place().span().orElseThrow();
            var start = (int) span.byteOffset();
            picture.append(new String(bytes, at, start - at, StandardCharsets.UTF_8))
                    .append('⟦');
            at = start + span.byteLength();
            picture.append(new String(bytes, start, at - start, StandardCharsets.UTF_8))
                    .append('⟧');
        }
        return picture.append(new String(bytes, at, bytes.length - at, StandardCharsets.UTF_8))
                .toString();
    }

    private static String resource(String name) throws IOException {
        try (var in = GoldenMarkupTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
