package ibid.document.readers;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Rewriting;
import ibid.document.RobustLink;
import ibid.document.RobustLinks;
import ibid.document.bibliography.BibtexRobustLinks;
import ibid.document.markup.HtmlRobustLinks;
import ibid.document.markup.WikitextRobustLinks;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Markup before and after a copy is named in it. Brackets enclose the address that is cited, ↵ is a line's end. */
class RobustLinksTest {
    private static final String COPY = "https://archive.test/web/2020/https://e.org/a?b=1&c=%20{d}|é'";
    private static final LocalDate DAY = LocalDate.of(2020, 6, 3);
    private static final String IN_HTML = "https://archive.test/web/2020/https://e.org/a?b=1&amp;c=%20{d}|%C3%A9'";
    private static final String ATTRIBUTES = " data-versionurl=\"" + IN_HTML + "\" data-versiondate=\"2020-06-03\"";
    private static final String IN_BIBTEX = "https://archive.test/web/2020/https://e.org/a?b=1&c=%20%7Bd%7D|%C3%A9'";
    private static final String NOTE = "Archived on 2020-06-03 at \\url{" + IN_BIBTEX.replace("%", "\\%") + "}";
    private static final String IN_WIKI = "https://archive.test/web/2020/https://e.org/a?b=1&c=%20%7Bd%7D%7C%C3%A9%27";

    static Stream<Arguments> gone() {
        return Stream.of(goneInHtml(), goneInBibtex(), goneInWikitext()).flatMap(pictures -> pictures);
    }

    private static Stream<Arguments> goneInHtml() {
        return Stream.of(
                html(
                        "<a href=\"⟦https://e.org/a⟧\">x</a>",
                        "<a href=\"" + IN_HTML + "\" data-originalurl=\"https://e.org/a\"" + ATTRIBUTES + ">x</a>"),
                html(
                        "<A class='b' HREF = ' ⟦http://e.org/?a&amp;b⟧ ' id=c>x</A>",
                        "<A class='b' HREF = ' " + IN_HTML.replace("'", "%27")
                                + " ' data-originalurl='http://e.org/?a&amp;b' data-versionurl='"
                                + IN_HTML.replace("'", "%27") + "' data-versiondate='2020-06-03' id=c>x</A>"),
                html(
                        "<p><a href=⟦https://e.org/a⟧>x</a>",
                        "<p><a href=\"" + IN_HTML + "\" data-originalurl=\"https://e.org/a\"" + ATTRIBUTES + ">x</a>"),
                // Relative to where the page once was, so that it says nothing by itself.
                html(
                        "<a href='⟦/a⟧'>x</a>",
                        "<a href='" + IN_HTML.replace("'", "%27") + "' data-originalurl='https://e.org/a?x=1&amp;y'"
                                + " data-versionurl='" + IN_HTML.replace("'", "%27")
                                + "' data-versiondate='2020-06-03'>x</a>"),
                // Its author has named a copy: that one is the one to lead to.
                html(
                        "<a href=\"⟦https://e.org/a⟧\" data-versionurl=\"https://own.test/1 https://own.test/2\">x</a>",
                        "<a href=\"https://own.test/1\" data-originalurl=\"https://e.org/a\""
                                + " data-versionurl=\"https://own.test/1 https://own.test/2\">x</a>"));
    }

