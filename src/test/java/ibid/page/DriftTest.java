package ibid.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages as they were cited and as they are now. */
class DriftTest {
    private static final List<String> SEALS = List.of(
            "Harbour seals have come back to the estuary after an absence of forty years, the survey of the coast says. "
                    + "Volunteers counted 212 animals on the sand banks in June.",
            "The last colony left when the harbour was dredged for larger ships. Since then the water has been cleared, "
                    + "and the eel grass that shelters young fish grows again along the northern shore.",
            "Fishermen see the return with mixed feelings. A grown seal eats five kilograms of fish a day, and the nets "
                    + "of the smaller boats are easily torn by a hungry animal.",
            "The town council has closed the southern bank to walkers until the end of September, so that the pups are "
                    + "not disturbed while their mothers hunt in the channel.");
    private static final List<String> BETS = List.of(
            "Discover the finest online slot games and claim a welcome bonus without any deposit today. Our experts have "
                    + "reviewed every licensed casino so that you can play safely from home.",
            "Roulette, blackjack and live dealers wait for you around the clock. Register an account, choose a payment "
                    + "method and begin to win real money within minutes on any device.");

    private static String paragraphs(List<String> texts) {
        return "<p>" + String.join("</p>\n<p>", texts) + "</p>";
    }

    /** A page of its time: tables, a menu beside the text, a counter. */
    private static String old(List<String> texts) {
        return "<html><head><title>Seals</title></head><body><table><tr><td><a href=/>Home</a><br><a href=/n>News of the "
                + "region and the coast of the north</a><br><a href=/c>Contact the editors of this paper by mail</a></td>"
                + "<td><font size=2><b>Seals return</b><br>Published 3 June 2020, read 1,412 times by our visitors so "
                + "far<br><br>" + String.join("<br><br>", texts) + "</font></td></tr></table>"
                + "<div class=footer>Copyright 2020 The Analyst, all rights reserved by the owner of this site</div>"
                + "</body></html>";
    }

    /** The same site after a new design: articles, teasers, a notice on cookies, an advertisement in the text. */
    private static String redesigned(List<String> texts) {
        return "<html lang=en><body><header><nav><ul><li><a href=/>Start</a><li><a href=/w>World</a></ul></nav></header>"
                + "<div id='cookie-consent'><p>We and our 812 partners store information on your device to show you "
                + "advertisements that fit what you like. You can change your mind at any time.</p></div>"
                + "<main><article><h1>Seals return</h1><p class=byline>By our own correspondent, updated on 12 May 2026 at "
                + "noon, four minutes to read</p><p>" + texts.get(0)
                + "</p><div class='ad-slot'><p>Advertisement: the new "
                + "estate car with room for all of the family, now at your dealer from 299 a month.</p></div>"
                + paragraphs(texts.subList(1, texts.size())) + "</article></main>"
                + "<aside><h2>Read on</h2><p>What the tides have to do with the moon, and why they are higher in spring than "
                + "in summer, is told by our reporter.</p></aside>"
                + "<section class='comments'><p>Ann: I saw three of them last week near the old lighthouse, lovely beasts "
                + "they are.</p></section></body></html>";
    }

    /** Nothing is named as what it is, and what others wrote stands beside the text. */
    private static String unnamed(List<String> texts, String beside) {
        return "<html><body><div class=c1><div class=c2><h2>Seals return</h2>" + paragraphs(texts)
                + "</div><div class=c3><p>" + beside + "</p><p>" + beside.replace("museum", "harbour")
                + "</p></div></div></body></html>";
    }

    private static Optional<Drift> between(String then, String now) {
        return Drift.between(text(then), text(now));
    }

    private static MainText text(String page) {
        return PageReader.mainText(page.getBytes(UTF_8), Optional.of("text/html; charset=utf-8"));
    }

    private static List<String> with(List<String> texts, int changed, String other) {
        return Stream.iterate(0, i -> i + 1)
                .limit(texts.size())
                .map(i -> i == changed ? other : texts.get(i))
                .toList();
    }

    static Stream<Arguments> saysTheSame() {
        var dated = SEALS.stream().map(text -> text.replace("212", "340")).toList();
        var longer = Stream.concat(SEALS.stream(), BETS.stream()).toList();
        var split = SEALS.stream()
                .flatMap(text -> Stream.of(text.split("(?<=\\.) ")))
                .toList();
        return Stream.of(
                Arguments.of("itself", old(SEALS), old(SEALS)),
                Arguments.of("a new design", old(SEALS), redesigned(SEALS)),
                Arguments.of("an old design again", redesigned(SEALS), old(SEALS)),
                Arguments.of("other numbers", old(SEALS), redesigned(dated)),
                Arguments.of("more text", redesigned(SEALS), redesigned(longer)),
                Arguments.of("other paragraphs", redesigned(SEALS), redesigned(split)),
                Arguments.of(
                        "other order",
                        redesigned(SEALS),
                        redesigned(List.of(SEALS.get(2), SEALS.get(0), SEALS.get(3), SEALS.get(1)))),
                Arguments.of(
                        "a word or two",
                        redesigned(SEALS),
                        redesigned(with(
                                SEALS,
                                1,
                                SEALS.get(1).replace("cleared", "cleaned").replace("shelters", "protects")))));
    }

