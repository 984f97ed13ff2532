package ibid.citation;

import static ibid.citation.TestDocuments.cited;
import static ibid.citation.TestDocuments.pictured;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefangedTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "see |hxxp://e.com/a|. # http://e.com/a",
                "see |hXXps://e.com/a|, x # https://e.com/a",
                "see |hxxps[:]//e.com/a| x # https://e.com/a",
                "see |https[:]//e[.]com/a| x # https://e.com/a",
                "see |https[://]e[.]com[/]a| x # https://e.com/a",
                "see |h**p://e.com| x # http://e.com",
                "see |hXxp://e.com/a| x # http://e.com/a",
                "|hXXPs[:]//e.com/a| x # https://e.com/a",
                "|hxxp[:]//e.com| x # http://e.com",
                "|hxxps://e.com/a| # https://e.com/a",
                "(|hxxp://e[.]com/a_(b)|) # http://e.com/a_(b)",
                "see |fxp://e.com/a| x # ftp://e.com/a",
                "|fxp://e.com/a| x # ftp://e.com/a",
                "see |http://e[.]com/a| x # http://e.com/a",
                "on |example[.]com| x # example.com",
                "on |example(.)com| x # example.com",
                "on |example{.}com/a| x # example.com/a",
                "on |example{dot}com| x # example.com",
                "on |example[Dot]com| x # example.com",
                "on |example(Dot)co(Dot)uk/a| x # example.co.uk/a",
                "(*|example[.]com|* [ x # example.com",
                "see |https[://]e.com/a| x # https://e.com/a",
                "see |https://e.com[/]a| x # https://e.com/a",
                "on |example[dot]com| x # example.com",
                "on |www(dot)example(DOT)com/a|. # www.example.com/a",
                "'|hxxp://e[.]com/a|' # http://e.com/a",
                "|hxxp://e[.]com/a| and |hxxp://e[.]com/b| # http://e.com/a ; http://e.com/b",
            })
    void isFoundAndPutRight(String picture, String right) {
        assertThat(pictured(picture.replace("|", ""))).isEqualTo(picture);
        assertThat(cited(picture.replace("|", ""))).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "me[at]example[.]com and me@example[.]com",
                "the pattern a[.]b matches a.b",
                "run setup[.]py and x(.)y",
                "hxxp and hxxps and hxxp://",
                "`example[.]com` is code",
                "foohxxp://",
                "[.] and (dot) and [:]",
                "word[/]word and word[dot]word",
                "hxxp://[.]",
                "@example[.]com is a name",
                "the folders setup[.]py/ and x[dot]rs?",
                "[://]example.py and [:] and a[",
                "xp: and p: and s: and :",
                "foohxxps://e and foofxp://e",
            })
    void isNotFound(String text) {
        assertThat(pictured(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"hxxp://e[.]com/, BARE_URL", "e[.]com, BARE_HOST"})
    void isAnAddressOrAHost(String text, CitationKind kind) {
        assertThat(TestDocuments.find(text)).extracting(Citation::kind).containsExactly(kind);
    }

    @Test
    void whatIsLongerThanAnAddressIsData() {
        var host = "e[.]com/";
        var longest = host + "a".repeat(2000 - host.length());
        assertThat(cited("see " + longest)).isEqualTo(longest.replace("[.]", "."));
        assertThat(TestDocuments.find("see " + longest + "a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"|https://e.com/a(b)|", "|http://[::1]/|", "|https://e.com/?a[]=b|", "|https://e.com/xxp|"})
    void whatIsHarmedByNothingIsNotPutRight(String picture) {
        assertThat(pictured(picture.replace("|", ""))).isEqualTo(picture);
        assertThat(Defanged.isDefanged(picture)).isFalse();
    }
}
