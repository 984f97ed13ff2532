package ibid.document.data;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Comment;
import ibid.document.readers.Cited;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeReaderTest {
    private static final String JAVA = """
            /*
             * See https://one.net/a,
             *   and <a href="https://two.net/b">two</a>.
             */
            package a; // https://three.net/c
            /** {@link java.util.List}, see {@code app.py}, @see <https://four.net/d> */
            class A {
                String s = "https://no.net/ // https://no.net/x"; // https://five.net/e
                char c = '"'; char d = '\\''; /* https://six.net/f */ int i;
                String t = \"""
                    // https://no.net/y
                    \""";
                // A comment of several lines:
                // https://seven.net/g
            }
            """;

    @Test
    void findsEveryCitationOfTheCommentsWhereItStands() {
        assertThat(Cited.places("A.java", JAVA))
                .containsExactly(
                        "2:8 https://one.net/a",
                        "3:19 https://two.net/b",
                        "5:15 https://three.net/c",
                        "6:55 https://four.net/d",
                        "8:58 https://five.net/e",
                        "9:37 https://six.net/f",
                        "14:8 https://seven.net/g");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            value = {
                "a.py ! `x = 1  # |` ! 1",
                "a.py ! `\"\"\"A module.\n|\n\"\"\"\n` ! 1",
                "a.py ! `def f():\n    r'''|'''\n` ! 1",
                "a.py ! `x = \"\"\"|\"\"\"\n` ! 0",
                "a.py ! `f(\n    \"\"\"|\"\"\")\n` ! 0",
                "a.py ! `x = '# |'` ! 0",
                "a.sh ! `echo $# | # none` ! 0",
                "a.sh ! `echo a # |` ! 1",
                "a.sh ! `echo \"# |\"` ! 0",
                "a.rs ! `fn f<'a>(x: &'a str) {} // |` ! 1",
                "a.rs ! `/// | ` ! 1",
                "a.js ! `x = /https?:\\/\\//.test(y) + '|'` ! 0",
                "a.js ! `x = |` ! 0",
                "a.js ! `/* | */` ! 1",
                "a.sql ! `select 1 -- |` ! 1",
                "a.lua ! `--[[ \n | ]] x` ! 1",
                "a.hs ! `{- | -} f' = 1` ! 1",
                "a.ex ! `@doc \"\"\"\n|\n\"\"\"\ndef a` ! 1",
                "a.el ! `;; |` ! 1",
                "a.css ! `a { background: url(|) } /* | */` ! 1",
                "a.vim ! `\" |` ! 1",
                "a.ps1 ! `<# | #>` ! 1",
                "a.rb ! `=begin\n|\n=end` ! 1",
                "a.php ! `# |` ! 1",
                "a.ml ! `(* | *)` ! 1",
                "a.erl ! `%% |` ! 1",
                "a.jl ! `#= | =#` ! 1",
                "a.py ! `# open app.py or README.md` ! 0",
            })
    void knowsTheCommentsOfEachLanguage(String name, String picture, int found) {
        assertThat(Cited.in(Reads.named(name, picture.replace("|", "https://e.com/a"))))
                .hasSize(found);
    }

    @Test
    void aTemplateIsAString() {
        assertThat(Cited.places("a.js", "y = `// https://no.net\n// https://no.net` // https://e.com/a"))
                .containsExactly("2:23 https://e.com/a");
    }

    @Test
    void commentsMayHoldWordsForTheReader() {
        assertThat(Reads.named("A.java", JAVA).reading().comments())
                .extracting(Comment::text)
                .contains("https://three.net/c", "https://six.net/f")
                .hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/*", "/* */", "//", "//\n", "\"", "\"\"\"", "'", "'a", "\\", "// https://e.com\n", "`", "x\n"})
    void hostileTextIsReadInLinearTime(String piece) {
        assertThat(Reads.named("a.java", piece.repeat(100_000)).problems()).isEmpty();
        assertThat(Reads.named("a.py", piece.repeat(100_000)).problems()).isEmpty();
    }
}
