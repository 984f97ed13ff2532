package ibid.document.markup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as English bibliographies write them, as ISO 8601 dates of the same precision. */
final class WrittenDay {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Pattern ISO = Pattern.compile("\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<day>\\d{1,2}) (?<month>\\p{L}{3,9})\\.? (?<year>\\d{4})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(?<month>\\p{L}{3,9})\\.? (?:(?<day>\\d{1,2}), )?(?<year>\\d{4})");

    private WrittenDay() {}

    static Optional<String> iso(String written) {
        if (written.length() > 30) {
            return Optional.empty();
        }
        if (ISO.matcher(written).matches()) {
            return Optional.of(written);
        }
        var dayFirst = DAY_FIRST.matcher(written);
        if (dayFirst.matches()) {
            return iso(dayFirst);
        }
        var monthFirst = MONTH_FIRST.matcher(written);
        return monthFirst.matches() ? iso(monthFirst) : Optional.empty();
    }

    private static Optional<String> iso(Matcher date) {
        var month = MONTHS.indexOf(date.group("month").substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
        var day = date.group("day") == null ? 0 : Integer.parseInt(date.group("day"));
        if (month == 0 || day > 31) {
            return Optional.empty();
        }
        var toMonth = String.format(Locale.ROOT, "%s-%02d", date.group("year"), month);
        return Optional.of(day == 0 ? toMonth : String.format(Locale.ROOT, "%s-%02d", toMonth, day));
    }
}
