package ibid.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CanonicalKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                // strictest level at which both are the same
                "TEXT | https://e.com/a | https://e.com/a",
                "ADDRESS | http://e.com | http://e.com/",
                "ADDRESS | HTTP://E.com:80/a | http://e.com/a",
                "ADDRESS | https://e.com/%7Euser/%c3%a9 | https://e.com/~user/%C3%A9",
                "ADDRESS | https://e.com/a/./b/../c | https://e.com/a/c",
                "ADDRESS | https://e.com./a | https://e.com/a",
                "ADDRESS | https://bücher.de/ü | https://xn--bcher-kva.de/%C3%BC",
                "RESOURCE | https://e.com/a?x=1&y=2 | https://e.com/a?y=2&x=1",
                "RESOURCE | https://e.com/a? | https://e.com/a",
                "RESOURCE | https://e.com//a///b | https://e.com/a/b",
                "RESOURCE | https://user:pw@e.com/a | https://e.com/a",
                "DOCUMENT | https://e.com/a#part | https://e.com/a",
                "DOCUMENT | https://e.com/a/index.html | https://e.com/a/",
                "DOCUMENT | https://e.com/a?utm_source=x&id=3&fbclid=y | https://e.com/a?id=3",
                "SOURCE | http://www.e.com/a | https://e.com/a",
                "SOURCE | https://www2.e.com/a/ | https://e.com/a",
                "DOCUMENT | https://m.e.com/a | https://e.com/a",
                "DOCUMENT | https://amp.e.com/a | https://e.com/a",
                "DOCUMENT | https://en.m.e.org/a | https://en.e.org/a",
                "DOCUMENT | https://www.google.com/url?q=https%3A%2F%2Fe.com%2Fa | https://e.com/a",
                "DOCUMENT | https://web.archive.org/web/2019id_/https://e.com/a | https://e.com/a",
                "DOCUMENT | https://l.facebook.com/l.php?u=https%3A%2F%2Farchive.ph%2F2019%2Fhttps%3A%2F%2Fhref.li%2F%3Fhttps%3A%2F%2Fe.com%2Fa | https://e.com/a",
                "SOURCE | https://web.archive.org/web/2019/http://www.e.com/a/ | https://e.com/a",
                "SOURCE | https://e.com/a;jsessionid=AB12?PHPSESSID=1 | https://e.com/a",
            })
    void meetAtTheStrictestLevelThatAllowsTheDifference(Level level, String one, String other) {
        for (var tried : Level.values()) {
            assertThat(key(one, tried).equals(key(other, tried)))
                    .as("%s and %s at %s", one, other, tried)
                    .isEqualTo(tried.compareTo(level) >= 0);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "https://e.com/AbC | https://e.com/abc",
                "https://youtu.be/dQw4w9WgXcQ | https://youtu.be/dqw4w9wgxcq",
                "https://e.com/a?id=1 | https://e.com/a?id=2",
                "https://e.com/a%2Fb | https://e.com/a/b",
                "https://e.com:8080/a | https://e.com/a",
                "https://app.e.com/#/one | https://app.e.com/#/two",
                "https://m.com/a | https://com/a",
                "https://e.com/index | https://e.com/",
                "https://m.me/a | https://me/a",
                "https://am.e.com/a | https://e.com/a",
                "https://web.archive.org/web/2019/https://e.com/a | https://web.archive.org/web/2019/https://e.com/b",
                "https://perma.cc/AAAA-BBBB | https://perma.cc/CCCC-DDDD",
            })
    void neverMeet(String one, String other) {
        assertThat(key(one, Level.SOURCE)).isNotEqualTo(key(other, Level.SOURCE));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TEXT")
    void areStable(Level level) {
        var key = key("https://e.com/%7ea?b=%e4&a=1#x", Level.ADDRESS);
        assertThat(key(key, level)).isEqualTo(key("https://e.com/%7ea?b=%e4&a=1#x", level));
    }

    private static String key(String text, Level level) {
        return CanonicalKey.of(Url.parse(text).orElseThrow(), level);
    }
}
