package ibid.document.markup;

import static ibid.document.readers.Reads.pictured;
import static ibid.document.readers.Reads.texts;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Comment;
import ibid.document.ExplicitLink;
import ibid.document.TextBlock;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "x::\\n\\n  y.py\\n\\n  z\\nw => x::|w => '  y.py\\n\\n  z'",
                "x::\\n  y\\nz => x::|z => '  y'",
                "- x::\\n\\n    y\\n\\n  z => - x::|  z => '    y'",
                "x::\\n\\n> y\\n> z\\n\\nw => x::|w => > y\\n> z",
                ".. note::\\n  y => '  y' => ''",
                ".. code-block:: py\\n\\n  y\\n => '' => \\n  y",
                ".. raw:: latex\\n\\n  y\\n => '' => \\n  y",
                ".. _n: https://e.com/a::\\n => '' => ''",
                ".. [1] https://e.com\\n => https://e.com => ''",
                "see ``os.name`` ok => see   ok => os.name",
                "see ``a`b`` ok => see   ok => a`b",
                "see ``open ok => see ``open ok => ''",
                ">>> a.py\\nb\\n\\nc => c => >>> a.py\\nb",
                "a\\\\*b\\\\ c => a*b c => ''",
            })
    void tellsProseFromCode(String text, String prose, String code) {
        var document = Reads.named("a.rst", lines(text));
        assertThat(String.join("|", texts(document, TextBlock.Kind.PROSE))).isEqualTo(lines(prose));
        assertThat(String.join("|", texts(document, TextBlock.Kind.CODE))).isEqualTo(lines(code));
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n").replace("\\\\", "\\");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`a <|https://e.com|>`_",
                "`a\n<|https://e.com/\n  b|>`__ c",
                "`<|https://e.com|>`_",
                "`a <other_>`_ and `a<https://e.com>`_",
                "`a <Other>`_",
                "`a <|#part|>`_",
                "`a <|b/c.html|>`_",
                "``a <https://e.com>``",
                ":pep:`|8|` and :PEP:`|8#x|` and `|8|`:pep: and :pep:`x`",
                ":rfc:`a <|1|>` :rfc:`99999999999`",
                ":doi:`|10.1/a|` :arxiv:`|1706.03762v5|` :arxiv:`x`",
                ":doc:`a` :doc:`|b/a|` :doc:`p:b/a` :download:`|a.csv|`",
                ".. _n: |https://e.com|",
                ".. _n:\n   |https://e.com/\n   b|\nx",
                ".. _n:\n\n   https://e.com",
                ".. _n: m_\n.. _`n:`: |https://e.com|",
                ".. __: |https://e.com|\n__ |https://e.com|\n__ n_",
                "__init__ https://e.com",
                "a\n.. _n: https://e.com",
                "a\n\n  .. _n: |https://e.com|",
                ".. [1] a `b <|https://e.com|>`_\n.. [2] `b <|https://e.com|>`_",
                ".. |s| image:: |a.png|\n   :target: |https://e.com|",
                ".. image:: a.*\n.. image:: |a.png|\n   :target: n_",
                ".. csv-table:: T\n   :file: a.csv",
                ".. raw:: html\n\n   <a href=\"|https://e.com|\">x</a>\n",
                ".. a comment `b <https://e.com>`_\n   `b <https://e.com>`_\n\n`b <|https://e.com|>`_",
                "..\n\n   `b <|https://e.com|>`_",
                ".. code:: rst\n   :name: n\n\n   `b <https://e.com>`_\n\n`b <|https://e.com|>`_",
            })
    void findsExactlyTheDestinationsBetweenTheBars(String picture) {
        var text = picture.replace("|s|", "§s§").replace("|", "").replace("§", "|");
        assertThat(pictured(Reads.named("a.rst", text))).isEqualTo(picture);
    }

    @ParameterizedTest
    @CsvSource({
        "`a b <https://e.com>`_, LINK, https://e.com, a b",
        ".. _a b: https://e.com/\\_, REFERENCE, https://e.com/_, a b",
        ".. _m: a@e.com, REFERENCE, mailto:a@e.com, m",
        ":pep:`8#x`, LINK, https://peps.python.org/pep-0008/#x, ''",
        ":rfc:`9110`, LINK, https://datatracker.ietf.org/doc/html/rfc9110, ''",
        ":doc:`t </b/a>`, LINK, /b/a.rst, t",
    })
    void saysWhatALinkIs(String text, ExplicitLink.Kind kind, String destination, String linkText) {
        assertThat(Reads.named("a.rst", text).links()).singleElement().satisfies(link -> {
            assertThat(link.kind()).isEqualTo(kind);
            assertThat(link.destination()).isEqualTo(destination);
            assertThat(link.text()).isEqualTo(linkText);
        });
    }

    @Test
    void levelsOfTitlesFollowTheOrderOfTheirRules() {
        var document = Reads.named(
                "a.rst", "###\nDoc\n###\n\nPart\n----\ntext\n\nSub\n====\n\nPart\n----\n\nAb\n==\n\na\n---\n---\n");
        assertThat(document.blocks().stream()
                        .filter(block -> block.kind() == TextBlock.Kind.HEADING)
                        .map(block -> block.level() + block.text()))
                .containsExactly("1Doc", "2Part", "3Sub", "2Part", "3Ab", "2a");
    }

    @Test
    void commentsAreKeptWithTheirPlace() {
        var text = ".. ibid-ignore: gone\n.. _n: a.txt\n\n..\n   two\n\n   lines\n\nend";
        assertThat(Reads.named("a.rst", text).reading().comments())
                .containsExactly(
                        new Comment(0, 20, "ibid-ignore: gone"),
                        new Comment(text.indexOf("..\n"), text.indexOf("\n\nend"), "two\n\n   lines"));
    }
}
