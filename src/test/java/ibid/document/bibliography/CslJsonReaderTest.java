package ibid.document.bibliography;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.readers.Cited;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;

class CslJsonReaderTest {
    private static final String GOLDEN = """
            [
              {
                "id": "lindqvist2020",
                "type": "article-journal",
                "title": "The Quiet Years <i>of</i> the Harbour Office",
                "author": [{"family": "Lindqvist", "given": "Ada"}, {"literal": "Harbour Watch"}],
                "issued": {"date-parts": [[2020, 6, 3]]},
                "accessed": {"date-parts": [["2021", "2"]]},
                "DOI": "10.1000\\/harbour.1",
                "URL": "https:\\/\\/doi.org\\/10.1000\\/harbour.1",
                "ISSN": "1234-5679, 2434-561X",
                "PMID": 23903748,
                "PMCID": "PMC3737249",
                "container-title": "Journal e.com",
                "note": "See http://harbour.example.net/\\u00e4 too."
              },
              {"title": "Book", "editor": [{"family": "X"}], "issued": {"raw": "June 1999"}, "ISBN": "978-0-306-40615-7", "id": 7}
            ]
            """;

    @Test
    void findsEveryCitationWhereItStands() {
        assertThat(Cited.located("a.csl.json", GOLDEN))
                .containsExactly(
                        "9:13 10.1000\\/harbour.1 -> doi:10.1000/harbour.1 @ lindqvist2020",
                        "10:13 https:\\/\\/doi.org\\/10.1000\\/harbour.1 -> https://doi.org/10.1000/harbour.1 @ lindqvist2020",
                        "11:14 1234-5679 -> ISSN:1234-5679 @ lindqvist2020",
                        "11:25 2434-561X -> ISSN:2434-561X @ lindqvist2020",
                        "12:13 23903748 -> PMID:23903748 @ lindqvist2020",
                        "13:15 PMC3737249 -> PMCID:PMC3737249 @ lindqvist2020",
                        "15:18 http://harbour.example.net/\\u00e4 -> http://harbour.example.net/ä @ lindqvist2020",
                        "17:91 978-0-306-40615-7 -> ISBN:978-0-306-40615-7 @ 7");
        assertThat(Cited.works("a.csl.json", GOLDEN))
                .contains(
                        "PMID:23903748 | lindqvist2020 | The Quiet Years <i>of</i> the Harbour Office | Lindqvist, Ada | 2020-06-03 | 2021-02",
                        "ISBN:978-0-306-40615-7 | 7 | Book | - | 1999-06 | -");
    }

    @Test
    void itemsMayStandAloneOrInAnObject() {
        assertThat(Cited.located("a.csl.json", "{\"URL\": \"https://e.com/a\", \"id\": \"k\"}"))
                .containsExactly("1:10 https://e.com/a @ k");
        assertThat(Cited.located(
                        "a.csl.json", "{\"v\": 1, \"items\": [{\"id\": \"k\", \"URL\": \"https://e.com/a\"}]}"))
                .containsExactly("1:40 https://e.com/a @ k");
    }

    @Test
    void brokenAndDeepTextIsNoReasonToFail() {
        var item = "{\"URL\": \"https://e.com/a\"}";
        assertThat(Reads.named("a.csl.json", "[".repeat(100) + item).links()).hasSize(1);
        assertThat(Reads.named("a.csl.json", "[{".repeat(200_000) + item + "}]".repeat(200_000))
                        .problems())
                .isEmpty();
        assertThat(Cited.places("a.csl.json", "[{\"id\": \"a, \n \"URL\": \"https://e.com/a\""))
                .hasSize(1);
    }
}