    private static Stream<Arguments> goneInBibtex() {
        return Stream.of(
                bibtex(
                        "@misc{k,↵  title = {T},↵  url   = {⟦https://e.org/a⟧},↵  year  = 2020,↵}",
                        "@misc{k,↵  title = {T},↵  url   = {https://e.org/a},↵  archiveurl = {" + IN_BIBTEX
                                + "},↵  urldate = {2020-06-03},↵  note  = {" + NOTE + "},↵  year  = 2020,↵}"),
                bibtex(
                        "@misc{k,↵\turl\t=\t\"⟦https://e.org/a⟧\"↵}",
                        "@misc{k,↵\turl\t=\t\"https://e.org/a\",↵\tarchiveurl = {" + IN_BIBTEX
                                + "},↵\turldate = {2020-06-03},↵\tnote = {" + NOTE + "}↵}"),
                bibtex(
                        "@misc{k, url={⟦https://e.org/a⟧}, urldate={2019-01-01}, note={See p. 3 }}",
                        "@misc{k, url={https://e.org/a}, archiveurl={" + IN_BIBTEX
                                + "}, urldate={2019-01-01}, note={See p. 3. " + NOTE + " }}"),
                bibtex(
                        "@misc{k,↵  note = \"Seen.\",↵  howpublished = {\\url{⟦https://e.org/a⟧}}}",
                        "@misc{k,↵  note = \"Seen. " + NOTE + "\",↵  howpublished = {\\url{https://e.org/a}},↵"
                                + "  archiveurl   = {" + IN_BIBTEX + "},↵  urldate      = {2020-06-03}}"),
                // A note that is a string cannot be added to.
                bibtex(
                        "@misc{k, url = {⟦https://e.org/a⟧}, note = seen}",
                        "@misc{k, url = {https://e.org/a}, archiveurl = {" + IN_BIBTEX
                                + "}, urldate = {2020-06-03}, note = seen}"));
    }

    private static Stream<Arguments> goneInWikitext() {
        return Stream.of(
                wiki(
                        "{{cite web |url=⟦https://e.org/a⟧ |title=T}}",
                        "{{cite web |url=https://e.org/a |archive-url=" + IN_WIKI
                                + " |archive-date=2020-06-03 |url-status=dead |title=T}}"),
                wiki(
                        "{{Cite news↵| title      = T↵| url        = ⟦https://e.org/a⟧↵}}",
                        "{{Cite news↵| title      = T↵| url        = https://e.org/a↵| archive-url = " + IN_WIKI
                                + "↵| archive-date = 2020-06-03↵| url-status = dead↵}}"),
                wiki(
                        "{{cite web|url-status=live|url=⟦https://e.org/a⟧|archive-url=https://own.test/1}}",
                        "{{cite web|url-status=dead|url=https://e.org/a|archive-url=https://own.test/1}}"),
                wiki(
                        "{{cite web|url=⟦https://e.org/a⟧|archive-url=|archive-date=   |url-status= live |title=T}}",
                        "{{cite web|url=https://e.org/a|archive-url=" + IN_WIKI
                                + "|archive-date= 2020-06-03  |url-status= dead |title=T}}"),
                wiki(
                        "{{cite web|url=⟦https://e.org/a⟧|archiveurl=|archivedate=|title=[[a|b]] {{x|y}}}}",
                        "{{cite web|url=https://e.org/a|url-status=dead|archiveurl=" + IN_WIKI
                                + "|archivedate=2020-06-03|title=[[a|b]] {{x|y}}}}"),
                wiki(
                        "{{cite web|url=⟦https://e.org/a⟧|url-status=usurped}}",
                        "{{cite web|url=https://e.org/a|archive-url=" + IN_WIKI
                                + "|archive-date=2020-06-03|url-status=usurped}}"),
                wiki(
                        "{{Internetquelle |url=⟦https://e.org/a⟧ |titel=T}}",
                        "{{Internetquelle |url=https://e.org/a |archiv-url=" + IN_WIKI
                                + " |archiv-datum=2020-06-03 |offline=1 |titel=T}}"),
                wiki(
                        "{{Lien web|url=⟦https://e.org/a⟧}}",
                        "{{Lien web|url=https://e.org/a|archive-url=" + IN_WIKI + "|archive-date=2020-06-03}}"));
    }

