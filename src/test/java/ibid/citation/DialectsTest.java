package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialectsTest {
    private static final String CUT_HEAD = "http://www.cacianalyst.org/publicat";
    private static final String CUT_TAIL = "roups-and-the-us-taliban-peace-agreement.html";

    private final Dialects dialects = Dialects.load();

    @Test
    void onlyXenForoWritesTheFoundingCut() {
        var cut = dialects.truncation(CUT_HEAD, "...", CUT_TAIL);

        assertThat(cut.dialects()).containsExactly("xenforo");
        assertThat(cut.minimumLength()).isEqualTo(101);
    }

    @ParameterizedTest
    @CsvSource({"…,xenforo", "' ... ',", "..,", "....,", "[...],", "'',"})
    void aWordProcessorMayExchangeTheDotsButNotTheSpaces(String mark, String expected) {
        assertThat(dialects.thatCanHaveWritten(CUT_HEAD, mark, CUT_TAIL))
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void aNoBreakSpaceIsASpace() {
        var head = "https://www.waterways.example/reports/o";
        var expected = List.of("phpbb-30", "phpbb-32", "punbb-fluxbb-12", "fluxbb");
        assertThat(head).hasSize(39);
        for (var mark : List.of(" ... ", " … ", "\u00A0...\u00A0", " …\u202F")) {
            assertThat(dialects.thatCanHaveWritten(head, mark, "mills.html")).isEqualTo(expected);
        }
        assertThat(dialects.thatCanHaveWritten(head, "...", "mills.html")).isEmpty();
    }

    /** Which platforms write the same text for the same address; the table of shapes in one picture. */
    @ParameterizedTest
    @CsvSource({
        "https, 35, ..., 45, xenforo",
        "https, 36, ..., 14, vbulletin-36 vbulletin-38-6",
        "https, 35, ..., 15, vbulletin-30",
        "https, 40, ..., 10, mybb",
        "http, 42, ..., 15, ipb-2",
        "https, 43, ..., 15, ipb-2",
        "https, 20, ..., 15, ipb-3",
        "http, 37, ..., 10, phpfusion-url bitrix",
        "https, 37, ..., 10, phpfusion-url",
        "https, 38, ..., 10, bitrix",
        "https, 17, ..., 10, phpfusion-autolink",
        "'', 35, ..., 40, misago",
        "'', 40, ..., 20, kunena",
        "https, 40, ..., 40, destinygg-chat",
        "https, 60, ..., 0, xmb hackernews",
        "https, 37, ..., 0, youtube",
        "https, 72, ..., 0, drupal-5 drupal-7",
        "https, 39, ' ... ', 10, phpbb-30 phpbb-32 punbb-fluxbb-12 fluxbb",
        "https, 32, ' ... ', 19, discuz",
        "http, 37, ' ... ', 25, xoops-25",
        "https, 30, …, 25, woltlab-3-5",
        "'', 30, …, 25, woltlab-anchor",
        "'', 30, …, 0, mastodon mastodon-44 friendica",
        "'', 28, …, 0, nitter",
        "'', 32, …, 0, wordpress-url-shorten",
        "'', 50, …, 0, invidious",
        "https, 71, …, 0, drupal-8",
        "https, 39, …, 0, askbot",
    })
    void tellsPlatformsApartByWhatIsVisible(String scheme, int head, String mark, int tail, String names) {
        var url = (scheme.isEmpty() ? "" : scheme + "://") + "waterway.example/reports/of-the-river-board/"
                + "r".repeat(80);
        var cut = dialects.thatCanHaveWritten(url.substring(0, head), mark, "t".repeat(tail));

        assertThat(cut).containsExactly(names.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "https://old-mill.example/reports/of-the, …, river-board.htm, woltlab-6",
        "mill.example/reports/of-the, …, '', x-display-url",
        "www.mill.example/reports/of-t, ..., '', bluesky",
    })
    void someKeepTheHostAndCountThePathAlone(String head, String mark, String tail, String name) {
        assertThat(dialects.thatCanHaveWritten(head, mark, tail)).containsExactly(name);
    }

    @Test
    void platformsWithTheSameShapesWriteTheSameTextForTheSameAddress() {
        var url =
                "http://mill.example/reports/of-the-river-board/volume-7/flood-marks-and-the-old-mill-at-low-water/annual.html";
        var groups = new ArrayList<List<String>>();
        for (var dialect : dialects.all()) {
            var same = dialects.all().stream()
                    .filter(other -> other.shown(url).equals(dialect.shown(url)))
                    .map(Dialect::name)
                    .toList();
            if (same.size() > 1 && !groups.contains(same)) {
                groups.add(same);
            }
        }
        assertThat(groups)
                .containsExactly(
                        List.of("vbulletin-36", "vbulletin-38-6"),
                        List.of("phpbb-30", "phpbb-32"),
                        List.of("punbb-fluxbb-12", "fluxbb"),
                        List.of("xmb", "hackernews"),
                        List.of("phpfusion-url", "bitrix"),
                        List.of("mastodon", "mastodon-44", "friendica"),
                        List.of("drupal-5", "drupal-7"));
    }

    @Test
    void dotsOfTheAddressBesideTheMarkLeaveOpenWhichDotsWereCounted() {
        // 36 + "..." + 14, or 35 + "..." + 15: to the reader one text.
        var one = dialects.truncation("https://old-mill.example/reports/of.", "...", "4567890123.htm");
        var other = dialects.truncation("https://old-mill.example/reports/of", "...", ".4567890123.htm");

        assertThat(one.dialects())
                .isEqualTo(other.dialects())
                .containsExactly("vbulletin-36", "vbulletin-38-6", "vbulletin-30");
        assertThat(dialects.accepts(other, "https://old-mill.example/reports/of.the-river/1234567890123.htm"))
                .isTrue();
    }

    @Test
    void aHalfCharacterMayHaveBeenLostWhenTheTextWasCopied() {
        var url = "https://mill.example/réports/of-the-r水iver-board/volume-7/flood-marks.html";
        var shown = dialects.all().stream()
                .filter(dialect -> dialect.name().equals("phpbb-30"))
                .findFirst()
                .flatMap(dialect -> dialect.cut(url))
                .orElseThrow();
        var intact = new DialectText(shown.head().replace("\uFFFD", ""), shown.mark(), shown.tail());

        assertThat(shown.head()).endsWith("the-r\uFFFD").doesNotContain("水");
        for (var text : List.of(shown, intact)) {
            assertThat(dialects.thatCanHaveWritten(text.head(), text.mark(), text.tail()))
                    .contains("phpbb-30");
        }
        assertThat(dialects.accepts(dialects.truncation(intact.head(), " ... ", intact.tail()), url))
                .isTrue();
    }

    /** phpBB 3.0 shows 39 bytes: one more is another program's, three fewer may have been the half of a character. */
    @ParameterizedTest
    @CsvSource({
        "é, 39, true",
        "é, 40, false",
        "é, 36, true",
        "é, 35, false",
        "水, 39, true",
        "水, 40, false",
        "🦆, 39, true",
        "🦆, 40, false",
        "🦆, 36, true",
        "🦆, 35, false",
        "e, 39, true",
        "e, 38, false",
        "e, 40, false"
    })
    void bytesAreCountedAsUtf8(String letter, int bytes, boolean fits) {
        var start = "https://mill.example/" + letter;
        var head = start + "r".repeat(bytes - DialectUnit.BYTES.length(start));
        assertThat(dialects.thatCanHaveWritten(head, " ... ", "mills.html").contains("phpbb-30"))
                .isEqualTo(fits);
    }

    @Test
    void halfOfASurrogatePairIsShownAsBroken() {
        var url = "https://mill.example/reports/of-the-riv🦆" + "r".repeat(60) + "🦆" + "e".repeat(39);
        assertThat(shown("destinygg-chat", url))
                .contains("https://mill.example/reports/of-the-riv\uFFFD...\uFFFD" + "e".repeat(39));
    }

    private Optional<String> shown(String name, String url) {
        return dialects.all().stream()
                .filter(dialect -> dialect.name().equals(name))
                .findFirst()
                .flatMap(dialect -> dialect.shown(url));
    }

    /** Drupal takes off the dots that a cut left at the end. */
    @Test
    void drupalShowsNoDotBeforeItsMark() {
        var head = "https://waterway.example/reports/of-the-river-board/volume-7/flood-mar";
        assertThat(head).hasSize(70);
        assertThat(shown("drupal-8", head + ".ks-and-the-old-mill")).contains(head + "…");
        assertThat(dialects.thatCanHaveWritten(head, "…", "")).containsExactly("drupal-8");
        assertThat(dialects.thatCanHaveWritten(head + "k", "…", "")).containsExactly("drupal-8");
        assertThat(dialects.thatCanHaveWritten(head.substring(1), "…", "")).isEmpty();
        assertThat(dialects.thatCanHaveWritten(head + ".", "…", "")).isEmpty();
    }

    /** Misago measures an address without its {@code index.html}, so none is left in what it shows. */
    @Test
    void misagoShowsNoIndexFile() {
        var head = "waterway.example/reports/of-the-riv";
        assertThat(dialects.thatCanHaveWritten(head, "...", "r".repeat(29) + "/index.htmx"))
                .containsExactly("misago");
        assertThat(dialects.thatCanHaveWritten(head, "...", "r".repeat(29) + "/index.html"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"git+ssh", "svn2", "x-mill", "a.b", "ftp"})
    void aSchemeHasLettersDigitsAndThreeSigns(String scheme) {
        assertThat(shown("mastodon", scheme + "://mill.example/reports/of-the-river-board"))
                .contains("mill.example/reports/of-the-ri…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2svn", "x_mill", "a,b", ""})
    void whatIsNoSchemeStays(String text) {
        assertThat(shown("mastodon", text + "://mill.example/reports/of-the-river-board"))
                .contains((text + "://mill.example/reports/of-the-river-board").substring(0, 30) + "…");
    }

    @Test
    void aDialectIsCalledAsTheSoftwareIs() {
        assertThat(dialects.platform("xenforo")).contains("XenForo");
        assertThat(dialects.platform("drupal-8")).contains("Drupal");
        assertThat(dialects.platform("xenforo-9")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://mill.example/rep, ..., board.htm, 34",
        "mill.example/rep, ..., board.htm, 33",
        "https://mill.example/rep, ' ... ', 水, 28",
        "https://old-mill.example/reports/of-the, …, river-board.htm, 61",
        "mill.example/reports/of-the, …, '', 36",
        "www.mill.example/reports/of-t, ..., '', 39",
        "http://mill.examp, ..., '', 21",
        "http://mill.examp, ..., orts/of-th, 31",
    })
    void theFullUrlHasAtLeastSoManyCharacters(String head, String mark, String tail, int length) {
        assertThat(dialects.minimumLength(head, mark, tail)).isEqualTo(length);
    }

    private boolean accepts(String head, String mark, String tail, String url) {
        return dialects.accepts(dialects.truncation(head, mark, tail), url);
    }

    @Test
    void acceptsOnlyWhatThePlatformWouldHaveShownSo() {
        var middle = "ions/analytical-articles/item/13622-asian-g";
        assertThat(accepts(CUT_HEAD, "...", CUT_TAIL, CUT_HEAD + middle + CUT_TAIL))
                .isTrue();
        assertThat(accepts(CUT_HEAD, "…", CUT_TAIL, CUT_HEAD + middle + CUT_TAIL))
                .isTrue();
        assertThat(accepts(CUT_HEAD, "...", CUT_TAIL, CUT_HEAD.replace("http:", "https:") + middle + CUT_TAIL))
                .isFalse();
        assertThat(accepts(CUT_HEAD, "...", CUT_TAIL, CUT_HEAD + "ions/twenty-chars-g" + CUT_TAIL))
                .as("99 characters are not cut")
                .isFalse();
        assertThat(accepts(CUT_HEAD, "...", CUT_TAIL, CUT_HEAD + middle + CUT_TAIL + "?x"))
                .isFalse();
        assertThat(accepts(CUT_HEAD, "...", CUT_TAIL, "")).isFalse();
    }

    @Test
    void acceptsTheOtherSpellingsOfOneUrl() {
        var encoded = "https://mill.example/b%C3%BCcher/of-the-river-board/volume-7/flood-marks.html";
        var decoded = "https://mill.example/bücher/of-the-river-board/volume-7/flood-marks.html";
        assertThat(accepts("https://mill.example/bücher/of-the-river", "...", "marks.html", encoded))
                .isTrue();
        assertThat(accepts("https://mill.example/b%C3%BCcher/of-the-", "...", "marks.html", decoded))
                .isTrue();
        assertThat(accepts("https://Mill.Example/bücher/of-the-river", "...", "marks.html", decoded))
                .isTrue();
        assertThat(accepts("mill.example/reports/of-the", "…", "", "https://www.mill.example/reports/of-the-river"))
                .isTrue();
        assertThat(accepts("mill.example/reports/of-the", "…", "", "mill.example/reports/of-the-river"))
                .isTrue();
        assertThat(accepts("www.mill.example/reports/of-the-river-boa", "...", "x", "https://example.org"))
                .isFalse();
        assertThat(accepts(
                        "www.mill.example/reports/of-the-river-bo",
                        "...",
                        "marks.html",
                        "http://www.mill.example/reports/of-the-river-board/volume-7/flood-marks.html"))
                .isTrue();
    }

    @Test
    void withoutADialectHeadAndTailMustMatchAndSomethingBeHidden() {
        assertThat(accepts("https://mill.example/rep", "...", "board.htm", "https://mill.example/rep/board.htm"))
                .isTrue();
        assertThat(accepts("https://mill.example/rep", "...", "board.htm", "https://mill.example/repboard.htm"))
                .isFalse();
        assertThat(accepts("mill.example/rep", "...", "board.htm", "https://www.mill.example/rep/board.htm"))
                .isTrue();
        assertThat(accepts("https://mill.example/rep", "...", "bücher", "https://mill.example/rep/b%C3%BCcher"))
                .isTrue();
        assertThat(accepts("https://mill.example/rep", "...", "board.htm", "https://mill.example/rap/board.htm"))
                .isFalse();
    }

    @Test
    void hostileTextsAreMeasuredWithoutHarm() {
        var dots = ".".repeat(1_000_000);
        assertThat(dialects.thatCanHaveWritten(dots, "...", dots)).isEmpty();
        assertThat(dialects.thatCanHaveWritten("\uD800", "…", "\uDC00\0")).isEmpty();
        assertThat(accepts(
                        "https://mill.example/rep",
                        "...",
                        "board.htm",
                        "https://mill.example/rep" + "%".repeat(1_000_000)))
                .isFalse();
    }
}
