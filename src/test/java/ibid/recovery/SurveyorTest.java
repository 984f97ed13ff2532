package ibid.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.recovery.Offer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SurveyorTest {
    private static final String FULL =
            "https://www.example.org/journal/field-notes/2020/harbour-seals-return-to-the-estuary-after-forty-years.html";

    private final Dialects dialects = Dialects.load();
    private final Truncation cut =
            dialects.truncation(FULL.substring(0, 35), "...", FULL.substring(FULL.length() - 45));

    @Test
    void whatDoesNotFitIsListedTheNearestFirstWithTheReason() {
        var survey = survey(List.of(
                FULL,
                "https://www.example.org/about",
                FULL.replace("years", "year"),
                cut.head() + "-" + cut.tail(),
                "https://www.example.com/" + cut.tail()));
        assertThat(survey.sources()).containsExactly(new Survey.Asked("the list", 5, 1, false));
        assertThat(survey.passedOver()).isEqualTo(4);
        assertThat(survey.nearest())
                .extracting(Survey.PassedOver::why)
                .satisfiesExactly(
                        why -> assertThat(why).isEqualTo("XenForo would show it whole"),
                        why -> assertThat(why).startsWith("it does not begin with \"https://www.example.org/"),
                        why -> assertThat(why).startsWith("it does not end with \""),
                        why -> assertThat(why).isEqualTo("it does not begin and end like the cut text"));
    }

    @Test
    void anotherSpellingOfWhatFitsIsNotPassedOver() {
        var survey = survey(List.of(FULL.replace("https://www.", "http://"), FULL));
        assertThat(survey.passedOver()).isZero();
        assertThat(survey.nearest()).isEmpty();
    }

    @Test
    void theRestIsCounted() {
        var many = new ArrayList<String>();
        for (var i = 0; i < 300; i++) {
            many.add("https://www.example.org/journal/" + i);
        }
        assertThat(survey(many).nearest()).hasSize(10);
        assertThat(survey(many).passedOver()).isEqualTo(300);
    }

    private Survey survey(List<String> urls) {
        var source = new CandidateSource() {
            @Override
            public String name() {
                return "the list";
            }

            @Override
            public CompletableFuture<Offers> offers(Truncation asked, Clues clues) {
                var offers = urls.stream()
                        .map(url -> Offer.of(url, Kind.LINKED, "a list"))
                        .toList();
                return CompletableFuture.completedFuture(new Offers(offers, false, List.of(), 1));
            }
        };
        return new TruncatedRecovery(dialects, Weights.load(), List.of(source), PageSource.NONE)
                .recover(cut, Clues.NONE)
                .join()
                .survey()
                .orElseThrow();
    }
}
