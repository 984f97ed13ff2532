package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ibid.citation.DialectVectors.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TruncationFinderTest {
    private static final Path CORPUS = Path.of("../shared/corpus");

    private final Dialects dialects = Dialects.load();
    private final TruncationFinder finder = new TruncationFinder(dialects);

    private String pictured(String text) {
        var picture = new StringBuilder(text);
        var cuts = finder.find(text);
        for (var i = cuts.size() - 1; i >= 0; i--) {
            picture.insert(cuts.get(i).end(), '|').insert(cuts.get(i).start(), '|');
        }
        return picture.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut |http://www.mill.example/publicat...roups-and-the-peace.html| in the middle",
                "(|http://www.mill.example/publicat...roups-and-the-peace.html|).",
                "(|http://www.mill.example/publicat...of_mills_(water)|)",
                "\"|http://www.mill.example/publicat...roups.html|\", and",
                "[text](|http://www.mill.example/publicat...roups.html|)",
                "[|http://www.mill.example/publicat...roups.html|](http://www.mill.example/publications/groups.html)",
                "|http://www.mill.example/publicat…roups.html|",
                "|http://www.mill.example/publicat...roups.html|,http://mill.example/",
                "siehe „|http://www.mill.example/publicat...roups.html|“。",
                "|www.mill.example/publicat...roups.html|",
                "|https://mill.example/flood/...marks-and-the-old-mill.html|",
                "|http://a.example/one...two.html| |http://b.example/one...two.html|",
                "spaced |https://www.waterways.example/reports/o ... mills.html|.",
                "spaced |https://www.waterways.example/reports/o … mills.html|)",
                "spaced |https://www.waterways.example/reports/o\u00A0...\u00A0mills.html|",
                "end |https://www.waterways.example/reports...| of a line",
                "end (|waterways.example/reports/of-t…|)",
                "end |www.mill.example/reports/of-t...|",
                "end |https://mill.example/reports/of-the-river-board/volume-...|",
                "[quote]|http://www.mill.example/publicat...roups.html|[/quote]",
                "[url=http://www.mill.example/a]|http://www.mill.example/publicat...roups.html|[/url]",
                "[url=http://www.mill.example/a]|www.mill.example/reports/of-t...|[/url]",
                "\u2066|http://www.mill.example/publicat...roups-and-the-peace.html|\u2069",
                "\u2066|waterways.example/reports/of-t…|\u2069",
                "|ftp://www.mill.example/publicat...roups.html|",
                "|HTTPS://www.mill.example/publicat...roups.html|",
                "see:|http://www.mill.example/publicat...roups.html|;www.mill.example",
                "|http://www.mill.example/publicat...roups.html|,www.mill.example",
                "|http://www.mill.example/publicat...roups.html|](x)",
                "|http://www.mill.example/publicat...roups,httq.html|",
                "|https://www.mill.example/page?a=...roups.html|",
                "|https://www.mill.example/publica%...roups.html|",
                "|https://www.mill.example/publica_...roups.html|",
                "|https://www.mill.example/publicat...1roups.html|",
                "|https://www.mill.example/publicat1...roups.html|",
                "|https://www.mill.example/flood/...marks-12.htm|",
                "|https://www.mill.example/publicat...a-bc|",
                "|https://www.mill.example/publicat...roups2|",
                "|https://www.mill.example/photo12...other13.html|",
                "|https://mill.example/reports/12-...|",
                "|https://mill.example/report/1-...|",
                "|https://mill.example/reports/12%...|",
                "|https://mill.example/reports/1%C...|",
                "[|https://www.mill.example/publicat...roups[1].html|]",
                "x/|http://www.mill.example/publicat...roups.html|",
                "... |http://www.mill.example/publicat...roups.html|",
                "… |http://www.mill.example/publicat...roups.html|",
                "... |http://www.mill.example/publicat…roups.html|",
                "(|www.mill.example/publicat...roups.html|) and *|www.mill.example/publicat...roups.html|*",
                "见|http://www.mill.example/publicat...roups.html|",
                "(|waterways.example/reports/of-t…|), '|waterways.example/reports/of-t…|'",
                "|waterwaysriver.de/reports/of-t…|",
                "|waterways.example/reports/of-t…er-board/flood-marks.html|",
                "|s3.amazonaws.com/mill-archives…|",
                "|http://www.mill.example/publicat....html|",
                "… |http://www.mill.example/publicat...roups.html| … |http://www.mill.example/publicat…roups.html| ..."
                        + " x",
            })
    void findsExactlyWhatTheBarsEnclose(String picture) {
        assertThat(pictured(picture.replace("|", ""))).isEqualTo(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compare https://github.com/o/r/compare/v1.0.0...v2.0.0-rc1 whole",
                "https://gitlab.example/o/r/-/compare/main...feature-branch",
                "https://github.com/o/r/commits/60ff67d0100...remote_pdb",
                "https://www.google.com/search?q=mill&gs_l=hp.3...0l4.1234.5678",
                "https://...",
                "http://.../x.html",
                "https://example.com/...",
                "https://example.com/.../file.html",
                "https://example.com/…/file.html",
                "https://docs.example.com/api/v2/users/... and so on",
                "https://example.com/?q=...",
                "https://api.example.com/v1/items?token=...&user=me",
                "at https://www.mill.example/reports/annual/2019/the-mills-1.pdf...",
                "https://mill.example/photo001...photo120",
                "https://mill.example/manual/language.html#The-...-argument",
                "https://example.com/<...>/file.html",
                "https://example.com/page[...]more-text.html",
                "https://example.com/page(...)more-text.html",
                "https://example.com/{...}/more-text.html",
                // The editor's dots stand where a platform's would.
                "http://www.mill.example/publicatio(...)s-and-the-us-taliban-peace-agreement-21.html",
                "http://www.mill.example/publicatio[...]s-and-the-us-taliban-peace-agreement-21.html",
                "https://mill.example/flood/....and-the-old-mill.html",
                // No platform that drops the scheme cuts here with dots like these.
                "waterways.example/reports/of-t...er-board/flood-marks.html",
                "waterways.example/reports/of...",
                "src/main/java/org/example/mill…",
                "https://www.waterways.example/reports/o  ... mills.html",
                "https://www.waterways.example/reports/o ...  mills.html",
                "ahttp://www.mill.example/publicat...roups.html",
                "zhttp://www.mill.example/publicat...roups.html",
                "AHTTP://www.mill.example/publicat...roups.html",
                "ZHTTP://www.mill.example/publicat...roups.html",
                "see https://e.com/page...",
                "see https://e.com/page....",
                "visit https://example.com...",
                "visit http://google.com... then",
                "visit https://example.com… then",
                "see https://e.com/page...and then on",
                "see https://e.com/page ... and then on",
                "see https://e.com/page … und dann",
                "http://one.example/page...http://two.example/page",
                "https://en.wikipedia.org/wiki/Oops!..._I_Did_It_Again",
                "https://en.wikipedia.org/wiki/...And_Justice_for_All",
                "https://e.com/img1...9.png",
                "chapter 1 ............ 12 https://e.com/a",
                "https://e.com/a............b.html",
                "https://e.com/a……b.html",
                "f(...args) and a...b and 1...5 and 2001…2003",
                "const all = [...first, ...second]",
                "and/or… either/or… setup.py/abcdefghijkl…",
                "./...",
                "../.../x",
                "go test ./...",
                "golang.org/x/tools/...",
                "foo/bar/...",
                "@scope/name…",
                "gopher://www.mill.example/publicat...roups.html",
                "http:/www.mill.example/publicat...roups.html",
                "a/www.mill.example/publicat...roups.html",
                "me@www.mill.example/publicat...roups.html",
                "https://mill/publicat...roups.html",
                "https://-mill.example/publicat...roups.html",
                "https://mill..example/publicat...roups.html",
                "https://mi!ll.example/publicat...roups.html",
                "https://www.mill.example/publicat...roups",
                "https://www.mill.example/publicat...a-b",
                "https://www.mill.example/publicat1...2roups.html",
                "https://www.mill.example/publicat-...-roups.html",
                "https://www.mill.example/flood/...mark-12.htm",
                "https://www.mill.example/photo12...photo13.html",
                "https://www.mill.example/photo12...13.html",
                "https://mil.example/report/1-...",
                "https://mill.example/reports/123...",
                "https://mill.example/reports/12=...",
                "...",
                "…",
                " … ",
                "",
                "://...",
                "http://",
                "www....",
                "http://…",
            })
    void leavesGenuineDotsAlone(String text) {
        assertThat(finder.find(text)).isEmpty();
    }

    @Tag("slow")
    @Test
    void findsTheTwoCutsOfTheFoundingDocumentAndNoOtherInTheCorpus() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no corpus beside the project");
        var softly = new SoftAssertions();
        try (var files = Files.walk(CORPUS)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var expected = file.endsWith("founding/forum-post.txt") ? 2 : 0;
                softly.assertThat(finder.find(Files.readString(file)))
                        .as("%s", file)
                        .hasSize(expected);
            }
        }
        softly.assertAll();
        assertThat(finder.find(Files.readString(CORPUS.resolve("founding/forum-post.txt"))))
                .extracting(Cut::truncation)
                .containsOnly(new Truncation(
                        "http://www.cacianalyst.org/publicat",
                        "...",
                        "roups-and-the-us-taliban-peace-agreement.html",
                        List.of("xenforo"),
                        101));
    }

    static Stream<String> frames() {
        return Stream.of(
                "X",
                "See X for more.",
                "(X)",
                "at the end: X",
                "At the end: X.",
                "\"X\"",
                "“X”, she said",
                "<X>",
                "X\nnext",
                "X, X");
    }

    /**
     * Not found: a head of 17 characters alone (it is more often a whole address), and decoded spaces in the tail
     * (nothing tells them from the end of the address).
     */
    private static boolean canBeFound(Vector vector, DialectText text) {
        var tooShort =
                vector.dialect().equals("phpfusion-autolink") && text.tail().isEmpty();
        return !tooShort && text.tail().indexOf(' ') < 0;
    }

    @Test
    void findsWhatEveryPlatformShowsInASentence() {
        check("See X for more.", DialectVectors.own());
    }

    @Tag("slow")
    @ParameterizedTest
    @MethodSource("frames")
    void findsWhatEveryPlatformShows(String frame) {
        check(
                frame,
                Stream.concat(DialectVectors.own().stream(), DialectVectors.shared().stream())
                        .toList());
    }

    private void check(String frame, List<Vector> vectors) {
        var softly = new SoftAssertions();
        for (var vector :
                vectors.stream().filter(one -> one.shown().isPresent()).toList()) {
            var text = dialects.all().stream()
                    .filter(dialect -> dialect.name().equals(vector.dialect()))
                    .findFirst()
                    .flatMap(dialect -> dialect.cut(vector.full()))
                    .orElseThrow();
            if (!canBeFound(vector, text)) {
                continue;
            }
            var document = frame.replace("X", text.joined());
            var cuts = finder.find(document);
            softly.assertThat(cuts).as("%s", document).hasSize(frame.equals("X, X") ? 2 : 1);
            for (var cut : cuts) {
                softly.assertThat(DialectText.of(cut.truncation()))
                        .as("%s", document)
                        .isEqualTo(text);
                softly.assertThat(cut.truncation().dialects())
                        .as("%s", document)
                        .contains(vector.dialect());
                softly.assertThat(document.substring(cut.start(), cut.end())).isEqualTo(text.joined());
            }
        }
        softly.assertAll();
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(
            strings = {
                ".", "…", "a...", "http://a...", "http://a.b/c....", "http://a.b/c...d ", "http://a.b/c.....)))))",
                "http://ab.cd/e.....f,,,,,,,,,,", "http://a/(((((((((...", "www.a...", "www.", "://...", "a.b/c…",
                        "x … y ",
                "http://a.b/c ... d ", "🙂…", "\0...", "http://http://", "http://a.b/%E2%80...%A6",
            })
    void takesLinearTimeForWhateverIsRepeated(String piece) {
        var text = piece.repeat(1_000_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> finder.find(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ", "\n", "\u0000", "\u007F", "\u0085", "\u00A0", "\u1680", "\u2000", "\u200A", "\u2028", "\u205F",
                "\u3000", "<", ">", "\"", "`", "{", "}", "|", "\\", "^", "“", "”", "„", "«", "»", "‹", "›", "‘", "’",
                "、", "。", "，", "；", "：", "！", "？", "「", "」", "『", "』", "【", "】", "（", "）", "《", "》", "｜",
            })
    void whatNoAddressHoldsEndsHeadAndTail(String stop) {
        var cut = "http://www.mill.example/publicat...roups.html";
        assertThat(finder.find("x" + stop + "waterways.example/reports/of-t… y"))
                .extracting(Cut::start)
                .containsExactly(1 + stop.length());
        assertThat(finder.find(cut + stop + "x")).extracting(Cut::end).containsExactly(cut.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"é", "ß", "¿", "א", "水", "한", "ﬁ", "~", "+", "$"})
    void lettersOfAllScriptsGoOn(String letter) {
        var cut = "http://www.mill.example/publicat...roups" + letter + "a.html";
        assertThat(finder.find(cut)).extracting(Cut::end).containsExactly(cut.length());
    }

    @ParameterizedTest
    @CsvSource({"295, 1", "296, 0"})
    void aTailHasThreeHundredCharactersAtMost(int length, int cuts) {
        assertThat(finder.find("http://www.mill.example/publicat..." + "a".repeat(length) + ".html"))
                .hasSize(cuts);
    }

    @Test
    void saysHowLongTheAddressWasAtLeast() {
        assertThat(finder.find(
                        "www.mill.example/publicat...roups.html and http://www.mill.example/publicat...roups.html"))
                .extracting(cut -> cut.truncation().minimumLength())
                .containsExactly(43, 43);
    }

    @Test
    void survivesUnpairedSurrogatesAndControlCharacters() {
        assertThatCode(() -> finder.find("http://a.example/\uD800...\uDC00b.html\u0000…\uFFFE http://\uD83D…x"))
                .doesNotThrowAnyException();
    }
}
