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

class MarkdownReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](|https://e.com/a|)",
                "[a](|https://e.com/a_(b)| \"title (x)\")",
                "[a](<|https://e.com/a b|>)",
                "![a](|pic.png|)",
                "[![a](|pic.png|)](|https://e.com|)",
                "[a *b* `](` c](|https://e.com|)",
                "[ a ](   |https://e.com|   'x')",
                "<|https://e.com/a|>",
                "[a](|x&amp;y|) and [b](|x\\_y|)",
                "> [a](\n> |https://e.com|\n> \"t\")",
                "> - [a\n>   b](|https://e.com|)",
                "[a]: |https://e.com/a| \"t\"",
                "[a\\]b]:\n  <|https://e.com/a|>\n[b]: |c|",
                "[a][b]\n\n[b]: |c|",
                "| a |\n|---|\n| [x](|a\\|b|) \\| [y](|c|) |",
                "x <a href=\"|https://e.com?a&amp;b|\">t</a> y",
                "<p>\n<a href='|a|'>t</a> <img src=|b|>\n</p>",
                "> <p>\n> <a\n> href='|a|'>t</a>\n> </p>",
                "[^1]\n\n[^1]: See [a](|b|)",
                "text <!-- [a](b) <a href=c> --> end",
                "<!-- <a href=c> -->",
                "`[a](b)` and ``` <a href=c> ```",
                "    [a](b)",
                "[empty]() and [b](<>)",
                "---\ntitle: [a](b)\n---\n[a](|b|)",
                "---\n\n[a](|b|)\n\n---\n",
                "\r\n[a](|b|)\r\n\r\n[c](|d|)\r[e](|😀|)",
            })
    void findsExactlyTheDestinationsBetweenTheBars(String picture) {
        // A table needs its own bars: only those that enclose a destination go.
        var isTable = picture.startsWith("| a |");
        var text = isTable ? "| a |\n|---|\n| [x](a\\|b) \\| [y](c) |" : picture.replace("|", "");
        assertThat(pictured(Reads.named("a.md", text))).isEqualTo(picture);
    }

    @ParameterizedTest
    @CsvSource({
        "[a](b), LINK, b, a",
        "![alt *text*](b), IMAGE, b, alt text",
        "<https://e.com>, AUTOLINK, https://e.com, https://e.com",
        "[a]: b, REFERENCE, b, a",
        "[a](x&amp;y\\_z), LINK, x&y_z, a",
        "[https://e.com](https://e.com), LINK, https://e.com, https://e.com",
        "<a href='x&amp;y'>t *u*</a>, LINK, x&y, t u",
    })
    void saysWhatALinkIs(String text, ExplicitLink.Kind kind, String destination, String linkText) {
        assertThat(Reads.named("a.md", text).links()).singleElement().satisfies(link -> {
            assertThat(link.kind()).isEqualTo(kind);
            assertThat(link.destination()).isEqualTo(destination);
            assertThat(link.text()).isEqualTo(linkText);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "see [https://e.com](https://e.com) now => 'see   now'",
                "see <https://e.com> now => 'see   now'",
                "the [good words](b) stay => the good words stay",
                "the `code.py` goes => the   goes",
                "an <code>os.name</code> too => 'an <x> too'",
                "*a*&amp;**b**\\* => a&b*",
                "a <a href=x>e.com</a> b => 'a <x> b'",
                "a[^1]/n/n[^1]: foot => 'a |foot'",
            })
    void leavesInProseWhatMayBeSearched(String text, String prose) {
        var found = String.join("|", texts(Reads.named("a.md", text.replace("/n", "\n")), TextBlock.Kind.PROSE));
        assertThat(found).isEqualTo(prose.replace("<x>", " "));
    }

    @Test
    void softLineBreaksKeepTheirPlace() {
        var document = Reads.named("a.md", "> one\n> two &lt; three");
        var block = document.blocks().get(0);
        assertThat(block.text()).isEqualTo("one\ntwo < three");
        assertThat(block.map().start(4)).isEqualTo(8);
        var entity = block.text().indexOf('<');
        assertThat(document.source()
                        .text()
                        .substring(block.map().start(entity), block.map().end(entity + 1)))
                .isEqualTo("&lt;");
    }

    @Test
    void tellsHeadingsProseAndCodeApart() {
        var document =
                Reads.named("a.md", "# One\n\npara `c.d`\n\n```\nf.py\n```\n\n| x |\n|---|\n| y |\n\nTwo\n---\n");
        assertThat(texts(document, TextBlock.Kind.HEADING)).containsExactly("One", "Two");
        assertThat(texts(document, TextBlock.Kind.CODE)).containsExactly("c.d", "f.py");
        assertThat(texts(document, TextBlock.Kind.PROSE)).isEqualTo(List.of("para  ", "x", "y"));
        assertThat(document.blocks().get(0).level()).isEqualTo(1);
    }

    @Test
    void frontMatterIsProseOfItsOwn() {
        var document = Reads.named("a.md", "---\ntitle: T\nlink: https://e.com\n---\n# H\n");
        assertThat(texts(document, TextBlock.Kind.PROSE)).containsExactly("title: T\nlink: https://e.com");
        assertThat(texts(document, TextBlock.Kind.HEADING)).containsExactly("H");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {">", "[", "![", "*a **b ", "- ", "<div>", "<b>", "_a", "`", "<a href=x>", "[a](<", "&", "+\n"})
    void readsPathologicalMarkupToItsEnd(String piece) {
        var document = Reads.named("a.mdx", piece.repeat(10_000) + "\n\n[last](https://e.com)\n");
        assertThat(document.source().text()).contains("[last]");
        assertThat(document.charset()).isEqualTo("UTF-8");
        var isPlain = document.problems().stream().anyMatch(p -> p.message().contains("plain text."));
        // What opens a fence or an HTML block holds all that follows.
        if (!isPlain && !piece.startsWith("<") && !piece.equals("`")) {
            assertThat(document.links()).extracting(ExplicitLink::destination).contains("https://e.com");
        }
    }

    @Test
    void saysWhenNestingIsTooDeep() {
        assertThat(Reads.named("a.md", ">".repeat(10_000) + "a").problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.LIMIT);
    }

    @Test
    void findsAHundredThousandLinksInOneLine() {
        var document = Reads.named("a.md", "[a](https://e.com/é) ".repeat(100_000));
        assertThat(document.links()).hasSize(100_000);
        assertThat(document.problems()).isEmpty();
    }

    @Test
    void readsEveryDefinitionOfALongList() {
        assertThat(Reads.named("a.md", "[a]: https://e.com\n".repeat(3500)).links())
                .hasSize(3500);
    }

    @Test
    void tooMuchMarkupIsReadAsPlainText() {
        var document = Reads.named("a.md", "*".repeat(2_000_001) + " https://e.com");
        assertThat(Reads.problem(document, Problem.Kind.LIMIT)).isPresent();
        assertThat(texts(document, TextBlock.Kind.PROSE))
                .singleElement()
                .asString()
                .endsWith("https://e.com");
    }

    @Test
    void jsxIsNoReasonToFail() {
        var document =
                Reads.named("a.mdx", "import X from './x'\n\n<X a={b => <c/>} {...d}>\n\n[a](b) {`x`}\n\n</X>\n");
        assertThat(document.links()).extracting(ExplicitLink::destination).containsExactly("b");
        assertThat(document.problems()).isEmpty();
    }
}