    static Stream<Arguments> there() {
        return Stream.of(
                html(
                        "<a href=\"⟦https://e.org/a⟧\">x</a>",
                        "<a href=\"https://e.org/a\" data-originalurl=\"https://e.org/a\"" + ATTRIBUTES + ">x</a>"),
                html(
                        "<a href=⟦https://e.org/a⟧ id=b>x</a>",
                        "<a href=\"https://e.org/a\" data-originalurl=\"https://e.org/a\"" + ATTRIBUTES
                                + " id=b>x</a>"),
                html("<a href=\"⟦https://e.org/a⟧\" data-versionurl=\"https://own.test/1\">x</a>", ""),
                bibtex(
                        "@misc{k, url = {⟦https://e.org/a⟧}, note = {}}",
                        "@misc{k, url = {https://e.org/a}, archiveurl = {" + IN_BIBTEX
                                + "}, urldate = {2020-06-03}, note = {" + NOTE + "}}"),
                bibtex("@misc{k, url = {⟦https://e.org/a⟧}, archiveurl = {https://own.test/1}}", ""),
                wiki(
                        "{{cite web|url=⟦https://e.org/a⟧}}",
                        "{{cite web|url=https://e.org/a|archive-url=" + IN_WIKI
                                + "|archive-date=2020-06-03|url-status=live}}"),
                wiki("{{cite web|url=⟦https://e.org/a⟧|archive-url=https://own.test/1}}", ""),
                wiki(
                        "{{Internetquelle|url=⟦https://e.org/a⟧}}",
                        "{{Internetquelle|url=https://e.org/a|archiv-url=" + IN_WIKI + "|archiv-datum=2020-06-03}}"));
    }

    private static Arguments html(String before, String after) {
        return Arguments.of((Function<String, RobustLinks>) HtmlRobustLinks::of, before, after);
    }

    private static Arguments bibtex(String before, String after) {
        return Arguments.of((Function<String, RobustLinks>) BibtexRobustLinks::of, before, after);
    }

    private static Arguments wiki(String before, String after) {
        return Arguments.of((Function<String, RobustLinks>) WikitextRobustLinks::of, before, after);
    }

    @ParameterizedTest
    @MethodSource
    void gone(Function<String, RobustLinks> format, String before, String after) {
        assertThat(named(format, before, true)).isEqualTo(after);
        // Once more: the address stands where it stood, or in the attribute that tells of the original.
        var again = after.contains("data-originalurl")
                ? marked(after, "data-originalurl=.")
                : marked(after, "url\\s*=[\\s{\"]*|\\\\url\\{(?=https://e)");
        assertThat(named(format, again, true)).isEmpty();
        if (!after.contains("usurped") && !after.contains("data-originalurl")) {
            assertThat(link(format, again).leadsToCopy()).isTrue();
        }
    }

    /** With the first address behind a pattern in brackets. */
    private static String marked(String text, String pattern) {
        return text.replaceFirst("(" + pattern + ")(https?://[^\"'}\\s|>↵]+)", "$1⟦$2⟧");
    }

    @ParameterizedTest
    @MethodSource
    void there(Function<String, RobustLinks> format, String before, String after) {
        assertThat(named(format, before, false)).isEqualTo(after);
    }

    @Test
    void onlyWhereTheMarkupHasAPlaceForACopy() {
        for (var page : new String[] {
            "<img src='⟦https://e.org/a⟧'>",
            "<p title=\"<a href='⟦https://e.org/a⟧'>\">x</p>",
            "<iframe srcdoc=\"<a href='⟦https://e.org/a⟧'>x</a>\"></iframe>",
            "<!-- <a href='⟦https://e.org/a⟧'> -->",
            "<a title='⟦https://e.org/a⟧' href='/b'>x</a>",
        }) {
            assertThat(at(HtmlRobustLinks::of, page)).as(page).isEmpty();
        }
        for (var page : new String[] {
            "[⟦https://e.org/a⟧ T]",
            "{{cite web|url=https://e.org/|quote=[⟦https://e.org/a⟧ T]}}",
            "{{cite book|url=⟦https://e.org/a⟧|chapter-url=https://e.org/c}}",
            "{{infobox|url=⟦https://e.org/a⟧}}",
            "{{cite web|url=https://e.org/}} ⟦https://e.org/a⟧ {{x|y}}",
        }) {
            assertThat(at(WikitextRobustLinks::of, page)).as(page).isEmpty();
        }
        for (var file : new String[] {
            "@misc{k, url = {https://e.org/}, abstract = {⟦https://e.org/a⟧}}",
            "@misc{k, url = {https://e.org/}} ⟦https://e.org/a⟧",
        }) {
            assertThat(at(BibtexRobustLinks::of, file)).as(file).isEmpty();
        }
    }

