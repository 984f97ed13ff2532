package ibid.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        The U.S.-Taliban Agreement      | the us taliban agreement
        Dick's Sporting Goods’ Forecast | dicks sporting goods forecast
        1,000 Words a Minute            | 1000 words a minute
        Straße, Çelik & Łódź            | straße celik łodz
        /a/b_c-d.html?x=1               | a b c d html x 1
        iOS 7.1                         | ios 7 1
        ...                             | ""
        """)
    void areWhatAPathKeepsOfATitle(String text, String terms) {
        assertThat(String.join(" ", Terms.of(text))).isEqualTo(terms);
    }

    @Test
    void anEndingDoesNotMakeAnotherWord() {
        assertThat(Terms.agree("recall", "recalls")).isTrue();
        assertThat(Terms.agree("recalled", "recall")).isTrue();
        assertThat(Terms.agree("car", "cars")).as("too short to tell").isFalse();
        assertThat(Terms.agree("recall", "receipt")).isFalse();
    }
}
