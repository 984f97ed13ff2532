package ibid.target;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.citation.Context;
import ibid.citation.Place;
import ibid.citation.Split;
import ibid.citation.Truncation;
import ibid.document.Span;
import ibid.target.Target.DefangedTarget;
import ibid.target.Target.FileTarget;
import ibid.target.Target.IdentifierTarget;
import ibid.target.Target.InvalidIdentifierTarget;
import ibid.target.Target.MalformedTarget;
import ibid.target.Target.OtherSchemeTarget;
import ibid.target.Target.PlaceholderTarget;
import ibid.target.Target.SplitTarget;
import ibid.target.Target.TruncatedTarget;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetParserTest {
    private final TargetParser parser = new TargetParser();

    @Test
    void aBrokenAddressWithSeveralWaysKeepsThemAll() {
        assertThat(parser.parse(split("https://e.com/a-b", "https://e.com/ab")))
                .isInstanceOfSatisfying(
                        SplitTarget.class,
                        target -> assertThat(target.ways())
                                .extracting(Url::text)
                                .containsExactly("https://e.com/a-b", "https://e.com/ab"));
        assertThat(parser.parse(split("www.e.com/a-b", "www.e.com/ab")).address())
                .contains("http://www.e.com/a-b");
    }

    @Test
    void aBrokenAddressWithOneWayIsThatAddress() {
        assertThat(parser.parse(split("https://e.com/a-b"))).isEqualTo(target("https://e.com/a-b"));
    }

    @Test
    void anAddressThatWasMadeHarmlessIsKeptApart() {
        var citation = new Citation(
                "a.txt",
                Place.at(new Span(1, 1, 1, 2, 0, 1)),
                CitationKind.BARE_URL,
                "hxxp://e[.]com/a",
                "http://e.com/a",
                Citation.Role.MENTION,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Context.NONE);
        assertThat(parser.parse(citation)).isInstanceOf(DefangedTarget.class).isNotEqualTo(target("http://e.com/a"));
    }

    private static Citation split(String joined, String... others) {
        return new Citation(
                "a.txt",
                Place.at(new Span(1, 1, 1, 2, 0, 1)),
                CitationKind.BARE_URL,
                joined,
                joined,
                Citation.Role.MENTION,
                Optional.empty(),
                Optional.of(new Split(joined, List.of(others), "e")),
                Optional.empty(),
                Context.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " = ",
            value = {
                "http://e.com = HTTP://E.COM:80/",
                "https://e.com/%7Ea = https://e.com/~a",
                "https://e.com/a#x = https://e.com/a#x",
                "www.e.com/a = http://www.e.com/a",
                "https://www.google.com/url?q=https%3A%2F%2Fe.com%2Fa = https://e.com/a",
                "www.google.com/url?url=https%3A%2F%2Fe.com%2Fa%23x = https://e.com/a#x",
                "https://l.facebook.com/l.php?u=https%3A%2F%2Fhref.li%2F%3Fhttps%3A%2F%2Fe.com%2Fa = https://e.com/a",
            })
    void oneTargetForEquivalentSpellings(String one, String other) {
        assertThat(target(one)).isEqualTo(target(other)).isInstanceOf(UrlTarget.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " / ",
            value = {
                "http://e.com/a / https://e.com/a",
                "https://e.com/a / https://e.com/a/",
                "https://e.com/a / https://e.com/A",
                "https://e.com/a#x / https://e.com/a#y",
                "https://e.com/?a&b / https://e.com/?b&a",
                "https://web.archive.org/web/2019/https://e.com/a / https://e.com/a",
                "https://bit.ly/a / https://e.com/a",
                "https://www.google.com/url?q=seals / https://www.google.com/url?q=otters",
            })
    void twoTargetsWhereAnAnswerCouldDiffer(String one, String other) {
        assertThat(target(one).key()).isNotEqualTo(target(other).key());
    }

    @ParameterizedTest
    @CsvSource({
        "docs/a.md, b.md, docs/b.md, ",
        "docs/a.md, ../b.md, b.md, ",
        "docs/a.md, ./x/./y.md#part-1, docs/x/y.md, part-1",
        "docs/a.md, #top, docs/a.md, top",
        "docs/a.md, /img/x.png, /img/x.png, ",
        "docs/a.md, sub/, docs/sub/, ",
        "docs/a.md, my%20file.md?v=2, docs/my file.md, ",
        "a.md, ../../b.md, ../../b.md, ",
        "docs/a.md, ., docs, ",
        "docs/a.md, #sch%C3%B6n, docs/a.md, schön",
    })
    void filesAreReadAgainstTheFolderOfTheirDocument(String document, String link, String path, String fragment) {
        var target = parser.parse(citation(document, link, CitationKind.FILE));
        assertThat(target)
                .isEqualTo(new FileTarget(
                        "file:" + path
                                + Optional.ofNullable(fragment)
                                        .map(f -> "#" + f)
                                        .orElse(""),
                        path,
                        Optional.ofNullable(fragment)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://...",
                "https://…/page",
                "http://<host>/x",
                "https://{domain}/",
                "https://$HOST/a",
                "https://e.com/.../x",
                "https://e.com/the-[...]eir.html",
                "https://e.com/users/<id>",
                "https://e.com/${path}",
            })
    void blanksToFillInArePlaceholders(String text) {
        assertThat(target(text)).isInstanceOf(PlaceholderTarget.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://e.com/compare/v1...v2",
                "http://[2001:db8::1]/a",
                "https://e.com/a..b",
                "https://e.com/%7Bid%7D"
            })
    void genuineAddressesAreNot(String text) {
        assertThat(target(text)).isInstanceOf(UrlTarget.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "http://a..b/",
                "https://e.com:99999/",
                "http://[::1",
                "htp://e.com/a",
                "HTTSP://e.com"
            })
    void whatCannotBeAnAddressIsMalformed(String text) {
        assertThat(target(text)).isInstanceOf(MalformedTarget.class);
    }

    @ParameterizedTest
    @CsvSource({"file:///etc/hosts, file", "C:\\x\\y.md, c", "FILE:a.md, file"})
    void filesOfOneMachineAreNoneOfTheDocuments(String text, String scheme) {
        assertThat(parser.parse(citation("docs/a.md", text, CitationKind.FILE)))
                .isInstanceOfSatisfying(
                        OtherSchemeTarget.class, t -> assertThat(t.scheme()).isEqualTo(scheme));
    }

    @ParameterizedTest
    @CsvSource({
        "doi:10.1000/182, DOI, doi:10.1000/182",
        "https://doi.org/10.1000/182, DOI, doi:10.1000/182",
        "http://dx.doi.org/10.1000%2F182, DOI, doi:10.1000/182",
        "https://dl.acm.org/doi/abs/10.1145/3485513, DOI, doi:10.1145/3485513",
        "//doi.org/10.1000/182, DOI, doi:10.1000/182",
        "https://doi.org/10.1002/(SICI)1-4(199806)49:8<693::AID-ASI4>3.0.CO;2-O, DOI, doi:10.1002/(sici)1-4(199806)49:8<693::aid-asi4>3.0.co;2-o",
        "https://arxiv.org/pdf/1706.03762v2, ARXIV, arxiv:1706.03762v2",
        "urn:isbn:0306406152, ISBN, isbn:9780306406157",
        "urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66, URN, urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66",
        "https://tools.ietf.org/html/rfc3986, RFC, rfc:3986",
        "http://orcid.org/0000-0002-1825-0097, ORCID, orcid:0000-0002-1825-0097",
    })
    void aLinkThatSpellsAnIdentifierMeansIt(String text, TargetKind kind, String key) {
        assertThat(target(text)).isInstanceOf(IdentifierTarget.class);
        assertThat(target(text).kind()).isEqualTo(kind);
        assertThat(target(text).key()).isEqualTo(key);
        assertThat(target(text).shown()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RFC 3986, IDENTIFIER, rfc:3986",
        "isbn:0-306-40615-2, IDENTIFIER, isbn:9780306406157",
        "10.1000/182, IDENTIFIER, doi:10.1000/182",
        "10.1000/182, BIBLIOGRAPHY, doi:10.1000/182",
        "pmid:123, BIBLIOGRAPHY, pmid:123",
        "https://doi.org/10.1000/182, BIBLIOGRAPHY, doi:10.1000/182",
        "doi.org/10.1000/182, BARE_HOST, doi:10.1000/182",
        "https://doi.org/10.1000/182, BARE_URL, doi:10.1000/182",
    })
    void sourcesAreOneTargetHoweverTheyAreCited(String text, CitationKind kind, String key) {
        assertThat(parser.parse(citation("a.md", text, kind)).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "https://doi.org/10.1000/182#sec-2, URL",
        "https://doi.org/10.1000/{doi}, URL",
        "https://doi.org/10.1000/<id>, URL",
        "https://doi.org/10.1000/..., URL",
        "tel:+1-800-555-0199, URL",
        "10.1000/182, FILE",
        "rfc3986, FILE",
    })
    void whatSpellsNoneStaysWhatItWas(String text, TargetKind kind) {
        assertThat(target(text).kind()).isEqualTo(kind);
    }

    @Test
    void aWrongIdentifierIsATargetOfItsOwn() {
        var wrong = parser.parse(citation("a.md", "isbn:0-306-40615-3", CitationKind.IDENTIFIER));
        assertThat(wrong).isInstanceOf(InvalidIdentifierTarget.class);
        assertThat(wrong.kind()).isEqualTo(TargetKind.ISBN);
        assertThat(wrong.shown()).isEqualTo("ISBN 0-306-40615-3");
        assertThat(wrong.address()).isEmpty();
        assertThat(target("https://orcid.org/0000-0002-1825-0098")).isInstanceOf(InvalidIdentifierTarget.class);
    }

    @Test
    void otherSchemesAreNamed() {
        assertThat(target("ftp://e.com/a"))
                .isInstanceOfSatisfying(
                        OtherSchemeTarget.class, t -> assertThat(t.scheme()).isEqualTo("ftp"));
    }

    @Test
    void aCutTextIsOneTargetWhateverItsMark() {
        var dots = cut("http://e.com/pub", "...", "end.html");
        assertThat(dots).isInstanceOf(TruncatedTarget.class);
        assertThat(dots.key())
                .isEqualTo(cut("http://e.com/pub", "…", "end.html").key());
        assertThat(dots.key())
                .isNotEqualTo(cut("http://e.com/pu", "...", "bend.html").key());
    }

    private Target cut(String head, String mark, String tail) {
        var text = head + mark + tail;
        return parser.parse(new Citation(
                "a.txt",
                Place.at(new Span(1, 1, 1, 1 + text.length(), 0, text.length())),
                CitationKind.BARE_URL,
                text,
                text,
                Citation.Role.ENTRY,
                Optional.of(new Truncation(head, mark, tail, List.of(), 0)),
                Optional.empty(),
                Optional.empty(),
                Context.NONE));
    }

    private Target target(String text) {
        return parser.parse(citation("a.md", text, CitationKind.LINK));
    }

    private static Citation citation(String document, String text, CitationKind kind) {
        return new Citation(
                document,
                Place.at(new Span(1, 1, 1, 1 + text.length(), 0, text.length())),
                kind,
                text,
                text,
                Citation.Role.MENTION,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Context.NONE);
    }
}
