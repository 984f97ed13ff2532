package ibid.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Truncation;
import ibid.recovery.Candidate;
import ibid.recovery.Certainty;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecimenTest {

    @Test
    void namesThePlatformAndWhatItKeeps() {
        assertThat(explanation("a".repeat(35), "b".repeat(45), 101, "xenforo"))
                .isEqualTo(
                        "XenForo forums show long addresses this way: first 35 and last 45 characters. The full address"
                                + " has at least 101 characters, so at least 21 are missing in the middle.");
        assertThat(explanation("a".repeat(60), "", 61, "hackernews", "xmb"))
                .isEqualTo(
                        "Hacker News comments or XMB forums show long addresses this way: only the first 60 characters."
                                + " The full address has at least 61 characters, so at least 1 is missing at the end.");
        assertThat(explanation("a", "b", 9, "phpbb-30", "phpbb-32", "brand-new"))
                .startsWith("phpBB forums or brand-new show");
        assertThat(explanation("a".repeat(20), "b".repeat(5), 26))
                .startsWith("A person or a program has cut this address: the first 20 and last 5 characters are left.");
    }

    private static String explanation(String head, String tail, int least, String... dialects) {
        return Specimen.of(new Truncation(head, "...", tail, List.of(dialects), least))
                .explanation();
    }

    @Test
    void countsCharactersAsPeopleDo() {
        var cut = Specimen.of(new Truncation("\uD83D\uDE00".repeat(3), "…", "ü", List.of(), 0));

        assertThat(cut.headLength()).isEqualTo(3);
        assertThat(cut.tailLength()).isEqualTo(1);
        assertThat(cut.missing()).isEqualTo(1);
        assertThat(cut.length()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "http://e.com/pub,                 ll.html,  http://e.com/pub|lications/fu|ll.html",
        "e.com/pub,                        ll.html,  http://e.com/pub|lications/fu|ll.html",
        "HTTP://E.com/pub,                 ll.html,  http://e.com/pub|lications/fu|ll.html",
        "http://e.com/publication,         '',       http://e.com/publication|s/full.html|",
        "other.example/,                   ll.html,  |http://e.com/publications/fu|ll.html",
        "http://e.com/publications/full.h, ull.html, http://e.com/publications/full.h|tml|",
    })
    void showsWhichPartOfACandidateWasLost(String head, String tail, String picture) {
        var view = CandidateView.of(
                new Candidate("http://e.com/publications/full.html", Certainty.EXACT, 1, List.of(), Optional.empty()),
                Optional.of(new Truncation(head, "...", tail, List.of(), 1)));

        assertThat(view.head() + "|" + view.lost() + "|" + view.tail()).isEqualTo(picture);
    }
}
