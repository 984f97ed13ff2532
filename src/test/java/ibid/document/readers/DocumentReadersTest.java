package ibid.document.readers;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.Settings;
import ibid.document.DocumentFile;
import ibid.document.Format;
import ibid.document.Problem;
import ibid.document.pdf.PdfWorkers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentReadersTest {
    private static final String RUSSIAN = "Смотри страницу https://пример.рф/путь и прочитай её ещё раз внимательно.\n";
    private static final String JAPANESE = "このページを見てください。https://e.jp/a 日本語の文章です。\n";
    private static final String CHINESE = "请看这个网页。https://e.cn/a 这是中文的文章，谢谢大家。\n";

    @Test
    void nulsBetweenAsciiAreDirtAndThoseOfChineseTextAreNot() {
        var dirty = "see https://e.com/abc\0de fghij.\n".repeat(9);
        var chinese = "\u8bf7\u770b\u8fd9\u4e2a\u7f51\u9875\n".repeat(9);
        assertThat(Reads.named("a.txt", dirty).charset()).isEqualTo("UTF-8");
        for (var text : List.of(CHINESE, chinese)) {
            assertThat(Reads.named("a.txt", text.getBytes(StandardCharsets.UTF_16LE))
                            .charset())
                    .isEqualTo("UTF-16LE");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, false",
        "UTF-8, UTF-8, true",
        "UTF-16LE, UTF-16LE, false",
        "UTF-16LE, UTF-16LE, true",
        "UTF-16BE, UTF-16BE, false",
        "UTF-16BE, UTF-16BE, true",
        "UTF-32LE, UTF-32LE, true",
        "UTF-32BE, UTF-32BE, true",
        "windows-1251, windows-1251, false",
        "Shift_JIS, windows-31j, false",
        "GB18030, GB18030, false",
    })
    void tellsTheCharset(String written, String read, boolean withMark) {
        var text = switch (written) {
            case "Shift_JIS" -> JAPANESE;
            case "GB18030" -> CHINESE;
            default -> RUSSIAN;
        };
        text = text.repeat(20);
        var bytes = ((withMark ? "\uFEFF" : "") + text).getBytes(Charset.forName(written));
        var document = Reads.named("a.txt", bytes);
        assertThat(document.charset()).isEqualTo(read);
        assertThat(document.source().text()).isEqualTo(text);
        assertThat(document.problems()).isEmpty();
        var at = text.indexOf("https");
        var span = document.source().span(at, at + 10);
        assertThat(new String(bytes, (int) span.byteOffset(), span.byteLength(), Charset.forName(written)))
                .isEqualTo(text.substring(at, at + 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "windows-1252 | [Größe](größe.md)",
                "windows-1252 | Übersicht über Größen: https://example.org/a",
                "windows-1252 | [Maße](maße.md) für Füße",
                "windows-1252 | [Résumé](résumé.md)",
                "windows-1252 | Voilà l’été à la plage, où ça ? https://example.org/été",
                "windows-1252 | [Año](año.md) ¿Qué pasó mañana?",
                "windows-1252 | [Översikt](översikt.md) på svenska är åäö",
                "windows-1252 | [Lärobok](lärobok.md) på två år",
                "windows-1252 | [Æble](æble.md) på dansk",
                "ISO-8859-7 | [Οδηγός](https://example.org/guide) Η Ελλάδα είναι χώρα",
                "ISO-8859-7 | Η ελληνική γλώσσα: https://el.example.org/wiki/x και άλλα κείμενα με HTML",
                "windows-1251 | [Справочник](https://example.org/ru) по языку",
                "windows-1251 | Смотри https://example.org/страница, https://example.org/путь и далее",
                "windows-1251 | Документ описывает URLы и PDFы на русском языке, см. https://example.org/",
                "KOI8-R | [Справочник](https://example.org/ru) по языку",
                "KOI8-R | Документ на русском языке, см. https://example.org/",
                "ISO-8859-5 | Документ на русском языке, см. https://example.org/",
                "IBM866 | Документ на русском языке, см. https://example.org/ и читай дальше",
                "windows-1255 | שלום עולם https://example.org/ זה טקסט בעברית",
                "TIS-620 | ภาษาไทย https://example.org/ ข้อความ",
            })
    void guessesAnotherScriptOnlyWhereItsWordsStandAlone(String written, String text) {
        var document = Reads.named("a.md", text.getBytes(Charset.forName(written)));
        assertThat(document.charset()).isEqualTo(written);
        assertThat(document.source().text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'<meta charset=\"windows-1251\">ж', windows-1251",
        "'<meta http-equiv=Content-Type content=\"text/html; charset=KOI8-R\">ж', KOI8-R",
        "'<?xml version=\"1.0\" encoding=\"windows-1251\"?><html>ж', windows-1251",
    })
    void believesWhatAPageDeclares(String page, String charset) {
        var document = Reads.named("a.html", page.getBytes(Charset.forName(charset)));
        assertThat(document.charset()).isEqualTo(charset);
        assertThat(document.source().text()).isEqualTo(page);
        assertThat(Reads.named("-", page.getBytes(Charset.forName(charset))).charset())
                .isEqualTo(charset);
    }

    @Test
    void invalidBytesAreOneProblemThatCountsThem() {
        var bytes = "<meta charset=utf-8>\nok\n? and ?\n\uFFFD".getBytes(StandardCharsets.UTF_8);
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '?' ? (byte) 0xC0 : bytes[i];
        }
        var document = Reads.named("a.html", bytes);
        assertThat(document.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.UNDECODABLE);
            assertThat(problem.message()).startsWith("2 places, the first on line 3,");
        });
    }

    @Test
    void readsUpToTheLimitAndToTheBorderOfACharacter() {
        var document = Reads.limited("a.txt", "éééé".getBytes(StandardCharsets.UTF_8), 5);
        assertThat(document.source().text()).isEqualTo("éé");
        assertThat(document.charset()).isEqualTo("UTF-8");
        assertThat(document.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.LIMIT);
            assertThat(problem.message()).contains("first 5 of 8 bytes");
        });
        assertThat(document.sha256())
                .isEqualTo(Reads.named("b.txt", "éééé").sha256())
                .hasSize(64);
    }

    @ParameterizedTest
    @CsvSource({"a.txt", "a.md", "a.html"})
    void aLineOfTwoHundredMegabytesIsCutAtTheLimit(String name) {
        var in = new InputStream() {
            private long left = 200L << 20;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                var count = (int) Math.min(left, length);
                Arrays.fill(bytes, from, from + count, (byte) 'x');
                left -= count;
                return count;
            }
        };
        var file = new DocumentFile(name, Format.ofName(name), new DocumentFile.Stream(in));
        var document = new DocumentReaders(Settings.DEFAULTS.documents(), PdfWorkers.NONE).read(file);
        assertThat(document.source().text()).hasSize(64 << 20);
        assertThat(document.blocks()).hasSize(1);
        assertThat(document.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.LIMIT);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, '', 0, false",
        "1001, '', 0, true",
        "600, ']', 401, false",
        "600, ']', 1001, true",
        "600, '\n\n', 600, false"
    })
    void imagesThatOpenInsideEachOtherAreFollowedUpToTheLimit(int first, String between, int then, boolean isPlain) {
        var read = Reads.named("a.md", "Words\n" + "![a".repeat(first) + between.repeat(first) + "![b".repeat(then));

        assertThat(Reads.problem(read, Problem.Kind.LIMIT).isPresent()).isEqualTo(isPlain);
    }

    @ParameterizedTest
    @CsvSource({"a.txt", "a.rst", "a.md", "a.html", "-"})
    void nulBytesAreNoReasonToFail(String name) {
        var document = Reads.named(name, "a\0b https://e.com/\0 [x](y\0z) <p>\0q <a href='\0r'>s</a>\n\0\n");
        assertThat(document.source().text()).contains("\0");
        assertThat(document.problems()).isEmpty();
        assertThat(document.blocks()).isNotEmpty();
    }

    @Test
    void whatCannotBeReadIsAProblem() {
        var gone = new DocumentFile(
                "x.md", Optional.of(Format.MARKDOWN), new DocumentFile.OnDisk(Path.of("no/such/x.md")));
        var broken = new DocumentFile("-", Optional.empty(), new DocumentFile.Stream(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the pipe broke");
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                throw new IOException("the pipe broke");
            }
        }));
        var readers = new DocumentReaders(Settings.DEFAULTS.documents(), PdfWorkers.NONE);
        for (var file : new DocumentFile[] {gone, broken}) {
            var document = readers.read(file);
            assertThat(document.blocks()).isEmpty();
            assertThat(document.problems()).extracting(Problem::kind).containsExactly(Problem.Kind.UNREADABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'<!doctype html><p>x', HTML",
        "' <!-- x --><html>', HTML",
        "'# Title', MARKDOWN",
        "'see [a](b)', MARKDOWN",
        "'a b c https://e.com', TEXT",
        "'', TEXT",
    })
    void tellsTheFormatOfStandardInput(String text, Format format) {
        assertThat(Reads.named("-", text).format()).isEqualTo(format);
    }

    @Test
    void digestsTheBytesAsTheyAre() {
        assertThat(Reads.named("a.txt", "abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
