package ibid.report.view;

import ibid.finding.Severity;
import ibid.resolution.Verdict;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Plain English for numbers, dates and names. */
public final class Words {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private Words() {}

    /** {@code 1,200}. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 citation}, {@code 1,200 citations}, {@code 2 addresses}. */
    public static String count(long count, String noun) {
        var ending = noun.endsWith("s") ? "es" : "s";
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : ending);
    }

    static String moment(Instant instant) {
        return MOMENT.format(instant);
    }

    static String day(Instant instant) {
        return DAY.format(instant);
    }

    /** For machines: {@code 2020-06-03}. */
    static String isoDay(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    /** An ISO date of any precision as people write it; anything else as it stands. */
    static String date(String iso) {
        try {
            return switch (iso.length()) {
                case 10 -> DAY.format(LocalDate.parse(iso));
                case 7 -> MONTH.format(YearMonth.parse(iso));
                default -> iso;
            };
        } catch (DateTimeException e) {
            return iso;
        }
    }

    /** {@code 0.4 s}, {@code 12 s}, {@code 3 min 20 s}. */
    public static String duration(Duration duration) {
        if (duration.toMillis() < 10_000) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        var seconds = duration.toSeconds();
        return seconds < 60
                ? seconds + " s"
                : String.format(Locale.ROOT, "%,d min", seconds / 60)
                        + (seconds % 60 == 0 ? "" : " " + seconds % 60 + " s");
    }

    /** {@code a}, {@code a or b}, {@code a, b or c}. */
    static String or(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        var last = items.size() - 1;
        return String.join(", ", items.subList(0, last)) + " or " + items.get(last);
    }

    /** A constant as the page's classes and index name it. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String of(Severity severity) {
        return switch (severity) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case NOTE -> "Note";
        };
    }

    /** A verdict as a reader says it. */
    public static String of(Verdict verdict) {
        return switch (verdict) {
            case ALIVE -> "Alive";
            case MOVED -> "Moved";
            case BROKEN -> "Broken";
            case UNVERIFIED -> "Could not tell";
            case SKIPPED -> "Not checked";
        };
    }
}
