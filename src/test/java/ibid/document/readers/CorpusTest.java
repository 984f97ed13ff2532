package ibid.document.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ibid.config.Settings;
import ibid.document.Document;
import ibid.document.DocumentFile;
import ibid.document.DocumentWalk;
import ibid.document.pdf.PdfWorkers;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Every character of every block and every link leads back to where it stands, in real documents and in awkward ones. */
class CorpusTest {
    private static final Path CORPUS = Path.of("../shared/corpus");

    private static final List<String> PIECES = List.of(
            "[a&amp;b](<x\\_y&lt;>) ",
            "\r\n",
            "> ",
            "- ",
            "😀",
            "&copy",
            "&#x41;",
            "&nGt;",
            "\\*",
            "**b**",
            "<b>",
            "</p>",
            "<a href='x&amp;y'>",
            "</a>",
            "`c",
            "\t",
            "\n\n",
            "|",
            "\n|-|\n",
            "<img src=a alt='&lt;'>",
            "![i](j \"t\")",
            "<https://e.com>",
            "# ",
            "\0",
            "é",
            "<pre>",
            "<code>",
            "</code>",
            "[r]: <d e>\n",
            "[^1]",
            "\\|",
            "<table><tr><td>",
            "<!-- c -->",
            "text",
            "\r",
            "``",
            "`t <u v>`_ ",
            ":pep:`8` ",
            ".. _n: u\n  v\n",
            ".. ",
            "\n====\n",
            "::\n\n  ",
            "{u}[",
            "link:a[b] ",
            "footnote:[",
            "<<a.adoc,b>>",
            "\\url{a\\_b}",
            "\\href{a}{",
            "\\section{",
            "% c\n",
            "\\bibitem{k} ",
            "}",
            "{{cite web|url=a|doi=10.1/b}}",
            "[[f|",
            "]]",
            "[http://a b]",
            "<ref>",
            "</ref>",
            "<nowiki>",
            "{/* c */}");

    @Test
    void everyDocumentOfTheCorpusLeadsBackToItsBytes() throws Exception {
        assumeTrue(Files.isDirectory(CORPUS), "the corpus is not here");
        var walk = new DocumentWalk(CORPUS, InputStream.nullInputStream(), Settings.DEFAULTS.documents());
        var readers = new DocumentReaders(Settings.DEFAULTS.documents(), PdfWorkers.NONE);
        var links = 0;
        for (var file : walk.find(List.of(".")).files()) {
            var document = readers.read(file);
            assertThat(document.problems()).as(document.path()).isEmpty();
            leadsBack(document, Files.readAllBytes(((DocumentFile.OnDisk) file.content()).file()));
            links += document.links().size();
        }
        assertThat(links).isGreaterThan(10_000);
    }

    @Test
    void awkwardDocumentsLeadBackToTheirBytes() {
        for (var name : List.of("a.md", "a.mdx", "a.html", "a.rst", "a.adoc", "a.tex", "a.wiki", "a.txt")) {
            var random = new java.util.Random(11);
            for (var i = 0; i < 3000; i++) {
                var text = new StringBuilder();
                for (var j = random.nextInt(30); j >= 0; j--) {
                    text.append(PIECES.get(random.nextInt(PIECES.size())));
                }
                var bytes = text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
                leadsBack(Reads.named(name, bytes), bytes);
            }
        }
    }

    private static void leadsBack(Document document, byte[] bytes) {
        var isPlain = document.format().isPlain();
        var source = document.source().text();
        for (var block : document.blocks()) {
            var before = 0;
            for (var i = 0; i < block.text().length(); i++) {
                var start = block.map().start(i);
                var slice = source.substring(start, block.map().end(i + 1));
                if (start < before || !shows(slice, block.text().charAt(i))) {
                    throw new AssertionError(
                            document.path() + ": '" + block.text().charAt(i) + "' of \"" + block.text() + "\" is not \""
                                    + slice + "\" of \"" + cut(source) + "\"");
                }
                before = start;
            }
        }
        for (var link : document.links()) {
            var slice = source.substring(link.start(), link.end());
            if (isPlain) {
                // An address may run over lines there, or only be numbered; what is written is always part of it.
                var plain = link.destination().replace("/", "");
                assertThat(plain.contains(slice.replaceAll("[\\\\\\s/]+", ""))
                                || plain.contains(decoded(slice).replaceAll("[\\s/]+", "")))
                        .as("\"%s\" for \"%s\" in %s", link.destination(), slice, document.path())
                        .isTrue();
            } else {
                assertThat(link.destination())
                        .as("in %s \"%s\"", document.path(), cut(source))
                        .isIn(slice, "mailto:" + slice, decoded(slice));
            }
            var span = document.source().span(link.start(), link.end());
            var read =
                    new String(bytes, (int) span.byteOffset(), span.byteLength(), Charset.forName(document.charset()));
            assertThat(read).isEqualTo(slice);
        }
    }

    private static String cut(String text) {
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    /** A stretch of one character shows itself; a longer one is an entity, an escape, or what a space or line break stands for. */
    private static boolean shows(String slice, char shown) {
        if (slice.length() == 1) {
            var c = slice.charAt(0);
            return c == shown
                    || (c == 0 && shown == '\uFFFD')
                    || shown == ' '
                    || shown == '\u00A0'
                    || (c <= ' ' && shown <= ' ');
        }
        if (shown == ' ' || shown == '\n' || shown == '\u00A0' || "“”—…".indexOf(shown) >= 0) {
            return true;
        }
        return decoded(slice.replace('\0', '\uFFFD')).indexOf(shown) >= 0;
    }

    private static String decoded(String slice) {
        var escaped = new StringBuilder();
        for (var i = 0; i < slice.length(); i++) {
            var next = i + 1 < slice.length() ? slice.charAt(i + 1) : ' ';
            var isEscape = slice.charAt(i) == '\\' && next > ' ' && next < 0x7F && !Character.isLetterOrDigit(next);
            escaped.append(isEscape ? (next == '&' ? "&amp;" : String.valueOf(next)) : String.valueOf(slice.charAt(i)));
            i += isEscape ? 1 : 0;
        }
        return Parser.unescapeEntities(escaped.toString(), false).replace('\0', '\uFFFD');
    }
}
