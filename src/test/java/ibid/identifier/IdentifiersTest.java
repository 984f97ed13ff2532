package ibid.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.url.Url;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                // DOI
                "doi:10.1000/182 doi:10.1000/182",
                "`DOI: 10.1000/182` doi:10.1000/182",
                "`DOI 10.1000/182.` doi:10.1000/182",
                "10.1000/182, doi:10.1000/182",
                "https://doi.org/10.1000/182 doi:10.1000/182",
                "HTTP://DX.DOI.ORG/10.1000/182 doi:10.1000/182",
                "https://www.doi.org/10.1000/182 doi:10.1000/182",
                "https://hdl.handle.net/10.1000/182 doi:10.1000/182",
                "doi.org/10.1000/182 doi:10.1000/182",
                "https://doi.org/doi:10.1000/182 doi:10.1000/182",
                "info:doi/10.1000/182 doi:10.1000/182",
                "urn:doi:10.1000/182 doi:10.1000/182",
                "https://doi.org/10.1000/182?utm_source=x doi:10.1000/182",
                "10.1016/S0140-6736(97)11096-0 doi:10.1016/s0140-6736(97)11096-0",
                "`10.1016/S0140-6736(97)11096-0).` doi:10.1016/s0140-6736(97)11096-0",
                "https://doi.org/10.1016%2FS0140-6736%2897%2911096-0 doi:10.1016/s0140-6736(97)11096-0",
                "doi:10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O doi:10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o",
                "https://doi.org/10.1002/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O doi:10.1002/(sici)1097-4571(199806)49:8<693::aid-asi4>3.0.co;2-o",
                "https://onlinelibrary.wiley.com/doi/abs/10.1002/spe.3075 doi:10.1002/spe.3075",
                "https://onlinelibrary.wiley.com/doi/10.1002/spe.3075/full doi:10.1002/spe.3075",
                "https://dl.acm.org/doi/pdf/10.1145/3485513 doi:10.1145/3485513",
                "https://dl.acm.org/doi/10.1145/3485513 doi:10.1145/3485513",
                "doi:10/gfxzmt doi:10/gfxzmt",
                "https://doi.org/GFxzmt doi:10/gfxzmt",
                // arXiv
                "arXiv:1706.03762 arxiv:1706.03762",
                "arXiv:1706.03762v5 arxiv:1706.03762v5",
                "`arXiv preprint arXiv:1706.03762` arxiv:1706.03762",
                "https://arxiv.org/abs/1706.03762 arxiv:1706.03762",
                "https://arxiv.org/pdf/1706.03762v2.pdf arxiv:1706.03762v2",
                "https://arxiv.org/html/1706.03762 arxiv:1706.03762",
                "https://doi.org/10.48550/arXiv.1706.03762 arxiv:1706.03762",
                "arXiv:math.GT/0309136 arxiv:math/0309136",
                "https://arxiv.org/abs/hep-th/9901001v2 arxiv:hep-th/9901001v2",
                // PubMed
                "`PMID: 23903748` pmid:23903748",
                "PMID:23903748 pmid:23903748",
                "`PubMed ID 23903748` pmid:23903748",
                "https://pubmed.ncbi.nlm.nih.gov/23903748/ pmid:23903748",
                "https://www.ncbi.nlm.nih.gov/pubmed/23903748 pmid:23903748",
                "info:pmid/23903748 pmid:23903748",
                "PMC3737249 pmcid:PMC3737249",
                "`PMCID: PMC3737249` pmcid:PMC3737249",
                "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3737249/ pmcid:PMC3737249",
                "https://pmc.ncbi.nlm.nih.gov/articles/pmc3737249 pmcid:PMC3737249",
                // ISBN and ISSN
                "`ISBN 0-306-40615-2` isbn:9780306406157",
                "`ISBN-13: 978-0-306-40615-7` isbn:9780306406157",
                "`ISBN-10 (print): 0306406152` isbn:9780306406157",
                "isbn:9780306406157 isbn:9780306406157",
                "urn:isbn:0306406152 isbn:9780306406157",
                "`ISBN 0-8044-2957-X` isbn:9780804429573",
                "`ISSN 0317-8471` issn:0317-8471",
                "`eISSN: 2434-561x` issn:2434-561X",
                "urn:issn:03178471 issn:0317-8471",
                // names
                "hdl:2027/mdp.39015078 hdl:2027/mdp.39015078",
                "https://hdl.handle.net/20.500.12345/Ab hdl:20.500.12345/Ab",
                "info:hdl/2027/mdp.1 hdl:2027/mdp.1",
                "ark:/12148/btv1b8449691v ark:12148/btv1b8449691v",
                "ark:12148/btv1b8449691v ark:12148/btv1b8449691v",
                "https://n2t.net/ark:/12148/btv1b8449691v ark:12148/btv1b8449691v",
                "URN:NBN:de:101:1-2009101904 urn:nbn:de:101:1-2009101904",
                "https://nbn-resolving.org/urn:nbn:de:101:1-2009101904 urn:nbn:de:101:1-2009101904",
                "urn:lex:it:stato:legge:2003-09-21;456 urn:lex:it:stato:legge:2003-09-21;456",
                "0000-0002-1825-0097 orcid:0000-0002-1825-0097",
                "`ORCID iD: 0000-0002-1694-233X` orcid:0000-0002-1694-233X",
                "http://orcid.org/0000-0002-1825-0097 orcid:0000-0002-1825-0097",
                "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2 swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2",
                "https://archive.softwareheritage.org/swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2/ swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2",
                "`RFC 3986` rfc:3986",
                "RFC0791 rfc:791",
                "https://www.rfc-editor.org/rfc/rfc3986.html rfc:3986",
                "https://www.rfc-editor.org/info/rfc3986 rfc:3986",
                "https://tools.ietf.org/html/rfc3986 rfc:3986",
                "https://datatracker.ietf.org/doc/html/rfc3986 rfc:3986",
                "https://www.ietf.org/rfc/rfc3986.txt rfc:3986",
                "urn:ietf:rfc:3986 rfc:3986",
                "https://doi.org/10.17487/RFC3986 rfc:3986",
            })
    void everySpellingHasOneNormalForm(String text, String key) {
        assertThat(Identifiers.parse(text).map(id -> id instanceof Identifier right ? right.key() : id.toString()))
                .contains(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISBN 0-306-40615-3 | its check digit should be 2, not 3",
                "ISBN 978-0-306-40615-8 | its check digit should be 7, not 8",
                "ISBN 0-8044-2957-0 | its check digit should be X, not 0",
                "ISBN 977-0-306-40615-7 | it begins with 977 where 13 digits begin with 978 or 979",
                "ISBN 978-0-306-40615 | it has 12 digits where an ISBN has 10 or 13",
                "ISSN 0317-8472 | its check digit should be 1, not 2",
                "ISSN 2434-5610 | its check digit should be X, not 0",
                "ORCID 0000-0002-1825-0098 | its check digit should be 7, not 8",
                "https://orcid.org/0000-0002-1825-0098 | its check digit should be 7, not 8",
                "doi:10.123/abc | its registrant \"123\" has 3 digits where there are 4 to 9",
                "doi:11.1000/182 | it begins with 11 where every DOI begins with 10",
                "arXiv:1713.03762 | its month would be 13",
                "arXiv:hep-th/9913001 | its month would be 13",
                "arXiv:1706.0376 | it has 4 digits behind the point where papers since 2015 have 5",
                "arXiv:1406.03762 | it has 5 digits behind the point where papers before 2015 have 4",
                "arXiv:0612.0001 | its number has the form that began in April 2007, with 0704",
                "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e | its hash has 39 digits where there are 40",
                "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5eg | its hash holds more than 0 to 9 and a to f",
            })
    void aWrongOneSaysWhatIsWrong(String text, String why) {
        assertThat(Identifiers.parse(text))
                .hasValueSatisfying(id -> assertThat(id)
                        .isInstanceOfSatisfying(
                                WrongIdentifier.class,
                                wrong -> assertThat(wrong.why()).isEqualTo(why)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/24",
                "10.1000",
                "10.1000/",
                "10.1000/a b",
                "ISBN",
                "ISBN 13",
                "ISSN 1234",
                "PMID: 123456789",
                "PMID 0",
                "RFC",
                "RFC 123456",
                "RFC 0",
                "doi",
                "http://",
                "https://e.com/10.1000/182",
                "hdl:",
                "ark:/12/x",
                "ark:/12148/",
                "urn:x",
                "swh:1:cnt:94a9",
                "1706.03762",
                "1234-5678",
                "9780306406157",
                "isbn of a book",
            })
    void otherTextSpellsNone(String text) {
        assertThat(Identifiers.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://doi.org/",
                "https://www.doi.org/overview",
                "https://doi.org/10.1000/182?locatt=mode:legacy",
                "https://doi.org/10.1000/182#section-2",
                "https://doi.org/10.1000/182.",
                "https://doi.org/api/handles/10.1000/182",
                "https://user@doi.org/10.1000/182",
                "https://doi.org:8080/10.1000/182",
                "https://www.tandfonline.com/doi/pdf/10.1080/123?needAccess=true",
                "https://pubs.acs.org/doi/suppl/10.1021/ja01",
                "https://example.com/doi/10.1000/182",
                "http://localhost/doi/10.1000/182",
                "http://10.0.0.1/doi/10.1000/182",
                "https://arxiv.org/abs/1706.03762?context=cs",
                "https://arxiv.org/pdf/1706.03762#page=3",
                "https://arxiv.org/list/cs/recent",
                "https://arxiv.org/abs/1713.03762",
                "https://pubmed.ncbi.nlm.nih.gov/?term=cancer",
                "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3737249/figure/F1/",
                "https://www.ncbi.nlm.nih.gov/gene/123",
                "https://tools.ietf.org/html/rfc3986#section-3",
                "https://datatracker.ietf.org/doc/html/rfc3986/history",
                "https://www.rfc-editor.org/errata/rfc3986",
                "https://hdl.handle.net/2027/mdp.39015078?urlappend=%3Bseq=7",
                "https://gallica.bnf.fr/ark:/12148/btv1b8449691v",
                "https://openlibrary.org/isbn/9780306406157",
                "https://portal.issn.org/resource/ISSN/0317-8471",
                "https://orcid.org/register",
                "https://e.com/",
            })
    void anAddressThatSaysMoreOrElseStaysAnAddress(String address) {
        assertThat(Url.parse(address).flatMap(Identifiers::of)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "doi:10.1000/182 https://doi.org/10.1000/182",
                "doi:10.1000/1<2:a>3.0.co;2-#% https://doi.org/10.1000/1%3C2:a%3E3.0.co%3B2-%23%25",
                "doi:10.1000/ü https://doi.org/10.1000/%C3%BC",
                "doi:10/gfxzmt https://doi.org/gfxzmt",
                "arXiv:hep-th/9901001v2 https://arxiv.org/abs/hep-th/9901001v2",
                "pmid:23903748 https://pubmed.ncbi.nlm.nih.gov/23903748/",
                "PMC3737249 https://pmc.ncbi.nlm.nih.gov/articles/PMC3737249/",
                "hdl:2027/mdp.1 https://hdl.handle.net/2027/mdp.1",
                "ark:/12148/btv1%20x https://n2t.net/ark:12148/btv1%20x",
                "urn:nbn:de:101:1-2009 https://nbn-resolving.org/urn:nbn:de:101:1-2009",
                "urn:nbn:se:kb-1 https://urn.kb.se/resolve?urn=urn:nbn:se:kb-1",
                "0000-0002-1825-0097 https://orcid.org/0000-0002-1825-0097",
                "RFC3986 https://www.rfc-editor.org/rfc/rfc3986",
            })
    void eachHasTheAddressWhereItIsResolved(String text, String address) {
        assertThat(right(text).address()).contains(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"isbn:9780306406157", "issn:0317-8471", "urn:lex:it:stato", "urn:nbn:zz:1"})
    void noneIsResolvedWhereNobodyCanSayNo(String text) {
        assertThat(right(text).address()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doi:10.1000/182",
                "arXiv:1706.03762v5",
                "PMID 23903748",
                "PMC3737249",
                "ISBN 9780306406157",
                "ISSN 0317-8471",
                "hdl:2027/mdp.1",
                "ark:12148/btv1b8449691v",
                "urn:nbn:de:101:1-2009",
                "ORCID 0000-0002-1825-0097",
                "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2",
                "RFC 3986",
            })
    void whatIsShownAndItsKeyReadBackAsTheSame(String shown) {
        var id = right(shown);
        assertThat(id.shown()).isEqualTo(shown);
        assertThat(Identifiers.parse(id.key())).contains(id);
        assertThat(id.address()
                        .flatMap(Url::parse)
                        .map(url -> Identifiers.of(url))
                        .orElse(Optional.of(id)))
                .contains(id);
    }

    @Test
    void versionsAndQualifiersAreOneWork() {
        assertThat(right("arXiv:1706.03762v5").work()).isEqualTo(right("arXiv:1706.03762"));
        var swhid = "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2";
        var line = right(swhid + ";origin=https://e.com/r.git;lines=9-15");
        assertThat(line.work()).isEqualTo(right(swhid));
        assertThat(line.address())
                .contains(
                        "https://archive.softwareheritage.org/" + swhid + "%3Borigin=https://e.com/r.git%3Blines=9-15");
        assertThat(right("doi:10.1000/182").work()).isEqualTo(right("10.1000/182"));
    }

    @Test
    void aFieldOfABibliographyNeedsNoLabel() {
        assertThat(Identifiers.parse(Scheme.ISBN, " 0-306-40615-2 ")).contains(right("isbn:9780306406157"));
        assertThat(Identifiers.parse(Scheme.PMID, "123")).contains(right("pmid:123"));
        assertThat(Identifiers.parse(Scheme.DOI, "https://doi.org/10.1000/182")).contains(right("doi:10.1000/182"));
        assertThat(Identifiers.parse(Scheme.DOI, "10.48550/arXiv.1706.03762")).contains(right("arXiv:1706.03762"));
        assertThat(Identifiers.parse(Scheme.ISSN, "none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1000/",
                "doi:10.1000.1",
                "ISBN 1-",
                "urn:x:",
                "swh:1:cnt:a",
                "ark:/12148/",
                "((",
                "https://doi.org/(",
                "hdl:1.a"
            })
    void hostileLengthIsReadAtOnce(String start) {
        var tail = start.substring(start.length() - 2);
        assertThat(Identifiers.parse(start + tail.repeat(500_000))).satisfies(id -> {});
    }

    private static Identifier right(String text) {
        return (Identifier) Identifiers.parse(text).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"doi:10.1038", "doi:hello", "issn:12", "isbn:978-3-16", "pmid:abc", "PMCID:PMC", "orcid:0000"})
    void whatIsSaidToBeAnIdentifierAndHasNotItsShapeIsWrong(String text) {
        assertThat(Identifiers.parse(text)).isEmpty();
        assertThat(Identifiers.parseLabelled(text))
                .hasValueSatisfying(found -> assertThat(found)
                        .isInstanceOfSatisfying(
                                WrongIdentifier.class,
                                wrong -> assertThat(wrong.why()).startsWith("it ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doi:forthcoming",
                "doi:",
                "isbn:n/a",
                "doi:10.xxxx/xxxxx",
                "doi:{doi}",
                "doi:10.1000/...",
                "issn:in press",
                "arxiv:hep-th",
                "mailto:a@b.org",
                "javascript:void(0)"
            })
    void whatIsLeftOpenOrNoIdentifierIsNotWrong(String text) {
        assertThat(Identifiers.parseLabelled(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "978-3-16-148410-0, isbn:978-3-16-148410-0",
        "9783161484100, isbn:9783161484100",
        "0 306 40615 2, isbn:0 306 40615 2",
        "080442957X, isbn:080442957X",
        "0028-0836, issn:0028-0836",
        "10.1038, doi:10.1038",
        "10.1038/nature12373, doi:10.1038/nature12373",
        "12345678, ",
        "2020-06-03, ",
        "1.10.1038, ",
        "10.0.0.1/24, ",
        "555-1234, "
    })
    void whatStandsAloneIsKnownByItsDigits(String text, String labelled) {
        assertThat(Identifiers.labelledAlone(text)).isEqualTo(Optional.ofNullable(labelled));
    }
}
