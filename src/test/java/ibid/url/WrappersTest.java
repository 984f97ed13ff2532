package ibid.url;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrappersTest {
    private static final List<String> COMPLETE = List.of(
            "https://e.com/a",
            "http://www.e.com/a/b?x=1&y=2",
            "https://e.com:8443/a",
            "https://de.e.org/wiki/M%C3%BCnchen",
            "https://b%C3%BCcher.de/a-b_c",
            "http://192.0.2.7/a");

    private static final List<String> NONE_OR_A_PART = List.of(
            "",
            "/search?q=a",
            "javascript:alert(1)",
            "ftp://e.com/a",
            "https://",
            "https://exam",
            "seals",
            "https://e.com/a%2");

    private static Stream<List<String>> carriers() throws Exception {
        return table("carriers.tsv");
    }

    private static Stream<List<String>> rows() throws Exception {
        return table("wrapped.tsv");
    }

    private static Stream<List<String>> table(String name) throws Exception {
        return Files.readAllLines(Path.of(WrappersTest.class.getResource(name).toURI())).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void everyFamilyGivesUpCompleteAddresses(List<String> row) {
        for (var inner : COMPLETE) {
            var outer = carried(row, inner);
            assertThat(unwrapped(outer).map(Wrapped::inner)).as(outer).contains(url(inner));
            assertThat(unwrapped(outer).map(Wrapped::wrappers)).contains(List.of(row.get(0)));
            assertThat(unwrapped(outer).map(Wrapped::completed)).contains(false);
        }
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void noFamilyGivesUpWhatIsNoAddressOrAPart(List<String> row) {
        for (var inner : NONE_OR_A_PART) {
            var outer = carried(row, inner);
            assertThat(unwrapped(outer)).as(outer).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void noOtherHostCarries(List<String> row) {
        var outer = carried(row, "https://e.com/a").replaceFirst("^(https?://[^/]+)/", "$1.evil.net/");
        assertThat(unwrapped(outer)).as(outer).matches(found -> outer.contains("forum.e.net") || found.isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void takesOutWhatTheTableSays(List<String> row) {
        var found = unwrapped(row.get(1));
        if (row.get(2).equals("-")) {
            assertThat(found).as(row.get(1)).isEmpty();
        } else {
            assertThat(found.map(Wrapped::inner)).as(row.get(1)).contains(url(row.get(2)));
            assertThat(found.map(Wrapped::wrappers)).contains(List.of(row.get(0)));
        }
    }

    @Test
    void everyWrapperOfTheProgramIsTried() throws Exception {
        var tried = Stream.concat(carriers(), rows()).collect(groupingBy(row -> row.get(0), counting()));
        assertThat(TableRows.of("wrappers.tsv")).allMatch(row -> tried.containsKey(row.cell("name")));
    }

    @ParameterizedTest
    @CsvSource({"1,true", "2,true", "5,true", "6,false", "60,false"})
    void takesOffFiveLayersAndSaysWhereThereAreMore(int layers, boolean open) {
        var outer = "https://e.com/a";
        for (var i = 0; i < layers; i++) {
            outer = "https://l.facebook.com/l.php?u="
                    + outer.replace("%", "%25").replace("?", "%3F").replace("&", "%26");
        }
        var found = unwrapped(outer).orElseThrow();
        assertThat(found.wrappers()).hasSize(Math.min(layers, 5));
        assertThat(found.open()).isEqualTo(open);
        assertThat(found.inner().text().equals("https://e.com/a")).isEqualTo(open);
    }

    @Test
    void namesTheWrappersFromTheOutside() {
        var proofpoint = "https://urldefense.com/v3/__https://e.com/*a__;Iw!!x!y$";
        var outlook = "https://eur01.safelinks.protection.outlook.com/?url=" + URLEncoder.encode(proofpoint, UTF_8);
        assertThat(unwrapped(outlook))
                .contains(
                        new Wrapped(List.of("Outlook Safe Links", "Proofpoint"), url("https://e.com/#a"), false, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.e.com/a", "//e.com/a", "e.com/a"})
    void saysWhenItSuppliedTheScheme(String inner) {
        assertThat(unwrapped("https://href.li/?" + inner).map(Wrapped::completed))
                .contains(true);
    }

    @Test
    void writesTheInnerAddressSoThatItCanStandInADocument() {
        assertThat(unwrapped("https://l.wl.co/l?u=https%3A%2F%2Fe.com%2Fa%20b%3Cc%3E%22")
                        .orElseThrow()
                        .inner()
                        .text())
                .isEqualTo("https://e.com/a%20b%3Cc%3E%22");
    }

    @ParameterizedTest
    @CsvSource({
        "https://protect-us.mimecast.com/s/AbCd?domain=e.com, Mimecast",
        "https://url.uk.m.mimecastprotect.com/s/AbCd, Mimecast",
        "https://www.mimecast.com/blog/, ",
        "https://mimecast.com.e.net/s/AbCd, ",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fe.com, ",
    })
    void namesWhatOnlyItsOwnServerCanRead(String outer, String name) {
        assertThat(Wrappers.opaque(url(outer))).isEqualTo(Optional.ofNullable(name));
        assertThat(name == null || unwrapped(outer).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://l.facebook.com/l.php?u=",
                "https://urldefense.com/v3/__https://e.com/",
                "https://urldefense.com/v3/__**_",
                "https://a.protection.sophos.com/?u=",
                "https://e.com/proxy.php?hash=1&link=",
                "https://cdn.ampproject.org/c/s/e.com/?",
                "https://web.archive.org/web/20200101/",
                "https://www.google.com/url?q=https://www.google.com/url?q=",
            })
    @Timeout(20)
    void hugeAddressesTakeTimeInProportion(String start) {
        for (var filling :
                List.of("a", "%25", "*", "**_", "__;", "&u=", "u=&", "https://", "https%3A%2F%2F", "/", "a.", ":a-")) {
            var outer = start + filling.repeat(400_000 / filling.length());
            var tries = Url.parse(outer).stream().map(url -> CanonicalKey.of(url, Level.SOURCE));
            assertThat(tries).allMatch(key -> !key.isEmpty());
        }
    }

    private static String carried(List<String> row, String inner) {
        var spelled = switch (row.get(1)) {
            case "percent" -> URLEncoder.encode(inner, UTF_8);
            case "base64" -> Base64.getEncoder().encodeToString(inner.getBytes(UTF_8));
            case "proofpoint-2" ->
                URLEncoder.encode(inner, UTF_8)
                        .replace("-", "%2D")
                        .replace("_", "%5F")
                        .replace("%2F", "_")
                        .replace('%', '-');
            default -> inner;
        };
        return row.get(2).replace("{}", spelled);
    }

    private static Optional<Wrapped> unwrapped(String text) {
        return Wrappers.unwrap(url(text));
    }

    private static Url url(String text) {
        return Url.parse(text).orElseThrow();
    }
}
