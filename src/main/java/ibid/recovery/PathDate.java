package ibid.recovery;

import ibid.citation.CitedDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The date that many sites put into their addresses. */
final class PathDate {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern SEGMENTS =
            Pattern.compile("/((?:19|20)\\d{2})[/-](\\d{1,2}|[a-z]{3})(?:[/-](\\d{1,2}))?(?=[/_-])");

    private static final Pattern DIGITS =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])(?!\\d)");

    private PathDate() {}

    static Optional<CitedDate> of(String url) {
        var lower = url.toLowerCase(Locale.ROOT);
        var segments = SEGMENTS.matcher(lower);
        if (segments.find()) {
            var day = segments.group(3) == null ? "" : segments.group(3);
            var found = CitedDate.of(segments.group(1), month(segments.group(2)), day);
            if (found.isPresent()) {
                return found;
            }
        }
        var digits = DIGITS.matcher(lower);
        return digits.find() ? CitedDate.of(digits.group(1), digits.group(2), digits.group(3)) : Optional.empty();
    }

    private static String month(String written) {
        var named = MONTHS.indexOf(written);
        return named < 0 ? written : Integer.toString(named + 1);
    }
}
