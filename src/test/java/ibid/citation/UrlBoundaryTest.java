package ibid.citation;

import static ibid.citation.TestDocuments.cited;
import static ibid.citation.TestDocuments.pictured;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars enclose what is found; a picture without bars is one in which nothing is. */
class UrlBoundaryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "see |https://e.com/a|.",
                "see |https://e.com/a|, |https://e.com/b|; and |https://e.com/c|!",
                "is it |https://e.com/a|?",
                "|https://e.com/a?b=c&d=%20#e| here",
                "|https://e.com/a|: here",
                "|https://e.com/a|...",
                "wow |https://e.com/a|!?!",
                "|https://e.com/a.b,c;d:e!f|",
                "'|https://e.com/a|'",
                "|https://e.com|'s page",
                "|https://e.com|’s page",
                "|https://e.com/it's-me| there",
                "**|https://e.com/a|**",
                "_|https://e.com/a|_",
                "*|https://e.com/a|*, next",
                "~~|https://e.com/a|~~",
                "|https://e.com/snake_case|_ x",
                "|https://e.com/_private_/a_b| x",
                "see |https://e.com/d.html#object.__init__|.",
                "__|https://e.com/__a|__",
                "|https://e.com/~user/| x",
                "at |https://e.com/#!/| or |https://e.com/wait./| now",
                "at |https://e.com/who?/| or |https://e.com/a,/b| now",
                "|https://e.com/song_'title'| there",
                "|https://e.com/'(b)'| there",
                "<a href='|https://e.com|'/>",
                "'|https://e.com/song|' there",
                "it's |https://e.com/a'b|' there",
                "|https://e.com/?a=1|&copyright; x",
                "|https://e.com/a/report.html|见/下 x",
                "|https://e.com/a/report.xyz见/下| x",
                "|https://e.com/a/reporthtml见/下| x",
                "|https://e.com/a|'s",
                "|https://e.com/a's-b| x",
                "|https://e.com/a's/b| x",
                "|https://e.com/a|'s, x",
                "|https://e.com/a#x|__ y",
                "|https://e.com/a#__init__| y",
                "|https://e.com/a\\_b| x",
                "|https://e.com/a|\\b x",
                "|https://e.com/a|\\",
                "|https://e.com/a\u200Bb| x",
                "|https://e.com/a|\u200B. x",
                "|https://e.com/a\u200B.b| x",
                "|https://e.com/a|\u200B",
                "|https://e.com/a|\u200Bпривет x",
                "|https://e.com/a|\u200B\u200B. x",
            })
    void sentencePunctuationAndEmphasisBehindAnAddressAreNotPartOfIt(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(|https://e.com/a|)",
                "(see |https://e.com/a_(b)|).",
                "|https://en.wikipedia.org/wiki/Foo_(bar)| and",
                "|https://e.com/a(b(c))|)",
                "[|https://e.com/a|]",
                "[text](|https://e.com/a|) next",
                "[|https://e.com/a|](|https://e.com/b|)",
                "\\url{|https://e.com/a|} next",
                "{|https://e.com/{id}/b|}",
                "|https://e.com/a?b[]=1| x",
                "|https://e.com|(see there)",
                "|http://[2001:db8::7]/c=GB| x",
                "`text <|https://e.com/a|>`_ next",
                "`|https://e.com/a|` and ``|https://e.com/b|``",
            })
    void bracketsThatAnAddressDidNotOpenCloseWhatStandsAroundIt(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // RFC 3986 appendix C
                "Yes, Jim, I found it under \"|http://www.w3.org/Addressing/|\",",
                "but you can probably pick it up from <|ftp://foo.example.com/rfc/|>.",
                "Note the warning in <|http://www.ics.uci.edu/pub/ietf/uri/historical.html#WARNING|>.",
                "<URL:|http://e.com/a|>",
                "|https://e.com/|\"x\"",
                "“|https://e.com/a|”",
                "«|https://e.com/ü|»、next",
                "„|https://e.com/a|“",
                "‹|https://e.com/a|›",
                "‘|https://e.com/a|’",
                "see |https://e.com/a|—which is",
                "see |https://e.com/a|… and",
                "a &lt;|https://e.com/a|&gt; b",
                "|https://e.com/a?b=1&amp;c=2| x",
                "&quot;|https://e.com/a|&quot;",
                "<a href=\"|https://e.com/a|\">x</a>",
            })
    void quotesAnglesAndEntityRemainsDelimit(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "詳細は|https://e.com/a|。",
                "詳細は|https://e.com/a|、|https://e.com/b|）",
                "（|https://e.com/a|）",
                "「|https://e.com/a|」",
                "|https://e.com|参照",
                "|https://e.com/a.html|参照",
                "|https://ja.wikipedia.org/wiki/日本| x",
                "|https://例え.jp/道| x",
                "|https://пример.рф/путь|, x",
                "|https://faß.de/| x",
                "参照|www.e.com|。",
                "参照：|http://e.com/?a=b|，下",
                "|http://e.com/안녕| x",
                "|https://e.com/🦆| x",
                "عربي |https://e.com/a|، ثم",
                "请看|https://e.com/abc|查看",
                "|http://e.com/abc|한국어",
                "|https://ja.wikipedia.org/wiki/C言語| x",
                "|https://e.com/abc日本/x| y",
                "|www.e.com/abc日本/x| y and |e.com/abc|日本/x y",
                "|https://e.com/planA|查看 and |https://e.com/planZ|查看",
                "|https://e.com/abc|가격 and |https://e.com/abc|ไทย",
                "|https://e.com/日本b語| y",
                "\u2066|https://e.com/a|\u2069 and \u202A|www.e.com/b|\u202C",
            })
    void chineseJapaneseKoreanTextAndInternationalNames(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|http://a.b/c|,|http://d.e/f|",
                "|http://a.b/c|;|https://d.e/f|",
                "|https://web.archive.org/web/2020/http://e.com/a| x",
                "|https://e.com/?u=http://d.e/f| x",
                "|https://e.com/?u=https%3A%2F%2Fd.e| x",
                "see|https://e.com/a| x",
                "1|http://e.com/a| x",
                "|git+https://e.com/a.git| x",
                "|HTTP://E.com/A| x",
                "|WWW.e.com/a| x",
                "see |www.e.com|.",
                "|www.e.co.uk/a?b| x",
                "Web:|www.e.com| (Tel:|www.e.com/t|)",
                "|https://user:pass@e.com:8080/a| x",
                "|http://localhost:8080/| x",
            })
    void addressesGluedTogetherAreToldApartAndNestedOnesStayWhole(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the http:// scheme and https://, too",
                "http://",
                "https://)",
                "://e.com",
                "postgresql://user@db/name",
                "me@www.e.com",
                "me@host:www.e.com and e.com:www.e.com and :www.e.com and /a:www.e.com",
                "www.a and www. and www.intranet",
                "www...foo",
                "x/www.e.com",
                "a@e.com and mailto",
                "http://-",
                "http:///path and https://?q=a and https://#top",
                "https://\"\"",
            })
    void whatPointsNowhereOrIsNoKnownAddressIsNotFound(String text) {
        assertPicture(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "|https://...|",
                "use |http://…| here",
                "|https://example.com/...| here",
                "|http://<host>/| here",
                "|https://<user>.e.com/<repo-name>/x| here",
                "|https://{domain}/| here",
                "|https://$HOST/a| here",
                "|https://e.com/?q=...| here",
                "|https://*.e.com| here",
                "<|https://e.com/|><br>",
                "<|https://<host>/a|> x",
                "|https://e.com/<id>/x| y",
                "|https://e.com/|<b>x</b> and |https://e.com/|<br> x",
            })
    void placeholdersAreFoundSoThatTheyCanBeNamed(String picture) {
        assertPicture(picture);
    }

    @Test
    void tableBarsDelimit() {
        assertThat(cited("|https://e.com/a|b| https://e.com/c |")).isEqualTo("https://e.com/a ; https://e.com/c");
    }

    @Test
    void invisibleCharactersStayInTheTextButNotInWhatIsCited() {
        var found = TestDocuments.find("x https://e.com/a\u00ADb\u200Bc\uFEFF y\u200Bhttps://e.com/d\u200B");
        assertThat(found)
                .extracting(Citation::text)
                .containsExactly("https://e.com/a\u00ADb\u200Bc", "https://e.com/d");
        assertThat(found).extracting(Citation::cited).containsExactly("https://e.com/abc", "https://e.com/d");
    }

    @ParameterizedTest
    @ValueSource(chars = {0xAD, 0x61C, 0x200B, 0x200F, 0x202A, 0x202E, 0x2060, 0x206F, 0xFEFF})
    void whatIsShownAsNothingBreaksNoAddress(char invisible) {
        assertThat(cited("see https://e.com/a" + invisible + "b" + invisible + " now"))
                .isEqualTo("https://e.com/ab");
    }

    @ParameterizedTest
    @ValueSource(chars = {0x09, 0x7F, 0x85, 0xA0, 0x1680, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000})
    void spacesOfAllSortsEndAnAddress(char space) {
        assertThat(cited("https://e.com/a" + space + "b")).isEqualTo("https://e.com/a");
    }

    @Test
    void joinersInsideOtherScriptsBelongToTheAddress() {
        assertThat(cited("https://fa.e.com/می\u200Cخواهم x")).isEqualTo("https://fa.e.com/می\u200Cخواهم");
        assertThat(cited("https://ml.e.com/ആള്\u200D.html x")).isEqualTo("https://ml.e.com/ആള്\u200D.html");
        assertThat(cited("https://e.com/a\u200B.html x")).isEqualTo("https://e.com/a.html");
    }

    @Test
    void texEscapesAreTakenOff() {
        assertThat(cited("\\url{https://e.com/a\\_b\\%20c}")).isEqualTo("https://e.com/a_b%20c");
    }

    private static void assertPicture(String picture) {
        assertThat(pictured(picture.replace("|", ""))).isEqualTo(picture);
    }
}
