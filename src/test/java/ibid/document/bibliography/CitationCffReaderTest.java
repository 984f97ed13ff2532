package ibid.document.bibliography;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Comment;
import ibid.document.readers.Cited;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;

class CitationCffReaderTest {
    private static final String GOLDEN = """
            # see https://e.com/not-cited
            cff-version: 1.2.0
            message: "If you use this, cite it as on https://tool.example.net/cite."
            title: Tide 😀 Tool
            authors:
              - family-names: Lindqvist
                given-names: Ada
                orcid: "https://orcid.org/0000-0002-1825-0097"
                website: 'https://ada.example.net/it''s'
            identifiers:
              - type: doi
                value: 10.5281/zenodo.1234
              - description: The release
                value: "https://tool.example.net/v1"
                type: url
            doi: 10.5281/zenodo.1000   # all versions
            repository-code: https://code.example.net/tide
            license-url: https://tool.example.net/licence
            date-released: 2020-06-03
            references:
              - type: article
                title: "The Quiet Years"
                authors:
                  - name: Harbour Watch
                year: 1999
                month: 11
                doi: 10.1000/harbour.1
                issn: 1234-5679
                url: https://harbour.example.net/a
                date-accessed: 2001-02-03
              - type: book
                title: On Counting
                isbn: 978-0-306-40615-7
                notes: >-
                  Read it at
                  https://counting.example.net/read, please.
            preferred-citation:
              type: article
              title: Tide Tools
              doi: 10.5281/zenodo.1000
            """;

    @Test
    void findsEveryCitationWhereItStands() {
        assertThat(Cited.located("CITATION.cff", GOLDEN))
                .containsExactly(
                        "3:42 https://tool.example.net/cite @ this work",
                        "8:13 https://orcid.org/0000-0002-1825-0097 @ this work",
                        "9:15 https://ada.example.net/it''s -> https://ada.example.net/it's @ this work",
                        "12:12 10.5281/zenodo.1234 -> doi:10.5281/zenodo.1234 @ this work",
                        "14:13 https://tool.example.net/v1 @ this work",
                        "16:6 10.5281/zenodo.1000 -> doi:10.5281/zenodo.1000 @ this work",
                        "17:18 https://code.example.net/tide @ this work",
                        "18:14 https://tool.example.net/licence @ this work",
                        "27:10 10.1000/harbour.1 -> doi:10.1000/harbour.1 @ references[0]",
                        "28:11 1234-5679 -> ISSN:1234-5679 @ references[0]",
                        "29:10 https://harbour.example.net/a @ references[0]",
                        "33:11 978-0-306-40615-7 -> ISBN:978-0-306-40615-7 @ references[1]",
                        "36:7 https://counting.example.net/read @ references[1]",
                        "40:8 10.5281/zenodo.1000 -> doi:10.5281/zenodo.1000 @ this work");
        assertThat(Cited.works("CITATION.cff", GOLDEN))
                .contains(
                        "https://code.example.net/tide | this work | Tide 😀 Tool | Lindqvist | 2020-06-03 | -",
                        "ISSN:1234-5679 | references[0] | The Quiet Years | Harbour Watch | 1999-11 | 2001-02-03",
                        "ISBN:978-0-306-40615-7 | references[1] | On Counting | - | - | -");
    }

    @Test
    void commentsAreComments() {
        assertThat(Reads.named("CITATION.cff", GOLDEN).reading().comments())
                .extracting(Comment::text)
                .containsExactly("see https://e.com/not-cited", "all versions");
    }

    @Test
    void whatIsNoYamlIsReadAsText() {
        var document = Reads.named("CITATION.cff", "url: https://e.com/a\n\tx: {\nurl: https://e.com/b\n");
        assertThat(Cited.in(document)).extracting(c -> c.cited()).containsExactly("https://e.com/a", "https://e.com/b");
        assertThat(document.problems()).hasSize(1);
    }
}
