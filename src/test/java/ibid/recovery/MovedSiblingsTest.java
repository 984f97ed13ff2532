package ibid.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.url.Url;
import java.util.List;
import org.junit.jupiter.api.Test;

class MovedSiblingsTest {
    private final MovedSiblings siblings = new MovedSiblings();

    @Test
    void whatTwoSiblingsDidAThirdMayHaveDone() {
        moved("http://old.org/docs/a.html", "https://new.org/manual/a.html");
        assertThat(candidates("http://old.org/docs/c.html"))
                .as("one is no pattern")
                .isEmpty();
        moved("http://old.org/docs/b.html", "https://new.org/manual/b.html");
        assertThat(candidates("http://old.org/docs/c.html?x=1")).singleElement().satisfies(offer -> {
            assertThat(offer.url()).isEqualTo("https://new.org/manual/c.html?x=1");
            assertThat(offer.where())
                    .isEqualTo("2 siblings that moved from http://old.org/docs/ to https://new.org/manual/");
        });
        assertThat(candidates("http://old.org/docs-2/c.html")).isEmpty();
        assertThat(candidates("http://else.org/docs/c.html")).isEmpty();
    }

    @Test
    void aNewHostIsAMoveToo() {
        moved("http://old.org/a/x", "http://new.org/a/x");
        moved("http://old.org/b/y", "http://new.org/b/y");
        assertThat(candidates("http://old.org/c/z")).extracting(Offer::url).containsExactly("http://new.org/c/z");
    }

    @Test
    void whatLeadsToAHomePageIsNoMove() {
        moved("http://old.org/a/x", "http://new.org/");
        moved("http://old.org/b/y", "http://new.org/");
        moved("http://old.org/a/x?lang=en", "http://old.org/login?lang=en");
        assertThat(candidates("http://old.org/c/z")).isEmpty();
    }

    private void moved(String old, String now) {
        siblings.add(Url.parse(old).orElseThrow(), Url.parse(now).orElseThrow());
    }

    private List<Offer> candidates(String gone) {
        return siblings.candidates(Url.parse(gone).orElseThrow());
    }
}
