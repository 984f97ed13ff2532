package ibid.document.xml;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as feeds write them: ISO 8601 (Atom, Dublin Core) or as in mail (RSS 2.0, RFC 822 section 5). */
final class WrittenDate {
    private static final Pattern ISO =
            Pattern.compile("(\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)?)(?:[T ].*)?");
    private static final Pattern MAIL =
            Pattern.compile("(?:[A-Za-z]{3,9},? )?(0?[1-9]|[12]\\d|3[01])[ -]([A-Za-z]{3})[a-z]*[ -](\\d{4})\\b.*");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private WrittenDate() {}

    /** The date in ISO 8601, as precise as it is written. */
    static Optional<String> of(String text) {
        var written = text.strip();
        var iso = ISO.matcher(written);
        if (iso.matches()) {
            return Optional.of(iso.group(1));
        }
        var mail = MAIL.matcher(written);
        if (!mail.matches()) {
            return Optional.empty();
        }
        var month = MONTHS.indexOf(mail.group(2).toLowerCase(Locale.ROOT)) + 1;
        return month == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "%s-%02d-%02d", mail.group(3), month, Integer.parseInt(mail.group(1))));
    }
}
