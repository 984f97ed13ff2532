package ibid.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a response asks to be left alone: {@code Retry-After} (RFC 9110 section 10.2.3), {@code X-RateLimit-*}, and
 * {@code RateLimit-*} or {@code RateLimit} (IETF httpapi drafts 03 to 10), in the forms seen in the wild.
 */
public final class AskedWait {
    /** Longer is cut: nobody waits that long, and sums must not overflow. */
    static final Duration LONGEST = Duration.ofDays(366);

    private static final int MOST_CHARACTERS = 100;
    /** What fits a long; more says "never". */
    private static final int MOST_DIGITS = 18;

    private static final Pattern NUMBER = Pattern.compile("\\+?(\\d{1,90})(?:\\.(\\d{1,3})\\d*)?");
    private static final Pattern UNITS = Pattern.compile(
            "(?:(\\d{1,6})(?:d|days?))?(?:(\\d{1,6})(?:h|hrs?|hours?))?(?:(\\d{1,6})(?:m|mins?|minutes?))?"
                    + "(?:(\\d{1,9})(?:\\.\\d{1,9})?(?:s|secs?|seconds?))?(?:(\\d{1,12})(?:ms|msecs?|milliseconds?))?");
    /** From here on a number is a date in seconds or milliseconds since 1970, not a length. */
    private static final long FIRST_EPOCH_SECOND = 1_000_000_000L;

    private static final long FIRST_EPOCH_MILLI = 1_000_000_000_000L;

    /** RFC 9110 section 5.6.7 with its obsolete forms, and what else is met; the names of days are English. */
    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss zzz", Locale.US),
            DateTimeFormatter.ofPattern("EEE, dd-MMM-yyyy HH:mm:ss zzz", Locale.US),
            DateTimeFormatter.ofPattern("EEEE, dd-MMM-yy HH:mm:ss zzz", Locale.US),
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss yyyy", Locale.US).withZone(ZoneOffset.UTC),
            DateTimeFormatter.ISO_OFFSET_DATE_TIME);

    private AskedWait() {}

    /** The wait of a response that complains (429, 503): Retry-After, else the reset of its rate limit. */
    public static Optional<Duration> ofComplaint(WebResponse response, Instant now) {
        return response.header("Retry-After")
                .flatMap(value -> parse(value, now))
                .or(() -> reset(response, now));
    }

    /** The wait of any other response: until the reset, where it says that nothing remains. */
    static Optional<Duration> ofLimit(WebResponse response, Instant now) {
        var remaining = first(response, "RateLimit-Remaining", "X-RateLimit-Remaining", "X-Rate-Limit-Remaining")
                .or(() -> member(response, "r"));
        return remaining
                .map(AskedWait::bare)
                .filter(value -> value.matches("0+(\\.0+)?"))
                .flatMap(nothing -> reset(response, now));
    }

    private static Optional<Duration> reset(WebResponse response, Instant now) {
        return first(response, "RateLimit-Reset", "X-RateLimit-Reset", "X-Rate-Limit-Reset")
                .or(() -> member(response, "t"))
                .flatMap(value -> parse(value, now));
    }

    private static Optional<String> first(WebResponse response, String... names) {
        for (var name : names) {
            var value = response.header(name);
            if (value.isPresent()) {
                return value;
            }
        }
        return Optional.empty();
    }

    /** A parameter of {@code RateLimit: "default";r=0;t=30}. */
    private static Optional<String> member(WebResponse response, String key) {
        return response.header("RateLimit")
                .filter(value -> value.length() <= MOST_CHARACTERS)
                .flatMap(value -> {
                    for (var part : value.split("[;,]", -1)) {
                        if (part.strip().startsWith(key + "=")) {
                            return Optional.of(part.strip().substring(key.length() + 1));
                        }
                    }
                    return Optional.empty();
                });
    }

    /** Reads {@code 120}, {@code 1.5}, {@code "120"}, {@code 120s}, {@code 1m30s}, a date, or seconds since 1970. */
    static Optional<Duration> parse(String text, Instant now) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        var bare = bare(text);
        return number(bare, now)
                .or(() -> units(bare))
                .or(() -> date(bare).map(at -> Duration.between(now, at)))
                .map(AskedWait::bounded);
    }

    private static String bare(String text) {
        return text.strip().replaceAll("^[\"']+|[\"']+$", "").strip();
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static Optional<Duration> number(String text, Instant now) {
        var match = NUMBER.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var digits = match.group(1);
        if (digits.length() > MOST_DIGITS) {
            return Optional.of(LONGEST);
        }
        var whole = Long.parseLong(digits);
        if (whole >= FIRST_EPOCH_MILLI) {
            return Optional.of(Duration.ofMillis(whole - now.toEpochMilli()));
        }
        if (whole >= FIRST_EPOCH_SECOND) {
            return Optional.of(Duration.ofSeconds(whole - now.getEpochSecond()));
        }
        var thousandths = match.group(2) == null ? "0" : (match.group(2) + "00").substring(0, 3);
        return Optional.of(Duration.ofSeconds(whole).plusMillis(Long.parseLong(thousandths)));
    }

    private static Optional<Duration> units(String text) {
        var match = UNITS.matcher(text.toLowerCase(Locale.ROOT).replaceAll("[\\s,]+", ""));
        if (text.isEmpty() || !match.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofDays(count(match.group(1)))
                .plusHours(count(match.group(2)))
                .plusMinutes(count(match.group(3)))
                .plusSeconds(count(match.group(4)))
                .plusMillis(count(match.group(5))));
    }

    private static long count(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static Optional<Instant> date(String text) {
        for (var format : DATES) {
            try {
                return Optional.of(ZonedDateTime.parse(text.replaceAll("\\s+", " "), format)
                        .toInstant());
            } catch (DateTimeException other) {
                // Then perhaps the next form.
            }
        }
        return Optional.empty();
    }
}
