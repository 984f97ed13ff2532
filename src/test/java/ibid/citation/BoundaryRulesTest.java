package ibid.citation;

import static ibid.citation.TestDocuments.pictured;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Rule by rule, where addresses begin and end. Bars enclose what is found. In the first column the rule takes something off or lets
 * nothing be found; in the second it must not apply.
 */
class BoundaryRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " ¦ ",
            quoteCharacter = '§',
            value = {
                "|https://e.com/a|. ¦ |https://e.com/a.b| x",
                "|https://e.com/a|, x ¦ |https://e.com/a,b| x",
                "|https://e.com/a|; x ¦ |https://e.com/a;b=c| x",
                "|https://e.com/a|: x ¦ |https://e.com/a:b| x",
                "|https://e.com/a|! ¦ |https://e.com/!a| x",
                "|https://e.com/a|? ¦ |https://e.com/?a| x",
                "|https://e.com/a|?! ¦ |https://e.com/?!a| x",
                "|https://e.com|. ¦ |https://e.com./| x",
            })
    void punctuationOfTheSentence(String applies, String doesNot) {
        assertPictures(applies, doesNot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ¦ ",
            quoteCharacter = '§',
            value = {
                "(|https://e.com/a|) ¦ |https://e.com/a_(b)| x",
                "(|https://e.com/(a)|) ¦ |https://e.com/(a)b| x",
                "[|https://e.com/a|] ¦ |https://e.com/?a[0]=b| x",
                "{|https://e.com/a|} ¦ |https://e.com/{a}| x",
                "(see |https://e.com/a|). ¦ (|https://e.com/a_(b)_(c)|)",
                "|https://e.com/a|( x ¦ |https://e.com/a(b)c(d)| x",
                "[a](|https://e.com/a|) ¦ |https://e.com/a(b)[c]| x",
            })
    void bracketsAroundTheAddress(String applies, String doesNot) {
        assertPictures(applies, doesNot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ¦ ",
            quoteCharacter = '§',
            value = {
                "[url]|https://e.com/a|[/url] ¦ |https://e.com/a[/b/c]| x",
                "[quote=|https://e.com/z|]|https://e.com/a|[/quote] ¦ |https://e.com/a[b]| x",
                "[B]|https://e.com/a/|[/B] ¦ |https://e.com/a[/]| x",
                "[i]|https://e.com|[/i] ¦ |https://e.com/a[/1]| x",
                "[b][i]|www.e.com/a|[/i][/b] ¦ |www.e.com/a[/b1]| x",
                "[quote]|e.org/page|[/quote] ¦ |https://e.com/a[/abcdefghijklmnop]| x",
            })
    void closingTagsOfForums(String applies, String doesNot) {
        assertPictures(applies, doesNot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ¦ ",
            quoteCharacter = '§',
            value = {
                "\"|https://e.com/a|\" ¦ |https://e.com/%22a%22| x",
                "'|https://e.com/a|' ¦ |https://e.com/o'neil/b| x",
                "['|https://e.com/a|','|https://e.com/b|'] ¦ |https://e.com/a','b| x",
                "{'a':'|https://e.com|','b':'|https://e.com/|'} ¦ '|https://e.com/d'or/a|' x",
                "('|https://e.com/a|'); ¦ '|https://e.com/a'-b/'_c'/d|' x",
                "u='|https://e.com/a|'+id ¦ u=|https://e.com/a'+id| x",
                "'|https://e.com/a|': 1 ¦ '|https://e.com/a'b|' x",
                "|https://e.com|'|https://e.com/b| ¦ |https://e.com/?a='http'| x",
                "“|https://e.com/a|” ¦ |https://e.com/%E2%80%9Ca| x",
                "„|https://e.com/a|“ ¦ |https://e.com/a-b| „x“",
                "«|https://e.com/a|» ¦ |https://e.com/a| «x»",
                "‚|https://e.com/a|‘ ¦ |https://e.com/'a'b| x",
                "`|https://e.com/a|` ¦ |https://e.com/a%60b| x",
                "‹|https://e.com/a|› ¦ |https://e.com/a| ‹x›",
            })
    void quotes(String applies, String doesNot) {
        assertPictures(applies, doesNot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ¦ ",
            quoteCharacter = '§',
            value = {
                "見る「|https://e.com/a|」 ¦ |https://ja.e.com/wiki/見る| x",
                "『|https://e.com/a|』 ¦ |https://ja.e.com/見/る| x",
                "《|https://e.com/a|》 ¦ |https://zh.e.com/wiki/中文| x",
                "【|https://e.com/a|】 ¦ |https://zh.e.com/中-文| x",
                "（|https://e.com/a|） ¦ |https://zh.e.com/(中)| x",
                "|https://e.com/a|。次 ¦ |https://例え.テスト/a| x",
                "|https://e.com/a|、次 ¦ |https://ko.e.com/위키| x",
                "|https://e.com/a|．次 ¦ |https://中国.cn/a| x",
                "|https://e.com/a|，次 ¦ |https://e.com/?q=中文| x",
                "|https://e.com/a|：次 ¦ |https://e.com/#中文| x",
                "|https://e.com/a|；次 ¦ |https://th.e.com/ไทย| x",
                "|https://e.com/a|！次 ¦ |https://e.com/wiki/C言語| x",
                "|https://e.com/a|？次 ¦ |https://e.com/日本| x",
                "〈|https://e.com/a|〉 ¦ |https://e.com/日本?a=b| x",
                "〝|https://e.com/a|〟 ¦ |https://e.com/日本#a| x",
            })
    void punctuationOfEastAsia(String applies, String doesNot) {
        assertPictures(applies, doesNot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ¦ ",
            quoteCharacter = '§',
            value = {
                "هل رأيت |https://e.com/a|؟ ¦ |https://ar.e.com/ويكي| x",
                "|https://e.com/a|، ثم ¦ |https://ar.e.com/a/ويكي/b| x",
                "|https://e.com/a|؛ ثم ¦ |https://he.e.com/ארה״ב| x",
                "|https://e.com/a|۔ اور ¦ |https://ur.e.com/اردو| x",
                "|https://e.com/a|। फिर ¦ |https://hi.e.com/हिन्दी| x",
                "|https://e.com/a|॥ फिर ¦ |https://sa.e.com/संस्कृतम्| x",
                "|https://e.com/a|։ հետո ¦ |https://hy.e.com/Հայերեն| x",
                "|https://e.com/a|። ከዚያ ¦ |https://am.e.com/አማርኛ| x",
                "|https://e.com/a|។ x ¦ |https://km.e.com/ខ្មែរ| x",
                "|https://e.com/a|။ x ¦ |https://my.e.com/မြန်မာ| x",
                "|https://e.com/a|\u037E x ¦ |https://el.e.com/Ελληνικά| x",
            })
    void punctuationOfOtherScripts(String applies, String doesNot) {
        assertPictures(applies, doesNot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ¦ ",
            quoteCharacter = '§',
            value = {
                "|http://[2001:db8::7]| x ¦ [|http://e.com/7|] x",
                "|http://[2001:db8::7]:8080/a| x ¦ |http://e.com|]:8080/a",
                "(|http://[::1]/|) x ¦ (|http://e.com/|)]",
                "|http://[::ffff:192.0.2.1]/a|. ¦ |http://192.0.2.1/a|.",
                "see |https://[fe80::1%25eth0]/|, ¦ see |https://e.com/%25|,",
            })
    void literalsOfInternetProtocolSix(String applies, String doesNot) {
        assertPictures(applies, doesNot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ¦ ",
            quoteCharacter = '§',
            value = {
                "|http://e.com:8080/a| x ¦ |http://e.com|: x",
                "|http://e.com:8080|. ¦ |http://e.com|:",
                "|http://e.com:8080?a| x ¦ |http://e.com/:8080| x",
                "|http://me@e.com/a| x ¦ me@e.com x",
                "|http://me:you@e.com:80/a| x ¦ me:you@e.com x",
                "|ftp://anonymous@e.com/a| x ¦ mail me@e.com/a x",
                "|https://e.com/@me| x ¦ |https://e.com| @me x",
                "|http://xn--bcher-kva.de/| x ¦ xn--bcher- x",
            })
    void portsAndUsers(String applies, String doesNot) {
        assertPictures(applies, doesNot);
    }

    /** RFC 1123 section 2.1: labels neither begin nor end with a hyphen. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " ¦ ",
            quoteCharacter = '§',
            value = {
                "see |https://e.com|- x ¦ see |https://e.com/-| x",
                "|https://e.com|-- which ¦ |https://e.com/a--| which",
                "(|www.e.com|-) ¦ |https://e-f.com/| x",
                "|http://e.com:80|-, x ¦ |http://e.com?-| x",
                "|e.com|. a-.com ¦ |a-b.com| x",
                "b.c-.com and d.-e.com x ¦ |b-c.d-e.com| x",
            })
    void hyphensBehindAHost(String applies, String doesNot) {
        assertPictures(applies, doesNot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " ¦ ",
            quoteCharacter = '§',
            value = {
                // GFM 6.9, by its sentences.
                "|www.commonmark.org/help| for more ¦ www.commonmark x",
                "Visit |www.commonmark.org|. ¦ |x.www.commonmark.org|: x",
                "Visit |www.commonmark.org/a.b|. ¦ |www.commonmark.org/a.b.c| x",
                "|www.google.com/search?q=Markup+(business)| ¦ (|www.google.com/search?q=Markup+(business)|)",
                "|www.google.com/search?q=(business)|) ¦ |www.google.com/search?q=(business)+ok| x",
                "|www.google.com/search?q=commonmark|&hl; ¦ |www.google.com/search?q=commonmark&hl=en| x",
                "|www.commonmark.org/he|<lp ¦ |http://commonmark.org| x",
                "(Visit |https://encrypted.google.com/search?q=Markup+(business)|) ¦ |ftp://foo.bar.baz| x",
                "_|https://e.com/a|_ ¦ |https://e.com/_a| x",
                "*|https://e.com/a|* ¦ |https://e.com/*a| x",
                "~~|https://e.com/a|~~ ¦ |https://e.com/a~~b| x",
            })
    void autolinksOfGitHub(String applies, String doesNot) {
        assertPictures(applies, doesNot);
    }

    private static void assertPictures(String... pictures) {
        for (var picture : pictures) {
            assertThat(pictured(picture.replace("|", ""))).isEqualTo(picture);
        }
    }
}
