package ibid.citation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a short line of plain text is in the passage it belongs to: a by-line, a date, a title, an address that closes it. Strict: nothing is better than a wrong title. */
final class PassageLines {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TITLE = 200;
    private static final int FEWEST_TITLE_WORDS = 3;

    private static final Pattern BY = Pattern.compile(
            "(?:by|von|par|por|di|автор:?|yazan:?)\\s+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** What a line that says "By" can begin with. */
    private static final String BY_INITIALS = "bBvVpPdDаАyY";

    private static final Pattern DATED = Pattern.compile(
            "(?:date|dated|published|posted|updated|datum|veröffentlicht|publié|publicado|pubblicato|tarih|дата)(?:"
                    + " on| am| le| el| il)?\\s*:?\\s+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern JOINED_NAMES = Pattern.compile("\\s*(?:,|&|;)\\s*|\\s+(?:and|und|et|y|e|и|ve)\\s+");
    private static final Pattern NAME_WORD = Pattern.compile(
            "\\p{Lu}(?:[\\p{L}\\p{M}'’]*[\\p{Ll}\\p{Lo}\\p{M}][\\p{L}\\p{M}'’]*|[\\p{L}'’]?\\.?)(?:-\\p{L}[\\p{L}\\p{M}'’]*)?");
    private static final Set<String> PARTICLES = Set.of(
            "de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "zu",
            "bin", "ibn", "al", "el", "ul", "af", "av", "oğlu");
    private static final int LONGEST_MASTHEAD = 60;
    private static final int MOST_MASTHEAD_WORDS = 6;
    private static final Pattern MASTHEAD_WORD = Pattern.compile(
            "[\\p{Lu}\\d][\\p{L}\\p{M}\\d.'’&/!-]*|[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,4}|&|of|the|and|for|de|la|der|die|du");
    /** Of the words that are in no person's name, those that are in names of who publishes. */
    private static final Set<String> PUBLISHERS = Set.of(
            "news",
            "times",
            "daily",
            "tribune",
            "herald",
            "journal",
            "gazette",
            "review",
            "magazine",
            "press",
            "agency",
            "reuters",
            "university",
            "institute",
            "center",
            "centre",
            "council",
            "association",
            "company",
            "group",
            "today",
            "new",
            "week",
            "post",
            "city",
            "state",
            "states",
            "united",
            "north",
            "south",
            "east",
            "west",
            "street",
            "us");

    /** A list's item, a quotation, a table, a heading in markup, a note; but {@code #word} and {@code [VIDEO]} begin titles, too. */
    private static final Pattern ITEM =
            Pattern.compile("(?:[-*+•–>|=]|#+(?!\\p{L})|\\d+[.)]\\s|\\[(?:\\P{L}|[^\\]]*\\](?!\\s)|[^\\]]*$)).*");

    /** {@code iPhone}, {@code eBay}. */
    private static final Pattern NAME_BEGUN_SMALL = Pattern.compile("\\p{Ll}\\p{Lu}.*");

    private static final Pattern LONG_WORD = Pattern.compile("(?<![\\p{L}\\p{M}])\\p{L}{4,}");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:(?:source|link|url|from|quelle|fuente|fonte|kaynak|источник)\\s*:\\s*)?[<(]?(?:https?://|www\\.)\\S+(?:\\s(?:\\.\\.\\.|…)\\s\\S+)?\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final WrittenDates dates;
    private final Set<String> notNames = new WordTable("not-names.txt").words("");

    PassageLines(WrittenDates dates) {
        this.dates = dates;
    }

    /** ISO date of a line that is a date, "Published: " aside. */
    Optional<String> date(String line) {
        if (line.length() > WrittenDates.LONGEST || !WrittenDates.mayHoldDate(line, 0, line.length())) {
            return Optional.empty();
        }
        var label = DATED.matcher(line);
        return dates.whole(label.lookingAt() ? line.substring(label.end()) : line);
    }

    /** The names of a line that names authors and nothing else. */
    Optional<String> author(String line) {
        return line.isEmpty() || line.length() > LONGEST_NAME ? Optional.empty() : names(withoutBy(line));
    }

    /** The names of a line that says "By" before them. */
    Optional<String> byLine(String line) {
        return line.length() > LONGEST_NAME || withoutBy(line).length() == line.length()
                ? Optional.empty()
                : author(line);
    }

    /** Whether a part of a text begins so that it is worth being asked for a {@link #byLine}. */
    boolean mayBeByLine(String text, int start, int end) {
        return start < end && end - start <= LONGEST_NAME && BY_INITIALS.indexOf(text.charAt(start)) >= 0;
    }

    /** The name of a line that names a newspaper, an agency or one name alone, which only stands between a title and a date. */
    Optional<String> masthead(String line) {
        var words = withoutBy(line).split("\\s+", MOST_MASTHEAD_WORDS + 1);
        var isName = line.length() <= LONGEST_MASTHEAD
                && words.length <= MOST_MASTHEAD_WORDS
                && Character.isLetterOrDigit(line.codePointAt(0))
                && line.codePoints().filter(Character::isLetter).count() >= 3
                && !ITEM.matcher(line).matches();
        return isName
                        && Arrays.stream(words).allMatch(this::isOfMasthead)
                        && date(line).isEmpty()
                ? Optional.of(withoutBy(line))
                : Optional.empty();
    }

    private boolean isOfMasthead(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return MASTHEAD_WORD.matcher(word).matches()
                && (!notNames.contains(lower)
                        || PUBLISHERS.contains(lower)
                        || MASTHEAD_WORD.matcher(lower).matches());
    }

    private static String withoutBy(String line) {
        var by = BY.matcher(line);
        return by.lookingAt() ? line.substring(by.end()) : line;
    }

    private Optional<String> names(String line) {
        for (var name : JOINED_NAMES.split(line, 8)) {
            if (!isName(name.strip())) {
                return Optional.empty();
            }
        }
        return Optional.of(line.strip());
    }

    private boolean isName(String name) {
        var words = name.split("\\s+", 7);
        var capitalised = 0;
        for (var word : words) {
            if (PARTICLES.contains(word)) {
                continue;
            }
            if (notNames.contains(word.toLowerCase(Locale.ROOT))
                    || !NAME_WORD.matcher(word).matches()) {
                return false;
            }
            capitalised++;
        }
        return capitalised >= 2 && capitalised <= 4 && words.length <= 6;
    }

    /** Whether a line that stands above author and date is their title. */
    boolean isTitle(String line) {
        if (line.length() > LONGEST_TITLE
                || ITEM.matcher(line).matches()
                || line.contains("://")
                || line.contains("www.")) {
            return false;
        }
        var words = line.split("\\s+", -1);
        var first = line.codePointAt(0);
        var starts = !Character.isLowerCase(first)
                || NAME_BEGUN_SMALL.matcher(words[0]).matches();
        return starts
                && words.length >= FEWEST_TITLE_WORDS
                && (".:;,".indexOf(line.charAt(line.length() - 1)) < 0
                        || line.endsWith("...")
                        || (line.endsWith(".") && isCapitalised(line)))
                && line.codePoints().anyMatch(Character::isLetter)
                && date(line).isEmpty();
    }

    /** Whether the long words begin with capitals, all but one, as in a title and in no sentence. */
    private static boolean isCapitalised(String line) {
        var initials = LONG_WORD
                .matcher(line)
                .results()
                .map(word -> word.group().codePointAt(0))
                .toList();
        var capitals = initials.stream().filter(Character::isUpperCase).count();
        return capitals >= 2 && capitals >= initials.size() - 1;
    }

    /** Whether a line is an address alone, as it stands at the end of a pasted passage. */
    boolean isAddress(String line) {
        return ADDRESS.matcher(line).matches();
    }
}
