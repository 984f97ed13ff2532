package ibid.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 100ms}, {@code 20s}, {@code 2m}, {@code 1h}, up to 20 days; a bare number counts seconds. */
final class DurationConverter implements ITypeConverter<Duration> {
    /** The HTTP client counts milliseconds in 31 bits, which are less than 25 days. */
    private static final Duration LONGEST = Duration.ofDays(20);

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|sec|m|min|h)?");

    @Override
    public Duration convert(String value) {
        var match = FORM.matcher(value.strip().toLowerCase(Locale.ROOT));
        if (!match.matches()) {
            throw new TypeConversionException("'" + value + "' is no duration; write it like 100ms, 20s, 2m or 1h");
        }
        var amount = Long.parseLong(match.group(1));
        var unit = match.group(2) == null ? "s" : match.group(2);
        var duration = switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "m", "min" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofSeconds(amount);
        };
        if (duration.compareTo(LONGEST) > 0) {
            throw new TypeConversionException(
                    "'" + value + "' is too long; at most " + LONGEST.toHours() + "h are waited");
        }
        return duration;
    }
}
