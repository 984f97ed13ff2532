package ibid.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One class reads the dates of all formats, so that one date means the same in each. */
class IsoDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                // BibLaTeX, RIS, PubMed
                "2020-06-03/2020-06-05 => 2020-06-03",
                "2020/06/03/ => 2020-06-03",
                "2020 Jun 3 => 2020-06-03",
                "2020-21 => 2020",
                // Atom (RFC 3339) and RSS (RFC 822)
                "2003-12-13T18:30:02Z => 2003-12-13",
                "2003-12-13T18:30:02.25+01:00 => 2003-12-13",
                "Tue, 03 Jun 2008 11:05:30 -0400 => 2008-06-03",
                "3 Jun 2008 11:05 GMT => 2008-06-03",
                // wikitext
                "3 June 2020 => 2020-06-03",
                "June 3, 2020 => 2020-06-03",
                "June 2020 => 2020-06",
                "Summer 2020 => 2020",
                "35 May 2020 => 2020-05",
                "n.d. => ''",
                "'' => ''",
            })
    void firstDateOfAText(String text, String iso) {
        assertThat(IsoDate.of(text).orElse("")).isEqualTo(iso);
    }

    @ParameterizedTest
    @CsvSource({
        "2009, 03, 7, 2009-03-07",
        "2009a, Jun, '', 2009-06",
        "2009, '', 7, 2009",
        "2009, Michaelmas, 7, 2009",
        "in press, 3, 7, ''",
    })
    void yearMonthAndDayApart(String year, String month, String day, String iso) {
        assertThat(IsoDate.of(year, month, day).orElse("")).isEqualTo(iso);
    }
}
