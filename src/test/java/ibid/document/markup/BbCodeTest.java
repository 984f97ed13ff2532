package ibid.document.markup;

import static ibid.document.readers.Reads.pictured;
import static ibid.document.readers.Reads.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ibid.document.ExplicitLink;
import ibid.document.TextBlock;
import ibid.document.readers.Reads;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A forum's markup in plain text. */
class BbCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "see [url=|https://e.com/a|]words[/url] next",
                "[url=\"|https://e.com/a|\"]https://e.com/...[/url]",
                "[url='|https://e.com/a|']https://e.com/…[/url]",
                "[URL=|https://e.com/a|]words[/URL] [Url]|https://e.com/b|[/uRL]",
                "[url]|https://e.com/a|[/url][url] |https://e.com/b|\n[/url]",
                "[url]|www.e.com/a|[/url] [url=|www.e.com/b|]b[/url] [url=|mailto:me@e.com|]me[/url]",
                "[img]|https://e.com/a_(b).png|[/img]",
                "[img=100x200]|https://e.com/a.png|[/img] [img width=5 height=6]|https://e.com/b.png|[/img]",
                "[url=|https://e.com/a|][img]|https://e.com/a.png|[/img][/url]",
                "[url=|https://e.com/a|]see [img]|https://e.com/a.png|[/img] [b]this[/b] [img]|https://e.com/b.png|[/img][/url]",
                "[url=|https://e.com/a|]over\ntwo lines[/url]",
                "[url=|https://e.com/a?b=c&d=(e)|]words[/url]",
                "[url=https://e.com/a]lost [url=|https://e.com/b|]b[/url]",
                "🙂é [url=|https://e.com/ü|]b[/url]",
                // What is left open, or says no address, is text.
                "[url=https://e.com/a]words",
                "[url=https://e.com/a]words\n\n[/url]",
                "[url]https://e.com/a[/img] https://e.com/b[/url]",
                "[img]https://e.com/a.png [img]|https://e.com/b.png|[/img]",
                "[url=e.com/a]words[/url] [url]words[/url] [img]a.png[/img] [url=]x[/url]",
                "[urls=https://e.com/a]words[/urls] [1] [/] a[/url]",
                "[url=https://e.com/[url=|https://e.com/a|]b[/url]",
            })
    void theAddressOfTheTagIsTheLink(String picture) {
        assertThat(pictured(Reads.named("a.txt", picture.replace("|", "")))).isEqualTo(picture);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '§',
            value = {
                "see [url=https://e.com/a]my words[/url]. => see my words. => my words",
                "see [url=https://e.com/a]e.com/a...b[/url]. => see  . => e.com/a...b",
                "see [url=https://e.com/a][b]bold[/b] 1[/url]. => see  . => bold 1",
                "see [url]https://e.com/a[/url]. => see  . => §§",
                "see [img]https://e.com/a[/img]. => see  . => §§",
                "see [url=https://e.com/a][img]https://e.com/b[/img][/url]. => see  . => §§",
            })
    void whatIsShownIsItsLinkTextAndNotTextBesideIt(String source, String text, String linkText) {
        var document = Reads.named("a.txt", source);
        assertThat(texts(document, TextBlock.Kind.PROSE)).containsExactly(text);
        assertThat(document.links().get(0)).extracting(ExplicitLink::text).isEqualTo(linkText);
    }

    @ParameterizedTest
    @CsvSource({
        "[url=https://e.com/a]b[/url], LINK",
        "[url=www.e.com/a]b[/url], AUTOLINK",
        "[url]https://e.com/a[/url], AUTOLINK",
        "[img]https://e.com/a[/img], IMAGE",
    })
    void theTagSaysWhatKindOfLinkItIs(String source, ExplicitLink.Kind kind) {
        assertThat(Reads.named("a.txt", source).links())
                .extracting(ExplicitLink::kind)
                .containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "see [url]e.com/a[/url] x, 'see  e.com/a  x'",
        "see [url=e.com/a]words[/url] x, 'see  e.com/a  x'",
        "see [img]a.png[/img] x, 'see [img]a.png[/img] x'",
    })
    void whatIsNoWholeAddressStaysToBeLookedAt(String source, String text) {
        assertThat(texts(Reads.named("a.txt", source), TextBlock.Kind.PROSE)).containsExactly(text);
    }

    @Test
    void theTextLeadsBackToItsPlaces() {
        var source = "a [url=https://e.com/a]1.2[/url] b [img]https://e.com/c[/img] see";
        var block = Reads.named("a.txt", source).blocks().get(0);
        var at = block.text().indexOf("see");
        assertThat(block.text()).isEqualTo("a   b   see");
        assertThat(block.map().start(at)).isEqualTo(source.indexOf("see"));
        assertThat(block.map().end(at + 3)).isEqualTo(source.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[url]",
                "[/url]",
                "[url=",
                "[url=a",
                "[url=\"",
                "[img]",
                "[url=a][img]b[/img]",
                "[img][/img]",
                "[url=http://a.b/",
                "[url ",
                "[/",
                "[url=a]b[/url]",
                "[url=http://a.b/c]d[/url]",
            })
    void takesLinearTimeForWhateverIsRepeated(String piece) {
        var text = piece.repeat(600_000 / piece.length()) + "[/url]";
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Reads.named("a.txt", text));
    }
}
