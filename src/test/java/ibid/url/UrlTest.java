package ibid.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlTest {
    @Test
    void keepsTheTextBesideTheAddress() {
        var url = Url.parse(" HTTPS://E.com:443/ü?q=1#Part ").orElseThrow();
        assertThat(url.text()).isEqualTo(" HTTPS://E.com:443/ü?q=1#Part ");
        assertThat(url.address()).isEqualTo("https://e.com/%C3%BC?q=1");
        assertThat(url.host()).isEqualTo("e.com");
        assertThat(url.fragment()).contains("Part");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "http://e.com/a\\b -> http://e.com/a/b",
                "http:\\\\e.com\\a -> http://e.com/a",
                "'http://e.com/a\tb\nc' -> http://e.com/abc",
            })
    void readsWhatBrowsersRead(String text, String address) {
        assertThat(Url.parse(text.replace("\\t", "\t").replace("\\n", "\n"))
                        .orElseThrow()
                        .address())
                .isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "0177.0.0.1, 127.0.0.1",
        "0x7f.0.0.1, 127.0.0.1",
        "0X7F000001, 127.0.0.1",
        "2130706433, 127.0.0.1",
        "127.1, 127.0.0.1",
        "192.168.257, 192.168.1.1",
        "0x, 0.0.0.0",
        "4294967295, 255.255.255.255",
        "10.1.2.3., 10.1.2.3",
        "10.1.2.3, 10.1.2.3",
        "4294967296, 4294967296",
        "08.0.0.1, 08.0.0.1",
        "1.2.3.4.5, 1.2.3.4.5",
        "256.1.1.1, 256.1.1.1",
        "0xg.1, 0xg.1",
        "1.e.com, 1.e.com",
    })
    void readsEverySpellingOfAnIpv4Address(String host, String read) {
        var base = Url.parse("http://e.com/").orElseThrow();
        Url.parse("http://" + host + "/")
                .ifPresent(url -> assertThat(url.host()).isEqualTo(read));
        base.resolve("//" + host + "/").ifPresent(url -> assertThat(url.host()).isEqualTo(read));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e.com", "ftp://e.com/", "mailto:a@b.c", "http://", "http://e .com/", "http://[::1/"})
    void refusesWhatIsNoWebAddress(String text) {
        assertThat(Url.parse(text)).isEmpty();
    }

    /** The normal examples of RFC 3986 section 5.4.1. */
    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "g -> http://a/b/c/g",
                "./g/ -> http://a/b/c/g/",
                "/g -> http://a/g",
                "//g -> http://g/",
                "?y -> http://a/b/c/d;p?y",
                "g?y/./x -> http://a/b/c/g?y/./x",
                "#s -> http://a/b/c/d;p?q#s",
                ";x -> http://a/b/c/;x",
                "../../g -> http://a/g",
                "../../../g -> http://a/g",
            })
    void resolvesReferences(String reference, String full) {
        var base = Url.parse("http://a/b/c/d;p?q").orElseThrow();
        assertThat(base.resolve(reference).orElseThrow().text()).isEqualTo(full);
    }
}
