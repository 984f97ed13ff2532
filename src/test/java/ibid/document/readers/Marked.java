package ibid.document.readers;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.citation.CitationFinder;
import ibid.config.Settings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Documents in whose text a person put each citation between {@code ⟦} and {@code ⟧} before any reader saw it. */
public final class Marked {
    private Marked() {}

    /**
     * Checks that exactly what is marked is found as a citation of a file of that name.
     *
     * @param cited what each mark cites, in order
     */
    public static void check(String name, String marked, List<String> cited) {
        check(name, marked, StandardCharsets.UTF_8, cited);
    }

    public static void check(String name, String marked, Charset charset, List<String> cited) {
        var bytes = marked.replaceAll("[⟦⟧]", "").getBytes(charset);
        var citations = find(name, bytes);
        assertThat(picture(bytes, citations, charset)).isEqualTo(marked);
        assertThat(citations).extracting(Citation::cited).containsExactlyElementsOf(cited);
    }

    public static List<Citation> find(String name, byte[] bytes) {
        var document = Reads.named(name, bytes);
        return new CitationFinder(Settings.DEFAULTS.documents()).find(document).citations();
    }

    private static String picture(byte[] bytes, List<Citation> citations, Charset charset) {
        var picture = new StringBuilder();
        var at = 0;
        for (var citation : citations) {
            var span = citation.place().span().orElseThrow();
            var start = (int) span.byteOffset();
            var end = start + span.byteLength();
            picture.append(decoded(bytes, at, start, charset))
                    .append('⟦')
                    .append(decoded(bytes, start, end, charset))
                    .append('⟧');
            at = end;
        }
        return picture.append(decoded(bytes, at, bytes.length, charset)).toString();
    }

    private static String decoded(byte[] bytes, int from, int to, Charset charset) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOfRange(bytes, from, to));
        return out.toString(charset);
    }
}
