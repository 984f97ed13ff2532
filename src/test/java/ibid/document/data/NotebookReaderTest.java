package ibid.document.data;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Comment;
import ibid.document.readers.Cited;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;

class NotebookReaderTest {
    private static final String GOLDEN = """
            {
             "cells": [
              {"cell_type": "markdown", "metadata": {"x": "https://no.net/m"}, "source": [
                "# Tides\\n",
                "\\n",
                "See [the \\"book\\"](https://one.net/a) and\\n",
                "https://two.net/\\u00e4.\\n",
                "| a | b |\\n|---|---|\\n| <https://three.net> | x |"
              ]},
              {"cell_type": "code", "execution_count": 1, "source": ["# ibid-ignore: why\\n", "load('https://no.net/code')"],
               "outputs": [{"output_type": "display_data", "data": {"text/html": ["<a href='https://no.net/out'>x</a>"]}}]},
              {"source": "Text [r]\\n\\n[r]: https://four.net/ \\"t\\"", "cell_type": "markdown"},
              {"cell_type": "raw", "source": "raw https://five.net"},
              {"cell_type": "markdown", "source": []}
             ],
             "metadata": {"language_info": {"name": "python"}}, "nbformat": 4
            }
            """;

    @Test
    void findsEveryCitationWhereItStands() {
        assertThat(Cited.located("a.ipynb", GOLDEN))
                .containsExactly(
                        "6:25 https://one.net/a @ cell 1",
                        "7:6 https://two.net/\\u00e4 -> https://two.net/ä @ cell 1",
                        "8:31 https://three.net @ cell 1",
                        "12:32 https://four.net/ @ cell 3",
                        "13:39 https://five.net @ cell 4");
        assertThat(Cited.in(Reads.named("a.ipynb", GOLDEN)).get(0).context().heading())
                .contains("Tides");
        assertThat(Reads.named("a.ipynb", GOLDEN).reading().comments())
                .extracting(Comment::text)
                .containsExactly("ibid-ignore: why");
    }

    @Test
    void manyCellsAndBrokenOnesAreNoReasonToFail() {
        var cell = "{\"cell_type\": \"markdown\", \"source\": [\"https://e.com/a\\n\"]},";
        assertThat(Cited.in(Reads.named("a.ipynb", "{\"cells\": [" + cell.repeat(5000))))
                .hasSize(5000);
        assertThat(Reads.named("a.ipynb", "{\"cells\": [[[{\"source\": \"x").problems())
                .isEmpty();
        assertThat(Reads.named("a.ipynb", "").problems()).isEmpty();
    }
}
