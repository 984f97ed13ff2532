package ibid.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Lengths of time as users write them: {@code 100ms}, {@code 20s}, {@code 2m}, {@code 1h}; a bare number counts seconds. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|sec|m|min|h)?");

    private Durations() {}

    /** Empty for what is no length of time. */
    public static Optional<Duration> parse(String text) {
        var match = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        var amount = Long.parseLong(match.group(1));
        var unit = match.group(2) == null ? "s" : match.group(2);
        return Optional.of(
                switch (unit) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "m", "min" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofSeconds(amount);
                });
    }
}
