package ibid.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A paper of arXiv: {@code hep-th/9901001} until March 2007, {@code 0704.0001} since, with five digits since 2015. */
final class Arxiv {
    private static final Pattern OLD = Pattern.compile(
            "([a-z]{2,10}(?:-[a-z]{2,5})?)(?:\\.[A-Za-z]{2})?/(\\d{2})(\\d{2})(\\d{3})((?:v[1-9]\\d{0,2})?)");
    private static final Pattern NEW = Pattern.compile("(\\d{2})(\\d{2})\\.(\\d{3,6})((?:v[1-9]\\d{0,2})?)");
    private static final Pattern VERSION = Pattern.compile("v\\d{1,3}$");

    /** Years of two digits from here on are of the last century. */
    private static final int FIRST_YEAR = 91;

    private Arxiv() {}

    static Optional<Identified> read(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var old = OLD.matcher(lower);
        if (old.matches()) {
            var month = monthComplaint(old.group(3));
            // The subject class behind the archive is no part of the identifier: math.GT/0309136 is math/0309136.
            return month.isPresent()
                    ? Scheme.ARXIV.wrong(text, month.get())
                    : Scheme.ARXIV.right(
                            old.group(1) + "/" + old.group(2) + old.group(3) + old.group(4) + old.group(5));
        }
        var recent = NEW.matcher(lower);
        if (!recent.matches()) {
            return Optional.empty();
        }
        var complaint = monthComplaint(recent.group(2))
                .or(() -> lengthComplaint(recent.group(1), recent.group(2), recent.group(3)));
        return complaint.isPresent() ? Scheme.ARXIV.wrong(text, complaint.get()) : Scheme.ARXIV.right(lower);
    }

    private static Optional<String> monthComplaint(String month) {
        var number = Integer.parseInt(month);
        return number >= 1 && number <= 12 ? Optional.empty() : Optional.of("its month would be " + month);
    }

    private static Optional<String> lengthComplaint(String year, String month, String number) {
        var monthOfCentury = Integer.parseInt(year) * 100 + Integer.parseInt(month);
        if (Integer.parseInt(year) >= FIRST_YEAR || monthOfCentury < 704) {
            return Optional.of("its number has the form that began in April 2007, with 0704");
        }
        var expected = monthOfCentury < 1501 ? 4 : 5;
        return number.length() == expected
                ? Optional.empty()
                : Optional.of("it has " + number.length() + " digits behind the point where "
                        + (expected == 4 ? "papers before 2015 have 4" : "papers since 2015 have 5"));
    }

    static String withoutVersion(String value) {
        return VERSION.matcher(value).replaceFirst("");
    }
}
