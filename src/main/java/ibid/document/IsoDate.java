package ibid.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as bibliographies, feeds and templates write them, as ISO 8601 and no more precise than written. */
public final class IsoDate {
    private static final int LONGEST = 200;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    /** {@code 2020-06-03}, {@code 2020/06/03/}, {@code 2020-06}; the first of a range; what follows a time's {@code T} is left. */
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<!\\d)(\\d{4})(?!\\d)(?:\\s?[-/.]\\s?(\\d{1,2})(?!\\d)(?:\\s?[-/.]\\s?(\\d{1,2})(?!\\d))?)?");

    /** {@code 3 June 2020}, {@code 19-July-2008}, {@code June 2020}. */
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s.-]{0,3})?([A-Za-z]{3,9})[\\s.,-]{0,3}(\\d{4})(?!\\d)");

    /** {@code June 3, 2020}. */
    private static final Pattern MONTH_FIRST =
            Pattern.compile("([A-Za-z]{3,9})\\.?\\s{1,3}(\\d{1,2})(?:st|nd|rd|th)?,?\\s{1,3}(\\d{4})(?!\\d)");

    /** {@code 2020 Jun 3}, as PubMed writes it. */
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(?<!\\d)(\\d{4})\\s{1,3}([A-Za-z]{3,9})\\.?(?:\\s{1,3}(\\d{1,2})(?!\\d))?");

    private static final Pattern ACCESSED = Pattern.compile(
            "(?:accessed|retrieved|visited|consulted|viewed|abgerufen|besucht|consulté|consultado)\\b[^\\d]{0,30}?(?=[A-Z0-9])(.{4,40})",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private IsoDate() {}

    /** The first date in a text. */
    public static Optional<String> of(String text) {
        var head = text.substring(0, Math.min(text.length(), LONGEST)).strip();
        return named(MONTH_FIRST.matcher(head), 3, 1, 2)
                .or(() -> named(DAY_FIRST.matcher(head), 3, 2, 1))
                .or(() -> named(YEAR_FIRST.matcher(head), 1, 2, 3))
                .or(() -> numbers(head));
    }

    /** The date of a year and of a month and a day, each of which may be missing or senseless. */
    public static Optional<String> of(String year, String month, String day) {
        var known = of(year);
        if (known.isEmpty() || known.get().length() > 4 || month.isBlank()) {
            return known;
        }
        var number = monthOf(month.strip());
        return known.map(y -> iso(y, number, number(day)));
    }

    /** The date on which a note says that an address was visited. */
    public static Optional<String> accessed(String note) {
        var matcher = ACCESSED.matcher(note);
        return matcher.find() ? of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> numbers(String text) {
        var matcher = NUMBERS.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.of(iso(matcher.group(1), number(matcher.group(2)), number(matcher.group(3))));
    }

    private static Optional<String> named(Matcher matcher, int year, int month, int day) {
        while (matcher.find()) {
            var number = monthOf(matcher.group(month));
            if (number > 0) {
                return Optional.of(iso(matcher.group(year), number, number(matcher.group(day))));
            }
        }
        return Optional.empty();
    }

    private static int monthOf(String name) {
        var digits = number(name);
        return digits > 0
                ? digits
                : name.length() < 3 ? 0 : MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }

    private static int number(@Nullable String digits) {
        return digits == null || digits.isBlank() || !digits.strip().matches("\\d{1,2}")
                ? 0
                : Integer.parseInt(digits.strip());
    }

    /** A season (21 to 24 in ISO 8601-2) is no month: then the year is all that is known. */
    private static String iso(String year, int month, int day) {
        if (month < 1 || month > 12) {
            return year;
        }
        var known = String.format(Locale.ROOT, "%s-%02d", year, month);
        return day < 1 || day > 31 ? known : String.format(Locale.ROOT, "%s-%02d", known, day);
    }
}
