package ibid.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleAgreementTest {
    private static final String CITED = "Harbour Seals Return to the Estuary";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        Harbour Seals Return to the Estuary                     | WHOLE
        Harbour seals return to the estuary - The Coast Journal | WHOLE
        The Coast Journal » Harbour Seals Return to the Estuary | WHOLE
        Harbour Seals: Return to the “Estuary” :: Journal       | WHOLE
        Harbor Seals Return to the Estuary                      | NEAR
        Harbour Seals Return to the Estuary (print)             | PARTLY
        Harbour Seals Return to the Estuary - Print             | PARTLY
        Harbour Seals Return to the Estuary - Part 2            | PARTLY
        Harbour Seals Return to the Estuary - Page 3            | PARTLY
        Harbour Seals Leave the Estuary and Return to the River | PARTLY
        Page not found                                          | OTHER
        The Coast Journal                                       | OTHER
        """)
    void isWholeOnlyForTheSameTitleBesideTheNameOfASite(String page, TitleAgreement expected) {
        assertThat(TitleAgreement.of(CITED, page)).isEqualTo(expected);
    }

    @Test
    void theNameOfTheSiteMayStandInTheCitingText() {
        assertThat(TitleAgreement.of(CITED + " | The Coast Journal", CITED)).isEqualTo(TitleAgreement.WHOLE);
    }

    @Test
    void aTitleThatManyPagesHaveProvesNothing() {
        assertThat(TitleAgreement.of("News", "News")).isEqualTo(TitleAgreement.PARTLY);
        assertThat(TitleAgreement.of(List.of(), "News")).isEqualTo(TitleAgreement.PARTLY);
    }
}
