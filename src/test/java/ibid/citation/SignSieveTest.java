package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.Settings;
import ibid.document.DocumentFile;
import ibid.document.Format;
import ibid.document.PlainTextSieve;
import ibid.document.pdf.PdfWorkers;
import ibid.document.readers.DocumentReaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignSieveTest {
    private static final Settings.Documents SETTINGS = Settings.DEFAULTS.documents();
    private static final CitationFinder FINDER = new CitationFinder(SETTINGS).citedAlone();

    /** What citations of every kind are made of, what looks like one, what stands around them, and what parts paragraphs. */
    private static final List<String> PIECES = List.of(
            "https://e.com/a",
            "http://",
            "://",
            "www.e.com/x",
            "www.",
            "how. ",
            "e.com",
            "пример.рф",
            "bücher.de/ü",
            "訪問example.com吧",
            "。",
            ".",
            "..",
            "...",
            "…",
            "http://e.com/publicat...roups.html",
            "hxxp://e[.]com/a",
            "h**ps:",
            "[",
            "[.]",
            "(dot)",
            "{",
            "[/url]",
            "[url=http://e.com/q]",
            "[url]e.com/b[/url]",
            "mailto:a@e.com",
            "tel:+49123",
            "MAGNET:?xt=1",
            "doi:10.1000/182",
            "10.1000/182",
            "DOI",
            "ISBN",
            "ISBN-13 (print): ",
            ": ",
            "978-0-306-40615-7",
            "0-306-40615-2",
            "\u00A0",
            "\u202F",
            "：",
            "PMID",
            "PMC123456",
            "RFC ",
            "RFC.",
            "822",
            "3986",
            "arXiv:hep-th/9901001",
            "hep-th/",
            "9901001",
            "urn:isbn:0306406152",
            "swh:1:cnt:",
            "ark:/12345/x",
            "0000-0002-1825-0097",
            "3",
            "10",
            "x:y",
            "a",
            "word",
            "Title",
            "=====",
            "-----",
            "*",
            "`",
            "<",
            ">",
            "\"",
            "é",
            "—",
            "“",
            "”",
            "\u200B",
            "\u00AD",
            " ",
            " ",
            " ",
            "\n",
            "\n",
            "\n    ",
            "\r\n",
            "\n\n",
            "\n \t\n",
            "\r\n\r\n",
            "\r",
            "\r\r",
            "\n\n\n");

    private static String kept(String text) {
        return new String(new SignSieve().kept(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Nothing.",
                "Nothing. Nor here,\nwith 3 lines of 10 (or 4).\n\n|See https://e.com/a\nand on.\n\n|Nothing: again.\n",
                "\n\nNo.\n\n|on www.e.com\n|",
                "one\r\n \r\n|e.com it is\r\n\t\r\n|last",
                "word\n\n|e.com\n\n||ISBN 0-306-40615-2\n\n|word",
                "word\n\n|so …\n\n|“quoted” — words\n\n|tel:+49 30 1234567|",
                "naïve: ‘no’ – sign\n\n|пример.рф\n\n|слова без знаков\n\n|訪問example.com吧|",
                "no brackets:\n\n|hxxp://e\n\n|[word] (word) {word}\n\n|e[.]com|",
            })
    void paragraphsThatShowASignAreKeptWithTheBlankLinesBehindThem(String picture) {
        var parts = picture.split("\\|", -1);
        var kept = new StringBuilder();
        for (var i = 1; i < parts.length; i += 2) {
            kept.append(parts[i]);
        }
        assertThat(kept(String.join("", parts))).isEqualTo(kept.toString());
    }

    @Test
    void aTextThatIsAllSignsIsNotCopied() {
        var bytes = "https://e.com/a\n\nhttps://e.com/b".getBytes(StandardCharsets.UTF_8);
        assertThat(new SignSieve().kept(bytes)).isSameAs(bytes);
    }

    /** Whatever stands beside whatever. */
    @Test
    void whatIsCitedIsTheSameWithAndWithoutTheSieve() {
        var random = new Random(17);
        var cited = 0;
        for (var round = 0; round < 4000; round++) {
            var text = new StringBuilder();
            for (var i = random.nextInt(60); i >= 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            var whole = cited(text.toString(), PlainTextSieve.NONE);
            assertThat(cited(text.toString(), new SignSieve())).as("%s", text).isEqualTo(whole);
            cited += whole.size();
        }
        assertThat(cited).isGreaterThan(15_000);
    }

    private static List<String> cited(String text, PlainTextSieve sieve) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var file = new DocumentFile(
                "a.txt", Optional.of(Format.TEXT), new DocumentFile.Stream(new ByteArrayInputStream(bytes)));
        try (var readers = DocumentReaders.withoutDigests(SETTINGS, PdfWorkers.NONE, sieve)) {
            return FINDER.find(readers.read(file)).citations().stream()
                    .map(citation -> citation.kind() + " " + citation.cited() + " " + citation.truncation())
                    .toList();
        }
    }
}
