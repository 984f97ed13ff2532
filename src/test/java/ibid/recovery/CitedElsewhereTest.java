package ibid.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.url.Url;
import java.util.List;
import org.junit.jupiter.api.Test;

class CitedElsewhereTest {
    private static final String FULL =
            "https://www.example.org/journal/field-reports/item/48213-harbour-seals-return-to-the-estuary-after-forty-years.html";
    private static final String HEAD = FULL.substring(0, 35);
    private static final String TAIL = FULL.substring(FULL.length() - 45);

    private final Dialects dialects = Dialects.load();
    private final CitedElsewhere source = new CitedElsewhere(dialects);

    @Test
    void theOneAddressThatIsShownSoIsExact() {
        add(FULL);
        add("https://www.example.org/journal/other.html");
        assertThat(candidates(cut(HEAD, "...", TAIL))).singleElement().satisfies(c -> {
            assertThat(c.url()).isEqualTo(FULL);
            assertThat(c.certainty()).isEqualTo(Certainty.EXACT);
            assertThat(c.evidence()).first().asString().contains("a.md:1:1");
        });
    }

    @Test
    void anExchangedMarkIsTheSameCut() {
        add(FULL);
        assertThat(candidates(cut(HEAD, "…", TAIL))).hasSize(1);
    }

    @Test
    void aShorterAddressThatTheDialectShowsWholeIsNoCandidate() {
        // 35 + 45 visible characters and ten hidden: XenForo cuts from 101 on.
        add(HEAD + "0123456789" + TAIL);
        assertThat(candidates(cut(HEAD, "...", TAIL))).isEmpty();
    }

    @Test
    void twoThatFitAreNeverCertain() {
        add(FULL);
        add(FULL.replace("48213", "48214"));
        assertThat(candidates(cut(HEAD, "...", TAIL)))
                .hasSize(2)
                .allSatisfy(c -> assertThat(c.certainty()).isEqualTo(Certainty.POSSIBLE));
    }

    @Test
    void equivalentSpellingsAreOneCandidate() {
        add(FULL);
        add(FULL.replace("https", "HTTPS"));
        assertThat(candidates(cut(HEAD, "...", TAIL))).hasSize(1);
    }

    @Test
    void manyThatFitAreFewAndNotCounted() {
        for (var i = 0; i < 100; i++) {
            add(FULL.replace("48213", String.valueOf(48_200 + i)));
        }
        assertThat(candidates(cut(HEAD, "...", TAIL)))
                .hasSize(20)
                .allSatisfy(c -> assertThat(c.evidence()).contains("21 known addresses fit"));
    }

    @Test
    void aCutThatShowsOnlyTheBeginningIsNeverExact() {
        add("https://example.org/coinmonks/how-to-read-a-long-address-in-full");
        assertThat(candidates(cut("example.org/coinmonks/how-to-r", "…", "")))
                .allSatisfy(c -> assertThat(c.certainty()).isEqualTo(Certainty.PROBABLE))
                .hasSize(1);
    }

    @Test
    void percentEncodedAddressesAreFoundByTheirDecodedText() {
        var full = "https://www.example.org/Stra%C3%9Fe/%D0%BA%D0%BD%D0%B8%D0%B3%D0%B0/"
                + "harbour-seals-return-to-the-estuary-after-forty-years-of-silence.html";
        add(full);
        var shown = "https://www.example.org/Straße/книг";
        assertThat(candidates(cut(shown, "...", full.substring(full.length() - 45))))
                .extracting(Candidate::url)
                .containsExactly(full);
    }

    @Test
    void anEmptyRunKnowsNothing() {
        assertThat(candidates(cut(HEAD, "...", TAIL))).isEmpty();
    }

    private List<Candidate> candidates(Truncation cut) {
        return new TruncatedRecovery(dialects, Weights.load(), List.of(source), PageSource.NONE)
                .recover(cut, Clues.NONE)
                .join()
                .candidates();
    }

    private void add(String url) {
        source.add(Url.parse(url).orElseThrow(), "a.md:1:1");
    }

    private Truncation cut(String head, String mark, String tail) {
        List<String> names = dialects.thatCanHaveWritten(head, mark, tail);
        return new Truncation(head, mark, tail, names, 0);
    }
}
