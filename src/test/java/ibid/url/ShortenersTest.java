package ibid.url;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortenersTest {
    private final Shorteners shorteners = Shorteners.with(List.of());

    @ParameterizedTest
    @CsvSource({
        "https://bit.ly/3abc, Bitly",
        "http://www.tinyurl.com/y7abc, TinyURL",
        "https://lnkd.in/abc, LinkedIn",
        "https://t.co/AbC, X",
        "https://is.gd./abc, is.gd",
        "https://BIT.LY/3abc, Bitly",
        "https://maps.app.goo.gl/AbC, Google",
    })
    void openOnes(String link, String name) {
        assertThat(of(link)).contains(new Shortener(name, false, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "https://abc.page.link/m9Mm, Firebase Dynamic Links, 2025-08-25",
        "http://tr.im/abc, tr.im, ",
        "https://x.co/abc, x.co, ",
        "http://su.pr/abc, su.pr, 2018-06-30",
        "http://u.nu/3abc, u.nu, 2010-09-03",
    })
    void thoseClosedForGood(String link, String name, String since) {
        assertThat(of(link)).contains(new Shortener(name, true, Optional.ofNullable(since)));
    }

    @Test
    void googlesIsOpenBecausePartOfItsLinksStillWork() {
        assertThat(of("https://goo.gl/abc").map(Shortener::closed)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bit.ly/",
                "https://bit.ly",
                "https://youtu.be/dQw4w9WgXcQ",
                "https://doi.org/10.1000/1",
                "https://notbit.ly/abc",
                "https://bit.ly.e.com/abc",
                "https://page.link/abc",
                "https://e.com/bit.ly/abc",
            })
    void noneOfThem(String link) {
        assertThat(of(link)).isEmpty();
    }

    @Test
    void theUsersOwnComeFirst() {
        var own = Shorteners.with(List.of(
                new Settings.Shortener("go.e.com", false),
                new Settings.Shortener("*.e.link", true),
                new Settings.Shortener("bit.ly", true)));
        assertThat(own.of(url("https://go.e.com/a")).map(Shortener::closed)).contains(false);
        assertThat(own.of(url("https://a.e.link/a")).map(Shortener::closed)).contains(true);
        assertThat(own.of(url("https://bit.ly/a")).map(Shortener::closed)).contains(true);
        assertThat(own.of(url("https://t.co/a")).map(Shortener::closed)).contains(false);
    }

    @Test
    void theTableNamesEachHostOnceWithStatusAndSource() {
        var rows = TableRows.of("shorteners.tsv");
        assertThat(rows).hasSizeGreaterThan(280);
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.cell("status")).isIn("open", "closed");
            assertThat(row.cell("source")).isNotEqualTo("-");
            assertThat(row.given("since"))
                    .matches(since -> since.isEmpty() || row.cell("status").equals("closed"));
        });
        assertThat(new HashSet<>(rows.stream().map(row -> row.cell("host")).toList()))
                .hasSameSizeAs(rows);
    }

    private Optional<Shortener> of(String link) {
        return shorteners.of(url(link));
    }

    private static Url url(String text) {
        return Url.parse(text).orElseThrow();
    }
}
