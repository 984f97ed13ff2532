package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.ExplicitLink;
import ibid.document.Format;
import ibid.document.TextBlock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {
    private static Citation first(String text) {
        return TestDocuments.find(text).get(0);
    }

    private static Citation.Role roleOfLink(Format format, ExplicitLink.Kind kind, String source) {
        var start = source.indexOf("https://");
        var end = start + "https://e.com/a".length();
        var link = new ExplicitLink(kind, "https://e.com/a", start, end, "t");
        var found = TestDocuments.finder().find(TestDocuments.of(format, source, List.of(), List.of(link)));
        return found.citations().get(0).role();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://e.com/a",
                "Text before:\n  https://e.com/a.\nText behind",
                "Text before.\nhttps://e.com/a",
                "https://e.com/a\nText behind",
                "* `Title that is\n  <https://e.com/a>`_",
                "[2]: https://e.com/a",
                "<https://e.com/a>",
                "Text.\n\n(https://e.com/a)\n\nText.",
                "- https://e.com/a which is good",
                "  * <https://e.com/a> which is good",
                "+ **https://e.com/a** x",
                "1. https://e.com/a x",
                "(12) https://e.com/a x",
                "[1] https://e.com/a x",
                "[^a]: https://e.com/a x",
                "- [ ] https://e.com/a x",
                "> - https://e.com/a x",
                ".. [1] https://e.com/a",
                ".. [#x] https://e.com/a x",
                "- `Title <https://e.com/a>`_ by X",
                "Text.\nhttps://e.com/a\nhttps://e.com/b",
                "`Title <https://e.com/a>`_",
                "Above:\n`Title <https://e.com/a>`_\nBelow",
            })
    void entries(String text) {
        assertThat(first(text).role()).isEqualTo(Citation.Role.ENTRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see https://e.com/a",
                "Text that is wrapped before\nhttps://e.com/a\nthe address.",
                "as one may read at\nhttps://e.com/a",
                "https://e.com/a\nis a page.",
                "The election used the `Service\n<https://e.com/a>`__.",
                ".. _the name: https://e.com/a",
                "https://e.com/a is good",
                "- see https://e.com/a",
                "1. A. Author. Title. https://e.com/a",
                "-https://e.com/a x",
                "see `Title <https://e.com/a>`_",
                "http and more\nhttps://e.com/a",
                "https://e.com/a\nhttps://e.com/b and",
                "https://e.com/a\nnexthttp",
                "example.com",
                "- example.com is a host",
                "2020 https://e.com/a x",
                "- `https://e.com/a` in code",
                "the `words` and https://e.com/a",
            })
    void mentions(String text) {
        assertThat(first(text).role()).isEqualTo(Citation.Role.MENTION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- [Title](https://e.com/a) by X",
                "* [A [nested] title](<https://e.com/a>) x",
                "[Title](https://e.com/a)",
                "[Title](https://e.com/a \"tip\")",
                "3. **[Title](https://e.com/a)**: x",
                "<ul><li><a href=\"https://e.com/a\">t</a> x",
                "<LI class='x'>\n <p><a id=a href='https://e.com/a'>t</a>",
            })
    void entriesByMarkup(String source) {
        assertThat(roleOfLink(Format.MARKDOWN, ExplicitLink.Kind.LINK, source)).isEqualTo(Citation.Role.ENTRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "see [Title](https://e.com/a)",
                "[Title](https://e.com/a) is good",
                "- x [Title](https://e.com/a)",
                "<li>see <a href=\"https://e.com/a\">t</a>",
                "<li><a href=\"x\">y</a> <a href=\"https://e.com/a\">t</a>",
            })
    void mentionsByMarkup(String source) {
        assertThat(roleOfLink(Format.MARKDOWN, ExplicitLink.Kind.LINK, source)).isEqualTo(Citation.Role.MENTION);
    }

    @Test
    void numberedDefinitionsAreEntriesAndNamedOnesAndImagesAreNot() {
        assertThat(roleOfLink(Format.MARKDOWN, ExplicitLink.Kind.REFERENCE, "[12]: https://e.com/a"))
                .isEqualTo(Citation.Role.ENTRY);
        assertThat(roleOfLink(Format.MARKDOWN, ExplicitLink.Kind.REFERENCE, "[a `b`]: https://e.com/a"))
                .isEqualTo(Citation.Role.MENTION);
        assertThat(roleOfLink(Format.MARKDOWN, ExplicitLink.Kind.IMAGE, "![a](https://e.com/a)"))
                .isEqualTo(Citation.Role.MENTION);
        assertThat(first(".. _x: https://e.com/a").kind()).isEqualTo(CitationKind.REFERENCE);
        assertThat(first("__ https://e.com/a").kind()).isEqualTo(CitationKind.REFERENCE);
        assertThat(first(".. __: https://e.com/a").kind()).isEqualTo(CitationKind.REFERENCE);
        assertThat(first(".. [1] https://e.com/a").kind()).isEqualTo(CitationKind.BARE_URL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"- https://e.com/a which is good", "https://e.com/a", "[1] https://e.com/a x"})
    void aLongTextAboveChangesNothing(String line) {
        assertThat(first("Text of a sentence.\n".repeat(100) + line).role()).isEqualTo(Citation.Role.ENTRY);
    }

    @Test
    void anAddressInALongLineIsAMention() {
        assertThat(first("word ".repeat(100) + "https://e.com/a").role()).isEqualTo(Citation.Role.MENTION);
        assertThat(first("https://e.com/a " + "word ".repeat(100)).role()).isEqualTo(Citation.Role.MENTION);
        assertThat(first("- https://e.com/a " + "word ".repeat(100)).role()).isEqualTo(Citation.Role.ENTRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>https://e.com/a</p>",
                "<td>(https://e.com/a).</td>",
                "<p>https://e.com/an-address/of-more/than-two-hundred/characters/which-is-not-so-rare/on-pages-of-news/"
                        + "where-the-whole-headline/stands-in-the-address/of-the-article/and-some-numbers/of-the-system/"
                        + "behind-it/0123456789</p>",
            })
    void aBlockThatIsAnAddressAloneIsAnEntryWhateverMarkupStandsAroundIt(String source) {
        var from = source.indexOf('>') + 1;
        var block = TestDocuments.block(TextBlock.Kind.PROSE, 0, source.substring(from, source.lastIndexOf('<')), from);
        var found = TestDocuments.finder().find(TestDocuments.of(Format.HTML, source, List.of(block), List.of()));
        assertThat(found.citations()).extracting(Citation::role).containsExactly(Citation.Role.ENTRY);
    }
}
