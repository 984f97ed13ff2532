package ibid.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.CitedDate;
import ibid.citation.Truncation;
import ibid.url.Url;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPatternTest {
    private static final String TITLE = "The Seals' Return, and U.S. Harbours in 1,000 Years";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // What the site has, what is cut, and what is made of title and date.
                "/2019/11/grey-seals-leave.html, /2020/0…rs.html, /2020/06/the-seals-return-and-us-harbours-in-1000-years.html",
                "/2019/11/grey-seals-leave.html, /2020/0…rs.html, /2020/06/seals-return-us-harbours-1000-years.html",
                "/2019/1/2/grey-seals-leave/, /2020/…, /2020/6/3/the-seals-return-and-us-harbours-in-1000-years/",
                "/notes/grey_seals_leave, /no…, /notes/the_seals_return_and_us_harbours_in_1000_years",
                "/old/grey-seals-leave.php, /new/the-se…, /new/the-seals-return-and-us-harbours-in-1000-years.php",
                "/about, /new/the_se…_years.html, /new/the_seals_return_and_us_harbours_in_1000_years.html",
                "/about, /new/the-se…, /new/the-seals-return-and-us-harbours-in-1000-years",
            })
    void addressesAreMadeAsTheSiteMakesThem(String has, String cut, String made) {
        assertThat(made(has, cut)).contains("http://e.com" + made);
    }

    @ParameterizedTest
    @CsvSource({
        // A number cannot be guessed, one or two words are no title, another host makes its addresses in its own way.
        "http://e.com/n/48213-grey-seals-leave.html",
        "http://e.com/n/grey-seals.html",
        "http://other.org/n/grey-seals-leave.html",
        "http://e.com/n/Grey-Seals?id=1",
    })
    void whatShowsNoPatternShowsNone(String has) {
        assertThat(made(has, "http://e.com/x/the-se…")).noneMatch(address -> address.contains("/n/"));
    }

    private static List<String> made(String has, String cut) {
        var shown = cut.startsWith("/") ? "http://e.com" + cut : cut;
        var parts = shown.split("…", -1);
        var truncation = new Truncation(parts[0], "…", parts[1], List.of(), 0);
        var folder =
                Url.parse(parts[0].substring(0, parts[0].lastIndexOf('/') + 1)).orElseThrow();
        var known = Url.parse(has.startsWith("/") ? "http://e.com" + has : has).orElseThrow();
        var clues = new Clues(
                List.of(TITLE), List.of(), CitedDate.of("2020-06-03").stream().toList(), List.of());
        return AddressPattern.of(truncation, folder, List.of(known)).stream()
                .flatMap(pattern -> pattern.filled(clues).stream())
                .toList();
    }
}
