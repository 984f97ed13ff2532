package ibid.document.markup;

import static ibid.document.readers.Reads.pictured;
import static ibid.document.readers.Reads.texts;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.ExplicitLink;
import ibid.document.Problem;
import ibid.document.TextBlock;
import ibid.document.readers.Reads;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"|https://e.com/?a&amp;b|\">x</a>",
                "<A HREF = |x| >y",
                "<a href=' |x y| '>z</a>",
                "<img src='|a|' srcset='|b| 1x, |c,d| 2x'>",
                "<video src=|a| poster=|b|><source src=|c|></video>",
                "<area href=|a|><iframe src=|b|></iframe>",
                "<blockquote cite='|a|'>b</blockquote>",
                "<link rel=canonical href='|a|'><link rel='stylesheet' href=b><link rel='dns-prefetch' href=c>",
                "<template><a href=a>b</a></template><script>'<a href=c>'</script>",
                "<!-- <a href=a> --><a href=''>b</a><a href>c</a>",
                "<table><a href=|a|>x<tr><td><a href=|b|>y",
                "<p><a href=|a|>x<p>y</a>",
                "<img srcset=',|a,b|, |c| 2x,,  |d,e| 1x (a,b),|f|'>",
                "<a href='|a&#10;b|' style='b:url(|c|)'>x</a>",
                "<p style='a:url(|b|);c:\"url(d)\";e:URL(\"|f|\")'>",
                "<style>@import '|a|';@import url(|b|);/* url(c) */ d{e:url( |f| )} g{h:-myurl(i);j:url(#k)}</style>",
                "<style>a{b:url(</style><style>@import</style><style>a{b:url('|c|</style><p>",
                "<meta http-equiv=refresh content='0;url=|a|'><meta http-equiv=refresh content='5'><meta http-equiv=refresh content=\"1; '|b|' c\">",
                "<meta property=og:image content='|https://e.org/a|'><meta property=og:title content='a b'><meta content='https://e.org/'>",
                "<meta name=citation_doi content='|10.1/a|'><meta name=DC.identifier content='|urn:isbn:1|'><meta name=x content='doi:10.1/a'>",
                "<script type='application/ld+json'>{\"url\":\"|/a|\",\"x\":[{\"@id\":\"https://e.org/#b\"},{\"@id\":\"|https:\\/\\/e.org/c|\"}]}</script>",
                "<script type='application/ld+json'>{\"@context\":[\"https://a.org/\",{\"b\":\"https://b.org/\"}],\"d\":\"|https://d.org/|\"</script>",
                "<script type='application/ld+json'>]}{\"a\":\"https://e.org/b c\",\"image\":\"|\\u0068ttps://e.org/|\\</script>",
                "<a data-originalurl='|https://e.org/a|' href='|https://e.org/b|' data-versionurl='https://e.org/b'>x</a>",
                "<form action=a><input type=image src=|b|><button formaction=c>d</button></form>",
                "<svg><image xlink:href=|a| /><use href='#b'/><use xlink:href='|c#d|'/></svg>",
                "<iframe srcdoc='<a href=&quot;|a|&quot;>x</a>'></iframe>",
            })
    void findsExactlyTheAddressesBetweenTheBars(String picture) {
        assertThat(pictured(Reads.named("a.html", picture.replace("|", "")))).isEqualTo(picture);
    }

    @ParameterizedTest
    @CsvSource({
        "<a href='a&amp;b'>t <b>u</b></a>, LINK, a&b, t u",
        "<a href='a&copy=1'>t</a>, LINK, a&copy=1, t",
        "<img src=a alt='x &lt;'>, IMAGE, a, x <",
        "<base href='https://e.com/d/'><a href='f'>t</a>, LINK, https://e.com/d/f, t",
        "<base href='/d/'><a href='f'>t</a>, LINK, f, t",
        "<a href='f'>t</a><base href='https://e.com'>, LINK, https://e.com/f, t",
    })
    void saysWhatALinkIs(String text, ExplicitLink.Kind kind, String destination, String linkText) {
        assertThat(Reads.named("a.html", text).links()).singleElement().satisfies(link -> {
            assertThat(link.kind()).isEqualTo(kind);
            assertThat(link.destination()).isEqualTo(destination);
            assertThat(link.text()).isEqualTo(linkText);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "<p>a &amp; b<p>c => a & b|c",
                "<p>see <a href=x>e.com</a>. => see  .",
                "<p>see <a href=x>good words</a>. => see good words.",
                "<p>a<code>os.name</code>b => a b",
                "<pre>e.com</pre>x => x",
                "<a href=x><div>e.com</div></a>y => ' y'",
                "<td>a<td>b => ab",
                "<table><tr><td>a<td>b => a|b",
                "e.com<sup>1</sup> => e.com 1",
                "a<!-- e.com -->b => ab",
            })
    void leavesInProseWhatMayBeSearched(String text, String prose) {
        assertThat(String.join("|", texts(Reads.named("a.html", text), TextBlock.Kind.PROSE)))
                .isEqualTo(prose);
    }

    @Test
    void titlesAndHeadingsAreHeadings() {
        var document = Reads.named("a.html", "<title>T &amp; U</title><h2>H <i>x</i></h2>p<pre>c</pre>");
        assertThat(texts(document, TextBlock.Kind.HEADING)).containsExactly("T & U", "H x");
        assertThat(document.blocks()).extracting(TextBlock::level).containsExactly(1, 2, 0, 0);
        assertThat(texts(document, TextBlock.Kind.CODE)).isEqualTo(List.of("c"));
    }

    @Test
    void entitiesBelongToTheirPlaceAsAWhole() {
        var document = Reads.named("a.html", "<p>a&copy2020 &#x41;&nosuch; &amp;&lt");
        var block = document.blocks().get(0);
        assertThat(block.text()).isEqualTo("a©2020 A&nosuch; &<");
        var source = document.source().text();
        var map = block.map();
        assertThat(source.substring(map.start(1), map.end(2))).isEqualTo("&copy");
        assertThat(source.substring(map.start(2), map.end(6))).isEqualTo("2020");
        assertThat(source.substring(map.start(7), map.end(8))).isEqualTo("&#x41;");
        assertThat(source.substring(map.start(8), map.end(16))).isEqualTo("&nosuch;");
        assertThat(source.substring(map.start(17), map.end(19))).isEqualTo("&amp;&lt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<a href=x>",
                "<table><tr><td>",
                "<svg><math>",
                "<font size=1>x<p>",
                "&",
                "<",
                "<!--",
                "<style>@import url(",
                "<p style='a:url(b",
                "<script type='application/ld+json'>",
                "<meta http-equiv=refresh content='1; ",
                "<iframe srcdoc='",
                "<iframe srcdoc='&lt;p>'>"
            })
    void readsPathologicalMarkupToItsEnd(String piece) {
        var document = Reads.named("a.html", piece.repeat(10_000));
        assertThat(document.problems()).allMatch(problem -> problem.kind() == Problem.Kind.LIMIT);
    }

    @Test
    void deepJsonIsReadOnBelowWhatIsFollowed() {
        var json = "[{\"a\":".repeat(100_000) + "\"https://e.org/\"";
        assertThat(Reads.named("a.html", "<script type='application/ld+json'>" + json + "</script>")
                        .links())
                .extracting(ExplicitLink::destination)
                .containsExactly("https://e.org/");
    }

    @Test
    void findsAHundredThousandLinksInOneLine() {
        assertThat(Reads.named("a.html", "<a href='https://e.com/é'>a</a> ".repeat(100_000))
                        .links())
                .hasSize(100_000);
    }
}
