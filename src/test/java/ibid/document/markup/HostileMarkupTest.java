package ibid.document.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import ibid.document.readers.Reads;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What opens and never closes, over and over, costs time in proportion to its length and no stack. */
class HostileMarkupTest {
    private static final int TIMES = 60_000;

    /** A quadratic walk would take minutes. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "``a\n\n",
                "``a ",
                "`a ",
                "`a <",
                "`a <b> ",
                ":a:`",
                ".. _a",
                ".. _`a",
                "\n.. ",
                "a::\n\n b\n",
                "\n===\n",
                "\\",
                "link:a[",
                "footnote:[",
                "https://e.com[",
                "{a",
                "<<a",
                "[[",
                "[[[",
                "`+a",
                "\n|===\n|",
                "\n----\n",
                "\n:a: {a}{a}\n",
                "\\url{",
                "\\url|",
                "\\href{a}{",
                "\\footnote{",
                "\\section{",
                "\\cite{",
                "\\cite[",
                "{",
                "}",
                "\\begin{x}",
                "\\begin{verbatim}",
                "\\verb|",
                "%\n",
                "\\bibitem{",
                "\n\n\n",
                "{{",
                "{{cite web|",
                "{{cite web|a=://",
                "[[a|",
                "[[",
                "[http://e.com ",
                "<ref>",
                "<nowiki>",
                "<pre",
                "<!--",
                "''",
                "&",
                "\n== ",
                "\n{|\n|",
                "\n|a||",
                "=",
                "\0",
                "\uD83D",
            })
    void takesLinearTime(String piece) {
        for (var ending : List.of("rst", "adoc", "tex", "wiki")) {
            var text = piece.repeat(TIMES);
            assertTimeout(
                    LONGEST,
                    () -> assertThat(Reads.named("a." + ending, text).source().text())
                            .hasSize(text.length()),
                    () -> ending + " with " + piece);
        }
    }
}
