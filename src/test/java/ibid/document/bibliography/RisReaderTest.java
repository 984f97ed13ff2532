package ibid.document.bibliography;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.readers.Cited;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;

class RisReaderTest {
    private static final String GOLDEN = """
            Provider: Example Library
            TY  - JOUR
            ID  - lindqvist2020
            A1  - Lindqvist, Åsa
            AU  - Müller, Józef
            T1  - The Quiet Years of the Harbour Office
            Y1  - 2020/06/03/
            Y2  - 2021/02/03/ accessed
            DO  - 10.1000/j.harbour.2020.06
            UR  - https://doi.org/10.1000/j.harbour.2020.06
            UR  - https://harbour.example.net/a;https://mirror.example.net/a
            L1  - files/harbour.pdf
            L2  - https://full.example.net/text.html
            SN  - 1234-5679
            AB  - An abstract of two lines, the second of which
            names https://data.example.net/set-1.
            ER  -

            TY  - BOOK
            TI  - On Counting
            PY  - 1999
            SN  - 978-0-306-40615-7 (print)
            AN  - PMID:23903748
            C2  - PMC3737249
            C1  - node.js
            N1  - Accessed 19 July 2008 at www.counting.net/book.
            ER  -\s
            """;

    private static final String PUBMED = """
            PMID- 23903748
            OWN - NLM
            IS  - 1234-5679 (Electronic)
            IS  - 2434-561X (Linking)
            TI  - The quiet years
                  of the harbour office.
            LID - 10.1000/harbour.1 [doi]
            LID - e123 [pii]
            FAU - Lindqvist, Ada
            AU  - Lindqvist A
            AUID- ORCID: 0000-0002-1825-0097
            AB  - See (https://harbour.example.net/b).
            DP  - 2020 Jun 3
            PMC - PMC3737249
            AID - 10.1000/harbour.1 [doi]

            PMID- 11
            TI  - Another
            DP  - 2001 Winter
            AID - 10.1000/another [doi]
            """;

    @Test
    void findsEveryCitationWhereItStands() {
        assertThat(Cited.located("a.ris", GOLDEN))
                .containsExactly(
                        "9:7 10.1000/j.harbour.2020.06 -> doi:10.1000/j.harbour.2020.06 @ lindqvist2020",
                        "10:7 https://doi.org/10.1000/j.harbour.2020.06 @ lindqvist2020",
                        "11:7 https://harbour.example.net/a @ lindqvist2020",
                        "11:37 https://mirror.example.net/a @ lindqvist2020",
                        "12:7 files/harbour.pdf @ lindqvist2020",
                        "13:7 https://full.example.net/text.html @ lindqvist2020",
                        "14:7 1234-5679 -> ISSN:1234-5679 @ lindqvist2020",
                        "16:7 https://data.example.net/set-1 @ lindqvist2020",
                        "22:7 978-0-306-40615-7 -> ISBN:978-0-306-40615-7 @ entry 2",
                        "23:7 PMID:23903748 @ entry 2",
                        "24:7 PMC3737249 -> PMCID:PMC3737249 @ entry 2",
                        "26:32 www.counting.net/book @ entry 2");
        assertThat(Cited.works("a.ris", GOLDEN))
                .contains(
                        "files/harbour.pdf | lindqvist2020 | The Quiet Years of the Harbour Office | Lindqvist, Åsa | 2020-06-03 | 2021-02-03",
                        "PMID:23903748 | entry 2 | On Counting | - | 1999 | 2008-07-19");
    }

    @Test
    void readsWhatPubMedExports() {
        assertThat(Cited.works("a.nbib", PUBMED))
                .containsExactly(
                        "PMID:23903748 | PMID 23903748 | The quiet years of the harbour office. | Lindqvist, Ada | 2020-06-03 | -",
                        "ISSN:1234-5679 | PMID 23903748 | The quiet years of the harbour office. | Lindqvist, Ada | 2020-06-03 | -",
                        "ISSN:2434-561X | PMID 23903748 | The quiet years of the harbour office. | Lindqvist, Ada | 2020-06-03 | -",
                        "doi:10.1000/harbour.1 | PMID 23903748 | The quiet years of the harbour office. | Lindqvist, Ada | 2020-06-03 | -",
                        "ORCID:0000-0002-1825-0097 | PMID 23903748 | The quiet years of the harbour office. | Lindqvist, Ada | 2020-06-03 | -",
                        "https://harbour.example.net/b | PMID 23903748 | The quiet years of the harbour office. | Lindqvist, Ada | 2020-06-03 | -",
                        "PMCID:PMC3737249 | PMID 23903748 | The quiet years of the harbour office. | Lindqvist, Ada | 2020-06-03 | -",
                        "doi:10.1000/harbour.1 | PMID 23903748 | The quiet years of the harbour office. | Lindqvist, Ada | 2020-06-03 | -",
                        "PMID:11 | PMID 11 | Another | - | 2001 | -",
                        "doi:10.1000/another | PMID 11 | Another | - | 2001 | -");
        assertThat(Cited.places("a.nbib", PUBMED))
                .startsWith("1:7 23903748 -> PMID:23903748", "3:7 1234-5679 -> ISSN:1234-5679")
                .contains(
                        "7:7 10.1000/harbour.1 -> doi:10.1000/harbour.1",
                        "11:14 0000-0002-1825-0097 -> ORCID:0000-0002-1825-0097");
    }

    @Test
    void aRecordThatIsNotEndedEndsBeforeTheNext() {
        assertThat(Cited.located(
                        "a.ris",
                        "TY  - JOUR\r\nUR  - https://e.com/a\r\nTY  - JOUR\r\nID  - b\r\nUR  - https://e.com/b"))
                .containsExactly("2:7 https://e.com/a @ entry 1", "5:7 https://e.com/b @ b");
        assertThat(Reads.named("a.ris", "ER  - \nER  - \nUR  -\nXX").reading().entries())
                .isEmpty();
    }

    @Test
    void manyRecordsAndLongLinesAreReadInLinearTime() {
        var text = "TY  - \nUR  - https://e.com/a\n".repeat(50_000) + "N1  - " + "x ".repeat(200_000);
        assertThat(Reads.named("a.ris", text).links()).hasSize(50_000);
    }
}
