package ibid.citation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A date as exact as it is known: a day, a month or a year.
 *
 * @param first its first day
 * @param last its last day
 */
public record CitedDate(LocalDate first, LocalDate last) {
    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /** Reads {@code 2020-06-03}, {@code 2020-06} or {@code 2020}. */
    public static Optional<CitedDate> of(String iso) {
        var match = ISO.matcher(iso.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        return of(
                match.group(1),
                match.group(2) == null ? "" : match.group(2),
                match.group(3) == null ? "" : match.group(3));
    }

    /** Reads its parts; month and day may be empty. */
    public static Optional<CitedDate> of(String year, String month, String day) {
        try {
            var y = Integer.parseInt(year);
            if (month.isEmpty()) {
                return Optional.of(new CitedDate(LocalDate.of(y, 1, 1), LocalDate.of(y, 12, 31)));
            }
            var m = YearMonth.of(y, Integer.parseInt(month));
            if (day.isEmpty()) {
                return Optional.of(new CitedDate(m.atDay(1), m.atEndOfMonth()));
            }
            var d = m.atDay(Integer.parseInt(day));
            return Optional.of(new CitedDate(d, d));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** One day. */
    public static CitedDate of(LocalDate day) {
        return new CitedDate(day, day);
    }

    /** As it was written: {@code 2020-06-03}, {@code 2020-06} or {@code 2020}. */
    public String text() {
        var day = first.toString();
        if (isDay()) {
            return day;
        }
        return day.substring(0, first.getMonth() == last.getMonth() ? "2020-06".length() : "2020".length());
    }

    /** The moment to which what lies near is measured: noon of the day in the middle. */
    public Instant middle() {
        return first.plusDays(ChronoUnit.DAYS.between(first, last) / 2)
                .atTime(LocalTime.NOON)
                .toInstant(ZoneOffset.UTC);
    }

    /** Whether the day is known. */
    public boolean isDay() {
        return first.equals(last);
    }

    /** Days between the two, 0 where they overlap. */
    public long daysFrom(CitedDate other) {
        if (other.last.isBefore(first)) {
            return ChronoUnit.DAYS.between(other.last, first);
        }
        return last.isBefore(other.first) ? ChronoUnit.DAYS.between(last, other.first) : 0;
    }
}
