package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsRulesTest {
    /** Rules with {@code ;} for the end of a line, then a path and whether it may be asked. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | /a | true",
                "User-agent: *;Disallow: / | /a | false",
                "User-agent: *;Disallow: | /a | true",
                "User-agent: *;Disallow: /a | /b | true",
                "User-agent: *;Disallow: /a | /a/b | false",
                "User-agent: *;Disallow: /a;Allow: /a/b | /a/b/c | true",
                "User-agent: *;Disallow: /a;Allow: /a | /a | true",
                "User-agent: *;Disallow: /*.pdf$ | /x/y.pdf | false",
                "User-agent: *;Disallow: /*.pdf$ | /x/y.pdf?z | true",
                "User-agent: *;Disallow: /*?q= | /s?q=1 | false",
                "User-agent: Ibid;Disallow: /;User-agent: *;Allow: / | /a | false",
                "User-agent: *;Disallow: /;User-agent: ibid;Disallow: /b | /a | true",
                "User-agent: other;User-agent: ibid;Disallow: /a # not this | /a | false",
                "User-agent: other;Disallow: /a | /a | true",
                "nonsense;Disallow: /a | /a | true",
            })
    void theLongestPatternOfOurGroupDecides(String rules, String path, boolean allowed) {
        assertThat(RobotsRules.parse(rules.replace(";", "\n"), "ibid").allow(path))
                .isEqualTo(allowed);
    }
}
