package ibid.cli;

import ibid.config.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 100ms}, {@code 20s}, {@code 2m}, {@code 1h}, up to 20 days; a bare number counts seconds. */
final class DurationConverter implements ITypeConverter<Duration> {
    /** The HTTP client counts milliseconds in 31 bits, which are less than 25 days. */
    private static final Duration LONGEST = Duration.ofDays(20);

    @Override
    public Duration convert(String value) {
        var duration = Durations.parse(value)
                .orElseThrow(() -> new TypeConversionException(
                        "'" + value + "' is no duration; write it like 100ms, 20s, 2m or 1h"));
        if (duration.compareTo(LONGEST) > 0) {
            throw new TypeConversionException(
                    "'" + value + "' is too long; at most " + LONGEST.toHours() + "h are waited");
        }
        return duration;
    }
}
