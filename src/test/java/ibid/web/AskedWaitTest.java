package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.url.Url;
import ibid.web.WebRequest.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedWaitTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "120                              | PT2M",
                " 120                             | PT2M",
                "0                                | PT0S",
                "+5                               | PT5S",
                "1.5                              | PT1.5S",
                "0.25                             | PT0.25S",
                "\"120\"                          | PT2M",
                "'30'                             | PT30S",
                "120s                             | PT2M",
                "120 seconds                      | PT2M",
                "1 sec                            | PT1S",
                "1m30s                            | PT1M30S",
                "1m 30s                           | PT1M30S",
                "2 minutes                        | PT2M",
                "1h                               | PT1H",
                "500ms                            | PT0.5S",
                "Sun, 22 Nov 2026 10:02:00 GMT    | PT2M",
                "Sunday, 22-Nov-26 10:02:00 GMT   | PT2M",
                "Sun, 22-Nov-2026 10:02:00 GMT    | PT2M",
                "Sun Nov 22 10:02:00 2026         | PT2M",
                "Thu Nov  2 10:02:00 2006         | PT0S",
                "2026-11-22T10:02:00Z             | PT2M",
                "Sun, 22 Nov 2026 09:00:00 GMT    | PT0S",
                "1795341720                       | PT2M",
                "1795341720000                    | PT2M",
                "999999999                        | PT8784H",
                "99999999999999999                | PT8784H",
                "99999999999999999999             | PT8784H",
            })
    void readsTheFormsSeenInTheWild(String text, Duration expected) {
        assertThat(AskedWait.parse(text, NOW)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "-5", "1e3", "NaN", "Sun, 99 Nov 2026", "120 parsecs", "\0", "９"})
    void saysNothingWhereNothingIsSaid(String text) {
        assertThat(AskedWait.parse(text, NOW)).isEmpty();
        assertThat(AskedWait.parse("9".repeat(100_000), NOW)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "X-RateLimit-Remaining: 0, X-RateLimit-Reset: 1795341720 | PT2M",
                "RateLimit-Remaining: 0, RateLimit-Reset: 30             | PT30S",
                "x-ratelimit-remaining: 0, x-ratelimit-reset: 1m30s      | PT1M30S",
                "RateLimit: \"default\";r=0;t=30                         | PT30S",
            })
    void nothingRemainingMeansUntilTheReset(String headers, Duration expected) {
        assertThat(AskedWait.ofLimit(response(headers), NOW)).contains(expected);
        assertThat(AskedWait.ofComplaint(response(headers), NOW)).contains(expected);
    }

    @Test
    void somethingRemainingMeansNothing() {
        assertThat(AskedWait.ofLimit(response("RateLimit-Remaining: 5, RateLimit-Reset: 30"), NOW))
                .isEmpty();
        assertThat(AskedWait.ofLimit(response("RateLimit: \"default\";r=10;t=30"), NOW))
                .isEmpty();
        assertThat(AskedWait.ofLimit(response("Retry-After: 30"), NOW)).isEmpty();
    }

    @Test
    void retryAfterGoesBeforeTheReset() {
        assertThat(AskedWait.ofComplaint(response("Retry-After: 7, RateLimit-Reset: 30"), NOW))
                .contains(Duration.ofSeconds(7));
        assertThat(AskedWait.ofComplaint(response("Retry-After: soon, RateLimit-Reset: 30"), NOW))
                .contains(Duration.ofSeconds(30));
    }

    private static WebResponse response(String headers) {
        var list = Arrays.stream(headers.split(", ", -1))
                .map(line -> line.split(": ", 2))
                .map(parts -> new Header(parts[0], parts[1].strip()))
                .toList();
        return new WebResponse(
                new WebRequest(Method.GET, Url.parse("http://e.com/").orElseThrow(), List.of()),
                "http://e.com/",
                "http/1.1",
                429,
                "",
                List.of(),
                list,
                Body.EMPTY,
                Optional.empty(),
                Optional.empty(),
                NOW,
                1);
    }
}
