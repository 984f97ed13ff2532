package ibid.document.data;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Comment;
import ibid.document.readers.Cited;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static final String GOLDEN = """
            %YAML 1.2
            ---
            site: https://site.example.net/a#b   # the site, https://e.com/not-cited
            plain: see https://one.net/x, and
              https://two.net/y
            'single': 'https://three.net/it''s'
            double: "\\U0001F600 https:\\/\\/four.net\\/\\xe4 \\
              https://five.net"
            literal: |  # https://e.com/header
              # https://six.net/no-comment
              https://seven.net/😀/a
            folded: >-
                https://eight.net
            list:
              - {a: https://nine.net/?q=1, b: [https://ten.net/x]}
              - &anchor !tag https://eleven.net/
              - *anchor
            versions: {main: app.py, v: 1.2.io}
            https://key.net/: value
            ...
            ---
            second: https://twelve.net/
            """;

    @Test
    void findsEveryCitationWhereItStands() {
        assertThat(Cited.located("a.yaml", GOLDEN))
                .containsExactly(
                        "3:7 https://site.example.net/a#b @ $.site",
                        "4:12 https://one.net/x @ $.plain",
                        "5:3 https://two.net/y @ $.plain",
                        "6:12 https://three.net/it''s -> https://three.net/it's @ $.single",
                        "7:21 https:\\/\\/four.net\\/\\xe4 -> https://four.net/ä @ $.double",
                        "8:3 https://five.net @ $.double",
                        "10:5 https://six.net/no-comment @ $.literal",
                        "11:3 https://seven.net/😀/a @ $.literal",
                        "13:5 https://eight.net @ $.folded",
                        "15:9 https://nine.net/?q=1 @ $.list[0].a",
                        "15:36 https://ten.net/x @ $.list[0].b[0]",
                        "16:18 https://eleven.net/ @ $.list[1]",
                        "19:1 https://key.net/ @ $['https://key.net/']",
                        "22:9 https://twelve.net/ @ $.second");
    }

    @Test
    void commentsAreComments() {
        assertThat(Reads.named("a.yaml", "# one\na: b # two\nc: |\n  # no\n# three\nd: 'x # no' # four")
                        .reading()
                        .comments())
                .extracting(Comment::text)
                .containsExactly("one", "two", "three", "four");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: {{ template }}\nb: https://e.com/a\n",
                "\tx: https://e.com/a",
                "a: [\nb: https://e.com/a",
                "a: \0\nb: https://e.com/a"
            })
    void whatIsNoYamlIsReadAsText(String text) {
        assertThat(Cited.in(Reads.named("a.yaml", text)))
                .extracting(c -> c.cited())
                .containsExactly("https://e.com/a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? ", "&a [*a, ", "\"", "'", "a: ", "|\n", "!", "😀: \"\\U\"\n"})
    void hostileTextIsReadInLinearTimeAndASmallStack(String piece) {
        var document = Reads.named("a.yaml", piece.repeat(20_000) + "\n");
        assertThat(document.problems().size()).isLessThan(2);
    }
}
