package ibid.citation;

import static ibid.citation.TestDocuments.cited;
import static ibid.citation.TestDocuments.find;
import static ibid.citation.TestDocuments.pictured;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars enclose what is found; a picture without bars is one in which nothing is. */
class IdentifierTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "see |doi:10.1000/1|.",
                "see DOI: |10.1000/182|, and",
                "DOI |10.1016/S0140-6736(97)11096-0|.",
                "(|10.1016/S0140-6736(97)11096-0|)",
                "(|doi:10.1000/abc|)",
                "Smith (2001) |10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O|. Next",
                "|10.1000/abc_def|, |10.1000/bcd|; |10.1000.10/c-d|",
                "“|10.1000/abc|” and <|doi:10.1000/abc|>",
                "参见|10.1000/abc|。",
                "doi = |10.1000/abc|",
                "short |doi:10/gfxzmt|.",
                "the handbook |10.1000/182| says",
                "wrong |doi:10.123/abc| registrant",
                "|DOI:10.1000/abc|\nnext line",
                "DOI |10.1000/a|<br>",
            })
    void doisWithAndWithoutTheirLabel(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the network 10.1000/24 is",
                "10.0.0.0/8 and 10.10.10.10/32 and 10.1.2.3",
                "version 10.1234 or 10.12.1/2",
                "pay 10.1000/h or 10.1000 / 2",
                "path/10.1000/abc and x=10.1000/abc and v10.1000/abc",
                "a `10.1000/abc` in code",
                "doi 10.1000 is a prefix, and doi: 10.1000/",
                "110.1000/abc and 3.10.1000/abc",
            })
    void numbersThatOnlyLookLikeDois(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see |arXiv:1706.03762|.",
                "|arXiv:1706.03762v5| [cs.CL]",
                "arXiv preprint |arXiv:1706.03762|, 2017",
                "arXiv preprint |1706.03762|",
                "arXiv: |1706.03762|, |1801.00001| and",
                "old |arXiv:hep-th/9901001v2| and |arXiv:math.GT/0309136|",
                "|arXiv:1713.03762| has no such month",
                "|arXiv:astro-ph/9901001| and |arXiv:math.AG/0309136|",
            })
    void arxivBehindItsLabel(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a value of 1706.03762 only",
                "hep-th/9901001 without label",
                "arXiv 2017 and arXiv 3.1415",
                "the arXiv, 1706.03762 times",
                "`arXiv:1706.03762`",
                "xarXiv:1706.03762",
            })
    void numbersWithoutTheLabelOfArxiv(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PMID: |23903748|.",
                "|PMID:23903748|; |PMCID:PMC3737249|",
                "PMID: |123|, |456|",
                "PMID |23903748|; |23903749| and |23903750|.",
                "[PubMed: |23903748|]",
                "PubMed ID |23903748|",
                "in |PMC3737249|.",
                "PMCID: |PMC3737249|",
                "PMID: |23903748|, 2013.",
                "PMID: |23903748|, 24 patients",
                "in |PMC12345| but not in PMC1234",
                "PMCID: |PMC3737249|, 12345 patients",
            })
    void recordsOfPubMed(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "23903748 alone",
                "the PMID is 23903748th",
                "PMID 1.5 and PMID 1234567890",
                "PMC 1 and PMC12 chips, pmc3737249",
                "PMID: none",
                "aPMID: 123",
            })
    void numbersThatAreNoRecords(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISBN |0-306-40615-2|.",
                "ISBN: |0306406152|",
                "ISBN-13: |978-0-306-40615-7|, 2010",
                "ISBN 13 |978 0 306 40615 7| 2010",
                "ISBN-10 (print): |0-8044-2957-X|",
                "|ISBN:9780306406157|",
                "ISBN |978–0–306–40615–7|",
                "ISBN |0-306-40615-2| (pbk.), |978-0-306-40615-7| (hbk.)",
                "ISBN |0-306-40615-3| is wrong",
                "ISBN |978-0-306-40615| lacks one",
                "(ISBN\u00A0|0-306-40615-2|)",
                "ISBN\n|0-306-40615-2|",
                "ISBN |979 10 90636 07 1|, 2010",
                "ISBN |0 8044 2957 X|, 1980",
                "ISBN |0 8044 2957 x|",
                "ISBN |0\u00A0306\u00A040615\u00A02| 20",
                "ISBN |0 306 40615 2|",
                "ISBN |0-306-40615-2|-",
                "ISBN |0-306-40615-2|\u00A03",
                "ISBN |0-306-40615-21| has one more",
                "ISBN |0-306-40615-2-1| has one more",
                "|urn:isbn:0306406152|",
                "ISBN-10 |0-8044-2957-X| and ISBN 10: |0-306-40615-2|",
                "ISBN13: |978-0-306-40615-7| and ISBN10 |0-306-40615-2|",
                "ISBN |0-306-4061-X| lacks one",
                "ISBN      |0-306-40615-2|",
                "ISBN (of the book) |0-306-40615-2|",
                "e-ISBN |978-0-306-40615-7| and p-ISBN: |0-306-40615-2|",
            })
    void booksBehindTheirLabel(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0-306-40615-2 alone",
                "call 1-800-555-0199 or 030 640615 2",
                "an ISBN has 10 or 13 digits",
                "ISBN 13 is longer than ISBN 10",
                "ISBN 12 34",
                "ISBN 0-306-40615-2a",
                "ISBN 0-306-40615-2_",
                "ISBN 0 306  40615 2",
                "ISBN 0 306 40615",
                "prices: 9780306406157",
                "Jun.2010.ISBN.1430227575.pdf",
                "`ISBN 0-306-40615-2`",
                "the ISBN. 0306406152 is one",
                "ISBN- 0306406152 and ISBN - 0306406152",
                "/isbn 0306406152 and x-ISBN 0306406152",
                "-ISBN 0306406152",
                "ISBN       0306406152",
                "ISBN (of the book that was printed) 0306406152",
            })
    void numbersThatAreNoBooks(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ISSN |0317-8471|.",
                "ISSN: |2434-561X|",
                "e-ISSN |2434-561x|",
                "ISSN |0028-0836| (print), |1476-4687| (online)",
                "ISSN-L |0317-8471|",
                "ISSN (online): |0317-8471|",
                "|ISSN:0317-8472| is wrong",
            })
    void serialsBehindTheirLabel(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pp. 1234-5678 and 0317-8471",
                "years 2001-2002",
                "ISSN 0317-84710",
                "ISSN 1234",
                "ISSN of 2001-2002-2003",
                "order 0317-8471-22",
            })
    void rangesThatAreNoSerials(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see |RFC 3986|, section 3",
                "|RFC3986|-style and |RFC-2119|",
                "RFCs |821|, |822| and |2822|.",
                "|RFC 822|, 1982",
                "in |rfc 2616| or |RFC 0791|.",
                "(|RFC 3986|)",
                "IETF |RFC 3986|.",
                "|urn:ietf:rfc:3986|",
                "|RFC\n3986|",
            })
    void requestsForComments(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rust RFC 1234 and PHP RFC 12",
                "the Rust\nRFC 1234",
                "RFC #2795 and an RFC, 10 days later",
                "the RFC. 10 days later",
                "RFC 2.0 and RFC 10,000",
                "the rfc822 module and rfc3986.txt and /rfc/rfc3986",
                "RFC 123456 and, for Perl 6, RFC number\n88",
                "`RFC 3986`",
                "xRFC 3986 and my_rfc 12",
            })
    void otherRfcs(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|hdl:2027/mdp.39015078|.",
                "Handle: |20.500.12345/678|",
                "|hdl:10.1000/182|",
                "(|hdl:1721.1/2|)",
                "hdl: |2027/x|, next",
                "|ark:/12148/btv1b8449691v|.",
                "|ark:12148/btv1b8449691v/f2|",
                "(|ARK:/12148/x|)",
                "|urn:nbn:de:101:1-2009101904|,",
                "|URN:NBN:fi:uef-1|",
                "|urn:lex:it:stato:legge:2003|",
                "|swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2|.",
                "|swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2;origin=https://e.com/r.git;lines=9-15|, a",
                "|swh:1:dir:94a9ed024d3859793618152ea559a168bbcbb5e| too short",
                "by |0000-0002-1825-0097|.",
                "ORCID: |0000-0002-1825-0097|",
                "ORCID iD |0000-0002-1825-0098| is wrong",
                "|orcid:0000-0002-1825-0097|",
                "|0000-0002-1694-233X|",
                "ORCID: |0000-0002-1825-0097|, 0000-0002-1825-0098 is another's",
            })
    void namesAndPersons(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handle 404/500 errors and a handle: none",
                "to handle 2027/x",
                "landmark:/12148/x and ark:/12/x and Noah's ark: 12148/x",
                "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
                "urn:oasis:names:tc:xyz and return:isbn:1",
                "swh:1:cnt:94a9 and swh:2:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2",
                "0000-0002-1825-0098 has another check digit",
                "card 4111-1111-1111-1111",
                "`urn:isbn:0306406152`",
                "hdl:",
            })
    void wordsThatOnlyLookLikeNames(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|https://doi.org/10.1000/182|",
                "doi:|https://doi.org/10.1000/182|",
                "|doi.org/10.1000/182|",
                "|https://e.com/rfc3986|",
                "|http://e.com/?isbn=0306406152|",
            })
    void anAddressIsNoSecondCitation(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISBN 0-306-40615-2 | isbn:0-306-40615-2",
                "DOI: 10.1000/182 | doi:10.1000/182",
                "10.1000/182 | 10.1000/182",
                "RFC 3986 | RFC 3986",
                "RFCs 821 and 822 | rfc:821 ; rfc:822",
                "DOI: 10.1000/a\u200Bbc | doi:10.1000/abc",
                "PMID:1, 2 | PMID:1 ; pmid:2",
                "PMCID: PMC3737249 | pmcid:PMC3737249",
                "ORCID 0000-0002-1825-0098 | orcid:0000-0002-1825-0098",
            })
    void whatIsCitedSpeaksForItself(String text, String cited) {
        assertThat(cited(text)).isEqualTo(cited);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|RFC 3986|",
                "|10.1000/182|",
                "|urn:isbn:0306406152|",
            })
    void aLongTextHidesNone(String picture) {
        var words = "word ".repeat(1000);
        assertPicture(words + picture + ", " + words + picture + " 1 " + words);
    }

    @Test
    void theKindIsIdentifier() {
        assertThat(find("see RFC 3986")).extracting(Citation::kind).containsExactly(CitationKind.IDENTIFIER);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1000/",
                "10.10",
                "10.1000/(",
                "doi:",
                "ISBN 1-",
                "ISBN ",
                "1)",
                "(1",
                "PMID: 1, ",
                "RFC ",
                "RFCs 1, ",
                "urn:",
                "urn:isbn:",
                "swh:1:cnt:",
                "ark:/12148/",
                "a/1",
                "10.1000/a,",
                "0000-0002-",
                "ISSN 1234-",
                "1 1-",
                ":",
                "hep-th/1",
            })
    void hostileTextTakesTimeInProportion(String unit) {
        var text = unit.repeat(300_000 / unit.length());
        org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> new IdentifierFinder().find(text, 10_000));
    }

    private static void assertPicture(String picture) {
        assertThat(pictured(picture.replace("|", ""))).isEqualTo(picture);
    }
}