    @Test
    void tagsInMarkdownAreTagsOfHtml() {
        Function<String, RobustLinks> markdown = HtmlRobustLinks::inline;
        assertThat(named(markdown, "a < b, <b>see</b> <a id=\"x>y\" href=\"⟦https://e.org/a⟧\">x</a> *y*", true))
                .isEqualTo("a < b, <b>see</b> <a id=\"x>y\" href=\"" + IN_HTML
                        + "\" data-originalurl=\"https://e.org/a\"" + ATTRIBUTES + ">x</a> *y*");
        assertThat(at(markdown, "<a href='/b'>[x](⟦https://e.org/a⟧)")).isEmpty();
        assertThat(at(markdown, "<https://e.org> [x](⟦https://e.org/a⟧)")).isEmpty();
    }

    @Test
    void anOriginalBesideALinkToACopyIsNotToBeFollowed() {
        var page = "<a href=\"https://own.test/1\" data-originalurl=\"⟦https://e.org/a⟧\">x</a>";
        assertThat(link(HtmlRobustLinks::of, page).leadsToCopy()).isTrue();
        assertThat(named(HtmlRobustLinks::of, page, true)).isEmpty();
        var itself = "<a href=\"⟦https://e.org/a⟧\" data-originalurl=\"https://e.org/a\">x</a>";
        assertThat(link(HtmlRobustLinks::of, itself).leadsToCopy()).isFalse();
    }

    @Test
    void aTemplateThatSaysThatThePageIsThereLeadsToThePage() {
        for (var there : new String[] {
            "{{cite web|url=⟦https://e.org/a⟧|archive-url=https://own.test/1|url-status=live}}",
            "{{cite web|url=⟦https://e.org/a⟧|archive-url= |url-status=dead}}",
            "{{Internetquelle|url=⟦https://e.org/a⟧|archiv-url=https://own.test/1}}",
        }) {
            assertThat(link(WikitextRobustLinks::of, there).leadsToCopy())
                    .as(there)
                    .isFalse();
        }
        for (var gone : new String[] {
            "{{cite web|url=⟦https://e.org/a⟧|archive-url=https://own.test/1}}",
            "{{cite web|url=⟦https://e.org/a⟧|archive-url=https://own.test/1|url-status=unfit}}",
            "{{Internetquelle|url=⟦https://e.org/a⟧|archiv-url=https://own.test/1|offline=ja}}",
        }) {
            assertThat(link(WikitextRobustLinks::of, gone).leadsToCopy())
                    .as(gone)
                    .isTrue();
        }
    }

    private static Optional<RobustLink> at(Function<String, RobustLinks> format, String picture) {
        var start = picture.indexOf('⟦');
        return format.apply(plain(picture)).at(start, picture.indexOf('⟧') - 1);
    }

    private static String plain(String picture) {
        return picture.replaceAll("[⟦⟧]", "").replace("↵", "\r\n");
    }

    private static RobustLink link(Function<String, RobustLinks> format, String picture) {
        return at(format, picture.replace("↵", "\r\n")).orElseThrow(() -> new AssertionError(picture));
    }

    /** The whole text with the copy named; empty where nothing is to be written. */
    private static String named(Function<String, RobustLinks> format, String picture, boolean isGone) {
        var text = plain(picture);
        return link(format, picture)
                .naming(new RobustLink.Copy("https://e.org/a?x=1&y", COPY, DAY, isGone))
                .map(change -> applied(text, change))
                .orElse("");
    }

    private static String applied(String text, Rewriting change) {
        return (text.substring(0, change.start()) + change.text() + text.substring(change.end())).replace("\r\n", "↵");
    }
}