    static Stream<Arguments> saysTheSameBesideOtherThings() {
        return Stream.of(
                Arguments.of(
                        "other things beside it",
                        unnamed(
                                SEALS,
                                "The museum shows ships of three centuries until autumn, on every day but Monday, and "
                                        + "the entrance is free for children."),
                        unnamed(
                                SEALS,
                                "The choir of the old town looks for singers who can read music and have time on two "
                                        + "evenings of the week.")),
                Arguments.of(
                        "nothing beside it",
                        unnamed(
                                SEALS,
                                "The museum shows ships of three centuries until autumn, on "
                                        + "every day but Monday."),
                        redesigned(SEALS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"saysTheSame", "saysTheSameBesideOtherThings"})
    void saysTheSame(String name, String then, String now) {
        var drift = between(then, now).orElseThrow();
        assertThat(drift.isDrifted()).as(drift.toString()).isFalse();
        assertThat(drift.kept()).isGreaterThan(0.88);
    }

    @Test
    void aReplacedArticleHasKeptNothing() {
        for (var then : List.of(old(SEALS), redesigned(SEALS))) {
            var drift = between(then, redesigned(BETS)).orElseThrow();
            assertThat(drift.isDrifted()).isTrue();
            assertThat(drift.kept()).isLessThan(0.1);
            assertThat(drift.removed()).hasSize(3);
            assertThat(drift.added()).hasSize(3).first().asString().startsWith("Discover the finest online slot");
        }
    }

    @Test
    void aDomainThatAnotherHasNowHasKeptNothing() {
        var parked =
                "<html><body><div>coastanalyst.example may be for sale by its owner, who can be reached by the form "
                        + "below; make an offer today.</div><a href=/a>Boat tours</a> <a href=/b>Fish</a></body></html>";
        var drift = between(old(SEALS), parked).orElseThrow();
        assertThat(drift.kept()).isLessThan(0.05);
        assertThat(drift.isDrifted()).isTrue();
    }

    @Test
    void aChangedParagraphIsTheDifference() {
        var now = with(
                SEALS,
                2,
                "Fishermen welcome the animals, since visitors who want to see them fill the boats all "
                        + "summer. The tours are booked out until autumn, says the owner of the largest one.");
        var drift = between(old(SEALS), redesigned(now)).orElseThrow();
        assertThat(drift.isDrifted()).isTrue();
        assertThat(drift.kept()).isBetween(0.7, 0.8);
        assertThat(drift.removed())
                .containsExactly(
                        "Fishermen see the return with mixed feelings.",
                        "A grown seal eats five kilograms of fish a day, and the nets of the smaller boats are easily torn by a "
                                + "hungry animal.");
        assertThat(drift.added())
                .containsExactly(
                        "Fishermen welcome the animals, since visitors who want to see them fill the boats all summer.",
                        "The tours are booked out until autumn, says the owner of the largest one.");
    }

    @Test
    void ofWhatCannotBeComparedNothingIsSaid() {
        var wall = redesigned(List.of(SEALS.get(0), "Read on with a subscription from 2 euros a month only."));
        assertThat(between(redesigned(SEALS), wall)).isEmpty();
        assertThat(between(old(SEALS), "<html><body><div id=root></div></body></html>"))
                .isEmpty();
        assertThat(between(
                        old(SEALS),
                        "<html><body><a href=/>Seals and other animals of the sea, a list of links</a></body></html>"))
                .isEmpty();
        assertThat(between(redesigned(SEALS), redesigned(BETS).replace("lang=en", "lang=de-AT")))
                .isEmpty();
        assertThat(between(
                        "<html><body><p>Under construction, come back soon for more of it.</p></body></html>",
                        old(SEALS)))
                .isEmpty();
        assertThat(between(old(SEALS), redesigned(BETS) + "<p>" + "more of it and more ".repeat(30_000)))
                .isEmpty();
        assertThat(Drift.between(MainText.NONE, MainText.NONE)).isEmpty();
        assertThat(PageReader.mainText("%PDF-1.4".getBytes(UTF_8), Optional.of("application/pdf")))
                .isEqualTo(MainText.NONE);
    }

    @Test
    void aHostilePageCostsNoMoreThanItsLength() {
        var many = "<div><p>" + "<i>a</i> <b>word</b> and ".repeat(8_000) + "</p></div>";
        var deep = "<div><p>Here are eight words or more of text, and a few. ".repeat(6_000);
        assertThat(text(many).all()).isNotEmpty();
        assertThat(text(deep).main()).isNotEmpty();
    }

    @Test
    void scriptsWithoutSpacesAreComparedByCharacters() {
        var then = "<html><body><p>沿岸の調査によると、ゼニガタアザラシが四十年ぶりに河口へ戻ってきた。六月には砂州で多くの個体が数えられた。"
                + "港の浚渫で最後の群れが去って以来のことである。</p></body></html>";
        assertThat(between(then, then.replace("<p>", "<p>速報です。")).orElseThrow().isDrifted())
                .isFalse();
        var now = "<html><body><p>当サイトでは最新のオンラインカジノの比較情報をお届けしています。入金不要ボーナスや無料スピンの条件も" + "詳しく解説します。</p></body></html>";
        assertThat(between(then, now).orElseThrow().kept()).isLessThan(0.1);
    }
}
