package ibid.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Truncation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutQueryTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        http://www.example.org/publicat    | http://www.example.org/publicat
        example.org/entry/ki               | http://example.org/entry/ki
        https://example.org/a%D0%B         | https://example.org/a%D0
        https://example.org/stra%          | https://example.org/stra
        https://example.org/Straße/кн      | https://example.org/Stra%C3%9Fe/%D0%BA%D0%BD
        https://example.org/a b            | https://example.org/a
        https://example.org/view?id=4&na   | https://example.org/view
        https://example.org/v1..           | https://example.org/v1
        https://example.org/               | https://example.org/
        """)
    void beginsWithWhatIsSureOfTheHead(String head, String prefix) {
        assertThat(CutQuery.of(cut(head, ""))).map(CutQuery::prefix).contains(prefix);
    }

    @ParameterizedTest
    @CsvSource({"http://www.exam", "exam", "https://user@example.org/a"})
    void aHeadThatDoesNotShowTheHostGivesNothingToAskFor(String head) {
        assertThat(CutQuery.of(cut(head, "groups.html"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        groups-(a).html | https://e.org/x/groups-(a).html       | true
        groups.html     | https://e.org/x/GROUPS.HTML           | true
        groups.html     | https://e.org/x/groups.html/index.php | true
        groups.html     | https://e.org/x/groups.html?print=1   | false
        groupsXhtml     | https://e.org/x/groups.html           | false
        кни га          | https://e.org/%D0%BA%D0%BD%D0%B8+%D0%B3%D0%B0 | true
        a#part          | https://e.org/x/a                     | true
        """)
    void theTailIsARegularExpressionForTheWholeAddress(String tail, String url, boolean fits) {
        var expression =
                CutQuery.of(cut("https://e.org/", tail)).orElseThrow().tail().orElseThrow();
        assertThat(url.matches(expression)).isEqualTo(fits);
    }

    @Test
    void theLongestWordsOfATitleNarrowALongListing() {
        var query = CutQuery.of(cut("https://e.org/entry/harbour-se", "")).orElseThrow();
        assertThat(query.withWordsOf(List.of("Harbour seals return to the estuary"))
                        .orElseThrow()
                        .original())
                .contains("(?i).*(estuary|return|seals).*");
        assertThat(query.withWordsOf(List.of("a b"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/entry/estuary-and-island, true", "/entry/island-ferry, false", "/entry/islandestuary, false"})
    void ofALongTitleTwoWordsAreAskedFor(String path, boolean fits) {
        var query = CutQuery.of(cut("https://e.org/entry/", "")).orElseThrow();
        var expression = query.withWordsOf(List.of("Harbour seals return to the estuary of the island"))
                .orElseThrow()
                .original()
                .orElseThrow();
        assertThat(("https://e.org" + path).matches(expression)).isEqualTo(fits);
    }

    private static Truncation cut(String head, String tail) {
        return new Truncation(head, "...", tail, List.of(), 0);
    }
}
