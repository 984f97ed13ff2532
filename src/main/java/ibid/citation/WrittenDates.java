package ibid.citation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads dates as people write them, in the languages of {@code months.txt}, and gives them back as precisely as they are written. */
final class WrittenDates {
    /** A longer stretch of text is no date. */
    static final int LONGEST = 60;

    private static final Pattern WORD = Pattern.compile("[^\\s,()]+");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:t[\\d:.z+-]+)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})[-.](\\p{L}{3,})\\.?[-.](\\d{4})");
    private static final Pattern EAST_ASIAN = Pattern.compile("(\\d{4})[年년](\\d{1,2})[月월](\\d{1,2})[日일]");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,4})(?:st|nd|rd|th|er|[.ºª°])?");
    private static final Pattern TIME = Pattern.compile(
            "\\d{1,2}[:.h]\\d{2}(?::\\d{2})?(?:am|pm|uhr)?|at|um|à|a\\.?m|p\\.?m|uhr|utc|gmt|est|edt|cet|\\d{1,2}h");

    private final Map<String, Integer> months = new HashMap<>();
    private final Set<String> fillers;

    WrittenDates() {
        for (var row : new WordTable("months.txt").rows("")) {
            for (var i = 1; i < row.length; i++) {
                months.put(row[i], Integer.valueOf(row[0]));
            }
        }
        fillers = new WordTable("date-fillers.txt").words("");
    }

    /** Whether four digits stand side by side: a date has a year, and that is seen without taking the text apart. */
    static boolean mayHoldDate(String text, int from, int to) {
        // Of four characters side by side one is always looked at.
        for (var i = from + 3; i < to; i += 4) {
            if (UrlChars.isAsciiDigit(text.charAt(i))) {
                var first = i;
                while (first > i - 3 && UrlChars.isAsciiDigit(text.charAt(first - 1))) {
                    first--;
                }
                var end = i + 1;
                while (end < to && end < first + 4 && UrlChars.isAsciiDigit(text.charAt(end))) {
                    end++;
                }
                if (end - first == 4) {
                    return true;
                }
            }
        }
        return false;
    }

    /** ISO form of a text that is a date and nothing else, a time of day aside; years alone are no date. */
    Optional<String> whole(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        var reading = read(text);
        return reading.isWhole && reading.month > 0 ? reading.iso() : Optional.empty();
    }

    /** The date that a text begins with, and where it ends. */
    Optional<Leading> leading(String text) {
        var reading = read(text.substring(0, Math.min(text.length(), LONGEST)));
        return reading.iso().map(iso -> new Leading(iso, reading.end));
    }

    /** @param end exclusive offset of the date's last word */
    record Leading(String iso, int end) {}

    private Reading read(String text) {
        var reading = new Reading();
        var words = WORD.matcher(text);
        while (words.find()) {
            var word = words.group().toLowerCase(Locale.ROOT);
            if (reading.takes(word)) {
                reading.end = words.start() + strip(word).length();
            } else if (!fillers.contains(strip(word))
                    && !(reading.year > 0 && TIME.matcher(strip(word)).matches())) {
                return reading;
            }
        }
        reading.isWhole = true;
        return reading;
    }

    private static String strip(String word) {
        var end = word.length();
        while (end > 0 && ".;:]".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end);
    }

    /** The parts of a date that were read so far; 0 is not yet. */
    private final class Reading {
        private int year;
        private int month;
        private int day;
        private int end;
        private boolean isWhole;

        boolean takes(String word) {
            var bare = strip(word);
            return (year == 0 && month == 0 && day == 0 && takesWhole(bare)) || takesMonth(bare) || takesNumber(bare);
        }

        private boolean takesWhole(String word) {
            var first = YEAR_FIRST.matcher(word);
            var east = EAST_ASIAN.matcher(word);
            var named = NAMED.matcher(word);
            var last = YEAR_LAST.matcher(word);
            var month = named.matches() ? months.get(named.group(2)) : null;
            if (first.matches()) {
                set(first.group(1), Integer.parseInt(first.group(3)), first.group(4));
            } else if (east.matches()) {
                set(east.group(1), Integer.parseInt(east.group(2)), east.group(3));
            } else if (month != null) {
                set(named.group(3), month, named.group(1));
            } else if (last.matches()) {
                setNumbers(
                        last.group(4),
                        last.group(1),
                        last.group(3),
                        last.group(2).equals("."));
            } else {
                return false;
            }
            return true;
        }

        /** 03/06/2020 is June in Paris and March in Boston: then only the year is sure. Full stops are day first everywhere. */
        private void setNumbers(String writtenYear, String one, String two, boolean isDayFirst) {
            var a = Integer.parseInt(one);
            var b = Integer.parseInt(two);
            if (isDayFirst || a > 12 || a == b) {
                set(writtenYear, b, one);
            } else if (b > 12) {
                set(writtenYear, a, two);
            } else {
                year = Integer.parseInt(writtenYear);
            }
        }

        private void set(String writtenYear, int number, String writtenDay) {
            year = Integer.parseInt(writtenYear);
            month = number;
            day = Integer.parseInt(writtenDay);
        }

        private boolean takesMonth(String word) {
            var number = months.get(word);
            if (number == null || month > 0) {
                return false;
            }
            month = number;
            return true;
        }

        private boolean takesNumber(String word) {
            var matcher = NUMBER.matcher(word);
            if (!matcher.matches()) {
                return false;
            }
            var number = Integer.parseInt(matcher.group(1));
            if (matcher.group(1).length() == 4 && year == 0) {
                year = number;
                return true;
            }
            if (day == 0 && number >= 1 && number <= 31 && (year == 0 || month > 0)) {
                day = number;
                return true;
            }
            return false;
        }

        Optional<String> iso() {
            if (year < 1400 || year > 2199) {
                return Optional.empty();
            }
            if (month == 0) {
                return day == 0 ? Optional.of(String.valueOf(year)) : Optional.empty();
            }
            try {
                var date = LocalDate.of(year, month, Math.max(1, day));
                return Optional.of(date.toString().substring(0, day == 0 ? 7 : 10));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
