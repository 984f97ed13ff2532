package ibid.document.bibliography;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Comment;
import ibid.document.Entry;
import ibid.document.readers.Cited;
import ibid.document.readers.Reads;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BibtexReaderTest {
    private static final String GOLDEN = """
            % Sources of the harbour study. See https://e.com/not-cited
            @string{harbour = "https://harbour.example.net/"}
            @string(jfo = {Journal of Field Observations})

            @article{lindqvist2020,
              author    = {Lindqvist, {\\AA}sa and M{\\"u}ller, J{\\'o}zef},
              title     = {The {Quiet} Years of the {H}arbour \\emph{Office}},
              journal   = jfo,
              year      = 2020,
              month     = jun,
              doi       = {10.1000/j.harbour_2020.06},
              issn      = {1234-5679},
              url       = {https://doi.org/10.1000/j.harbour\\_2020.06},
              urldate   = {2021-02-03},
            }

            @misc{web:seals,
              title = "Seals of the Estuary",
              author = "{Harbour Watch}",
              howpublished = "\\url{https://www.harbour.net/seals\\%20of?x=1\\&y=2}",
              note = "[Online; accessed 19-July-2008]"
            }

            @InProceedings(smith99,
              Title = {On Counting},
              Author = {John Smith},
              Date = {1999-10/1999-11},
              Note = {Slides at https://smith.example.net/{\\_}talks/count.pdf (archived), see also \\href{https://conf.net/99}{the programme}.},
              eprint = {cs/9901001}, archivePrefix = "arXiv",
              ISBN = {978-0-306-40615-7 and 0-306-40615-2}
            )

            @online{base, url = harbour # "maps/" # {a.html}, title = {Maps}, file = {Full Text:files/12/maps\\:a.pdf:application/pdf}}
            @article{pm, pmid = {23903748}, pmcid = {PMC3737249}, eprint = 1706.03762, eprinttype = {arxiv}, biburl = {https://dblp.org/rec/x.bib}
              abstract = {Everything about it at
                https://abs.net/one. And more.}}
            @comment{ibid-ignore-file: a reason}
            """;

    @Test
    void findsEveryCitationWhereItStands() {
        assertThat(Cited.located("a.bib", GOLDEN))
                .containsExactly(
                        "11:16 10.1000/j.harbour_2020.06 -> doi:10.1000/j.harbour_2020.06 @ lindqvist2020",
                        "12:16 1234-5679 -> ISSN:1234-5679 @ lindqvist2020",
                        "13:16 https://doi.org/10.1000/j.harbour\\_2020.06 -> https://doi.org/10.1000/j.harbour_2020.06 @ lindqvist2020",
                        "20:24 https://www.harbour.net/seals\\%20of?x=1\\&y=2 -> https://www.harbour.net/seals%20of?x=1&y=2 @ web:seals",
                        "28:21 https://smith.example.net/{\\_}talks/count.pdf -> https://smith.example.net/_talks/count.pdf @ smith99",
                        "28:94 https://conf.net/99 @ smith99",
                        "29:13 cs/9901001 -> arXiv:cs/9901001 @ smith99",
                        "30:11 978-0-306-40615-7 -> ISBN:978-0-306-40615-7 @ smith99",
                        "30:33 0-306-40615-2 -> ISBN:0-306-40615-2 @ smith99",
                        "33:21 harbour # \"maps/\" # {a.html} -> https://harbour.example.net/maps/a.html @ base",
                        "33:85 files/12/maps\\:a.pdf -> files/12/maps:a.pdf @ base",
                        "34:22 23903748 -> PMID:23903748 @ pm",
                        "34:42 PMC3737249 -> PMCID:PMC3737249 @ pm",
                        "34:64 1706.03762 -> arXiv:1706.03762 @ pm",
                        "34:108 https://dblp.org/rec/x.bib @ pm",
                        "36:5 https://abs.net/one @ pm");
    }

    @Test
    void eachEntryDescribesItsWork() {
        assertThat(Reads.named("a.bib", GOLDEN).reading().entries())
                .extracting(e -> String.join(
                        " | ",
                        List.of(
                                shown(e.key()),
                                shown(e.title()),
                                shown(e.author()),
                                shown(e.date()),
                                shown(e.accessed()))))
                .containsExactly(
                        "lindqvist2020 | The Quiet Years of the Harbour Office | Lindqvist, Åsa and Müller, Józef | 2020-06 | 2021-02-03",
                        "web:seals | Seals of the Estuary | Harbour Watch | - | 2008-07-19",
                        "smith99 | On Counting | John Smith | 1999-10 | -",
                        "base | Maps | - | - | -",
                        "pm | - | - | - | -");
    }

    @Test
    void identifiersAreIdentifiersAndAddressesAreBibliography() {
        assertThat(Cited.in(Reads.named("a.bib", GOLDEN)))
                .extracting(c -> c.kind().name())
                .containsExactly(
                        "IDENTIFIER",
                        "IDENTIFIER",
                        "BIBLIOGRAPHY",
                        "BIBLIOGRAPHY",
                        "BIBLIOGRAPHY",
                        "BIBLIOGRAPHY",
                        "IDENTIFIER",
                        "IDENTIFIER",
                        "IDENTIFIER",
                        "BIBLIOGRAPHY",
                        "FILE",
                        "IDENTIFIER",
                        "IDENTIFIER",
                        "IDENTIFIER",
                        "BIBLIOGRAPHY",
                        "BIBLIOGRAPHY");
    }

    private static String shown(Optional<String> value) {
        return value.orElse("-");
    }

    @Test
    void textOutsideOfRecordsIsComment() {
        assertThat(Reads.named("a.bib", GOLDEN).reading().comments())
                .extracting(Comment::text)
                .contains("Sources of the harbour study. See https://e.com/not-cited")
                .contains("ibid-ignore-file: a reason");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "@a{k, url = {https://e.com/a} | https://e.com/a",
                "@a{k, url = {https://e.com/a}, url2={x | https://e.com/a",
                "@a{k url = {https://e.com/a}} | https://e.com/a",
                "@a{k,, title = {x} url = \"https://e.com/a\" year = 1 | https://e.com/a",
                "@a{k, url = https://e.com/a, x = 1} | https://e.com/a",
                "@a{k, url : {https://e.com/b}, url = {https://e.com/a}} | https://e.com/a",
                "@a{k, title = {x {y}, \\n@b{l, url = {https://e.com/a}} | https://e.com/a",
                "@a{k, title = \"x {y}, \\n  @b{l , url = {https://e.com/a}} | https://e.com/a",
                "@a{k, title = {x\\n@string{s = \"https://e.com/a\"}\\n@b{l, url=s} | https://e.com/a",
                "me@home.org @a{url = {https://e.com/a}} | https://e.com/a",
                "@a{k, url = {https://e.com/~u} | https://e.com/~u",
                "@a{k, url = {https://e.com/\\~{}u} | https://e.com/~u",
                "@a{k, url = {https://e.com/{\\textasciitilde}u} | https://e.com/~u",
                "@a{k, url = {https://e.com/\\textasciitilde u} | https://e.com/~u",
                "@a{k, url = {https://e.com/$\\sim$u} | https://e.com/~u",
                "@a{k, note = {https://e.com/~u} | https://e.com/~u",
                "@a{k, url = {\\url{https://e.com/a_b}} | https://e.com/a_b",
                "@a{k, url = {https://e.com/a b https://e.com/c} | https://e.com/a https://e.com/c",
                "@a{k, url = {https://e.com/a;https://e.com/c} | https://e.com/a https://e.com/c",
                "@a{k, url = {www.e.com/a} | www.e.com/a",
                "@a{k, doi = {https://doi.org/10.1000/1} | https://doi.org/10.1000/1",
                "@a{k, doi = {doi:10.1000/1} | doi:10.1000/1",
                "@a{k, doi = {10.1002/(SICI)1-4<69::AID-A>3.0.CO;2-O}} | doi:10.1002/(SICI)1-4<69::AID-A>3.0.CO;2-O",
                "@a{k, eprint = {2001.01234v2}} | arXiv:2001.01234v2",
                "@a{k, eprint = {whatever}, archiveprefix = {jstor}} | ``",
                "@a{k, isbn = {nonsense}} | ``",
                "%@a{k, url = {https://e.com/a}} | ``",
                "@preamble{\"\\url{https://e.com/a}\"} | ``",
                "@a{k, title = {Node.js and e.com}} | ``",
            })
    void readsWhatPeopleWrite(String text, String cited) {
        var found = String.join(
                " ",
                Cited.in(Reads.named("a.bib", text.replace("\\n", "\n"))).stream()
                        .map(c -> c.cited())
                        .toList());
        assertThat(found).isEqualTo(cited);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "G{\\\"o}del, Kurt | Gödel, Kurt",
                "Erd\\H{o}s, P\\'al | Erdős, Pál",
                "{\\v{C}}apek, Karel | Čapek, Karel",
                "Fran\\c{c}ois Mart{\\'\\i}n | François Martín",
                "\\O ystein \\L{}ukasz | Øystein Łukasz",
                "Stra\\ss{}e ~ \\& S\\o{}n | Straße & Søn",
            })
    void readsAccents(String written, String shown) {
        assertThat(Reads.named("a.bib", "@a{k, author = {" + written + "}}")
                        .reading()
                        .entries())
                .extracting(Entry::author)
                .containsExactly(Optional.of(shown));
    }

    @ParameterizedTest
    @CsvSource({
        "'@a{k, x = {',40000",
        "{,200000",
        "@a,200000",
        "'@a{k, url = \"',40000",
        "'\n@a{k, t = {',40000",
        "\\href{\\url{,60000"
    })
    void hostileTextIsReadInLinearTimeAndASmallStack(String piece, int times) {
        var text = "@a{z, note = {" + piece.repeat(times) + "}}\n@b{last, url = {https://e.com/a}}";
        assertThat(Reads.named("a.bib", text).problems()).isEmpty();
        assertThat(Cited.places("a.bib", text)).last().asString().endsWith("https://e.com/a");
    }

    @Test
    void stringsThatDoubleEachOtherStaySmall() {
        var text = new StringBuilder("@string{a0 = \"https://e.com/\"}\n");
        for (var i = 1; i < 200; i++) {
            text.append("@string{a" + i + " = a" + (i - 1) + " # a" + (i - 1) + "}\n");
        }
        text.append("@a{k, url = a199}");
        assertThat(Reads.named("a.bib", text.toString()).links())
                .singleElement()
                .satisfies(link -> assertThat(link.destination().length()).isLessThan(5000));
    }
}
