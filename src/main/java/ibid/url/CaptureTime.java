package ibid.url;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The time in the address of a copy: 4 to 14 digits, from the year downward. */
final class CaptureTime {
    private static final Pattern MARKS = Pattern.compile("[-.: TZ]");
    private static final Pattern DIGITS = Pattern.compile("\\d{4,14}");

    private CaptureTime() {}

    /** ISO 8601, as exact as the text; empty where it is no time. */
    static Optional<String> iso(String text) {
        var digits = MARKS.matcher(text).replaceAll("");
        if (!DIGITS.matcher(digits).matches() || digits.length() % 2 != 0) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.of(part(digits, 0, 4, 1), part(digits, 4, 6, 1), part(digits, 6, 8, 1));
            var time = LocalTime.of(part(digits, 8, 10, 0), part(digits, 10, 12, 0), part(digits, 12, 14, 0));
            return Optional.of(
                    switch (digits.length()) {
                        case 4 -> day.toString().substring(0, 4);
                        case 6 -> day.toString().substring(0, 7);
                        case 14 -> day + "T" + DateTimeFormatter.ISO_LOCAL_TIME.format(time) + "Z";
                        default -> day.toString();
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int part(String digits, int from, int to, int otherwise) {
        return digits.length() < to ? otherwise : Integer.parseInt(digits.substring(from, to));
    }
}
