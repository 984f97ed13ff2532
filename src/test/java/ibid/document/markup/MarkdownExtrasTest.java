package ibid.document.markup;

import static ibid.document.readers.Reads.pictured;
import static ibid.document.readers.Reads.texts;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Comment;
import ibid.document.TextBlock;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Markdown is mixed with: front matter, MDX, wikilinks, links to code. */
class MarkdownExtrasTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a]: items.static\n[b]: |items.md|\n[c]: a::b\n[d]: |a.com|\n[e]: |https://e.com/a::b|\n[f]: |LICENSE|",
                "[a](|items.static|)",
                "[@key] and [@a; @b, p. 3] and [-@c]",
                "[[a.md]] and ![[b.png]] and [[c|d]]",
                "<Card href='|https://e.com|' to=\"/route\" src='|./a.png|' alt=\"b.c\"/>",
                "a <Link\n  to='|a.md|'>b</Link> <Link to='${a}.md'>",
                "<card to='a.md'/> <Card href=a.md/> <Card href='|a.md|",
                "import a from 'b'\nexport {\n  a }\n\n[a](|c|)",
                "We import a lot.\nimport a from 'b' [a](|c|)",
                "import goods from there [a](|c|)",
                "{/* [a](b) */} [a](|c|) {/* [a](|b|)",
            })
    void findsExactlyTheDestinationsBetweenTheBars(String picture) {
        var bars = picture.endsWith("'|a.md|") ? picture.replace("'|a.md|", "'a.md") : picture;
        var text = bars.replace("[[c|d]]", "[[c§d]]").replace("|", "").replace('§', '|');
        assertThat(pictured(Reads.named("a.mdx", text))).isEqualTo(bars);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import * as you like from 'here'\n[a](|b|)",
                "export default settings (see [a](|b|)) = 1",
                "{/* [a](|b|) */}",
            })
    void whatIsCodeInMdxIsTextInMarkdown(String picture) {
        assertThat(pictured(Reads.named("a.md", picture.replace("|", "")))).isEqualTo(picture);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "see [[Page]] now => see Page now",
                "see [[a.md]] now => see   now",
                "see [[a.md|some words]] now => see some words now",
                "see [[ and [[b]] => see [[ and b",
                "see [[https://e.com]] => see [[https://e.com]]",
            })
    void wikilinksShowTheirWords(String text, String shown) {
        assertThat(texts(Reads.named("a.md", text), TextBlock.Kind.PROSE)).containsExactly(shown);
    }

    @Test
    void commentsOfFrontMatterAreNoneOfItsText() {
        var document = Reads.named("a.md", "---\ntitle: A\n# b\nlist:\n  - c\n---\nd\n");
        assertThat(texts(document, TextBlock.Kind.PROSE)).containsExactly("title: A\nlist:\n  - c", "d");
        assertThat(document.reading().comments()).containsExactly(new Comment(13, 16, "b"));
    }

    @Test
    void everyKindOfCommentIsKept() {
        var text = "a <!-- b --> {/* c\nd */} e\n\n<!-- f\n-->\n\n<div><!-- g --></div>\n\n`<!-- h -->`\n";
        assertThat(Reads.named("a.MDX", text).reading().comments())
                .extracting(comment -> comment.text().strip())
                .containsExactly("b", "c\nd", "f", "g");
    }

    /** A block of one comment or tag goes past the parser of HTML, and comes out as from it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!-- a -->",
                "<!---->",
                "<!-- a --->",
                "<!-- a <!-- b -->",
                "<!-- a\n  b -->",
                "<!-- a \0 -->",
                "<!-->a-->",
                "<!--->a-->",
                "<!-- a --!> b -->",
                "<!-- a --> b -->",
                "<!-- a",
                "<div>",
                "</div>",
                "<div id='a'>",
                "<div title='a",
                "<div title='a>b'>",
                "<div style='background: url(a.png)'>",
                "<p CITE='a'>",
                "<BLOCKQUOTE CITE='https://e.com'>",
                "<a HREF='b'>",
                "<meta http-equiv='refresh' content='0; url=https://e.com'>",
                "<iframe srcdoc='a.com <!-- b -->'>",
                "<?a b?>",
                "<!doctype html>",
                "<!A b>"
            })
    void aBlockOfHtmlReadsAsHtml(String html) {
        var markdown = Reads.named("a.md", html).reading();
        var page = Reads.named("a.html", html).reading();
        assertThat(markdown.comments()).isEqualTo(page.comments());
        assertThat(markdown.links()).isEqualTo(page.links());
        assertThat(markdown.blocks())
                .extracting(TextBlock::text)
                .isEqualTo(page.blocks().stream().map(TextBlock::text).toList());
    }
}
