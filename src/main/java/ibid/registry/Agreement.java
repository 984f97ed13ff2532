package ibid.registry;

import ibid.text.Slips;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How what a citation says of a work agrees with what its register says.
 *
 * <p>Titles are cut, translated and reworded, authors left out and transcribed, and a work has one year online and another in print:
 * what differs a little is neither agreement nor disagreement.
 */
public record Agreement(Match title, Match author, Match year, boolean sameLanguage, boolean telling) {

    /** How one of the three compares. */
    public enum Match {
        AGREES,
        UNCLEAR,
        DIFFERS
    }

    /** From here on words are enough to be some title's and no other's. */
    private static final int TELLING = 3;

    private static final int LEAST_SLIPPING = 4;
    private static final double MOST = 0.75;
    private static final double LEAST = 0.25;

    /** Where a subtitle begins. */
    private static final Pattern SUBTITLE = Pattern.compile("\\s*[:：?？!]\\s+|\\s*[：？]\\s*|\\s+[-–—]\\s+|[—]|\\.\\s+");

    private static final Set<String> NO_NAMES = Set.of(
            "et",
            "al",
            "and",
            "others",
            "und",
            "von",
            "van",
            "der",
            "den",
            "de",
            "del",
            "della",
            "di",
            "da",
            "dos",
            "la",
            "le",
            "el",
            "bin",
            "ibn",
            "ter",
            "ten",
            "zu",
            "ed",
            "eds",
            "hrsg",
            "jr",
            "sr",
            "dr",
            "prof",
            "anonymous",
            "unknown",
            "team",
            "group");

    static Agreement of(Claim claim, Work work) {
        var cited = claim.title().map(Titles::unmarked).orElse("");
        var citedWords = TitleWords.of(cited);
        var own =
                TitleWords.of(Titles.unmarked(work.titles().stream().findFirst().orElse("")));
        return new Agreement(
                title(cited, work),
                claim.author().isPresent()
                        ? author(claim.author().get(), work)
                        : named(claim.around().orElse(""), work),
                year(claim.date().orElse(""), work),
                citedWords.isOfSameLanguage(own),
                Math.min(citedWords.count(), own.count()) >= TELLING);
    }

    /** Whether the citation and the register speak of one work. */
    public boolean isOfOneWork() {
        return title == Match.AGREES;
    }

    /**
     * Whether they speak of different works beyond doubt: a title with other words is not enough where it may be a translation, or
     * where author and year agree.
     */
    public boolean isOfAnotherWork() {
        if (title != Match.DIFFERS) {
            return false;
        }
        return switch (author) {
            case DIFFERS -> true;
            case UNCLEAR -> sameLanguage && telling && year != Match.AGREES;
            case AGREES -> sameLanguage && telling && year == Match.DIFFERS;
        };
    }

    /** What agrees, as the subject of a sentence: {@code title, author and year}; empty where nothing does. */
    public String agreeing() {
        return named(Match.AGREES);
    }

    /** What differs, likewise. */
    public String differing() {
        return named(Match.DIFFERS);
    }

    private String named(Match match) {
        var named = new ArrayList<String>();
        if (title == match) {
            named.add("title");
        }
        if (author == match) {
            named.add("author");
        }
        if (year == match) {
            named.add("year");
        }
        return named.size() < 2
                ? String.join("", named)
                : String.join(", ", named.subList(0, named.size() - 1)) + " and " + named.get(named.size() - 1);
    }

    private static Match title(String cited, Work work) {
        var spellings = Stream.concat(work.titles().stream().map(Titles::unmarked), work.containers().stream())
                .map(own -> title(cited, own))
                .toList();
        if (spellings.contains(Match.AGREES)) {
            return Match.AGREES;
        }
        // Whoever cites a chapter often has no other identifier than that of the whole.
        return spellings.isEmpty() || spellings.contains(Match.UNCLEAR) || work.collection()
                ? Match.UNCLEAR
                : Match.DIFFERS;
    }

    private static Match title(String cited, String own) {
        var one = TitleWords.of(cited);
        var other = TitleWords.of(own);
        var fewer = Math.min(one.count(), other.count());
        var more = Math.max(one.count(), other.count());
        if (fewer == 0) {
            return Match.UNCLEAR;
        }
        var common = one.common(other);
        if (common >= MOST * more || (common >= MOST * fewer && fewer >= TELLING) || mainTitleAgrees(cited, own)) {
            return Match.AGREES;
        }
        var isFar = fewer > TELLING ? common <= LEAST * fewer : common == 0;
        return fewer >= 2 && isFar && one.isOfSameScript(other) ? Match.DIFFERS : Match.UNCLEAR;
    }

    private static boolean mainTitleAgrees(String cited, String own) {
        var one = TitleWords.of(main(cited));
        var other = TitleWords.of(main(own));
        var more = Math.max(one.count(), other.count());
        return more >= 2 && one.common(other) == more;
    }

    private static String main(String title) {
        return SUBTITLE.split(Titles.clean(title), 2)[0];
    }

    private static Match author(String cited, Work work) {
        var written = names(cited);
        var families = work.authors().stream()
                .flatMap(author -> names(author.family()).stream())
                .toList();
        if (written.isEmpty() || families.isEmpty()) {
            return Match.UNCLEAR;
        }
        if (isNamed(families, written)) {
            return Match.AGREES;
        }
        // Who writes given and family names in another order, or an organisation by its letters, means the same.
        var given = work.authors().stream()
                .flatMap(author -> names(author.given()).stream())
                .filter(name -> name.length() > 2)
                .toList();
        var sameScript = TitleWords.of(cited)
                .isOfSameScript(TitleWords.of(String.join(
                        " ", work.authors().stream().map(Work.Author::family).toList())));
        return !sameScript || isNamed(given, written) || isAbbreviated(cited, work) ? Match.UNCLEAR : Match.DIFFERS;
    }

    private static Match named(String text, Work work) {
        return author(text, work) == Match.AGREES ? Match.AGREES : Match.UNCLEAR;
    }

    private static boolean isNamed(List<String> names, List<String> written) {
        return names.stream().anyMatch(name -> written.stream().anyMatch(other -> isOneName(name, other)));
    }

    /** Names are transcribed in many ways: Chekhov, Čechov, Tschechow. */
    private static boolean isOneName(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        return shorter < LEAST_SLIPPING ? one.equals(other) : Slips.between(one, other) <= shorter / 3;
    }

    private static List<String> names(String text) {
        return TitleWords.of(text).sorted().stream()
                .filter(name -> name.length() > 1 && !NO_NAMES.contains(name))
                .toList();
    }

    private static boolean isAbbreviated(String cited, Work work) {
        return work.authors().stream()
                .filter(author -> author.given().isEmpty())
                .anyMatch(author -> initials(author.family()).equalsIgnoreCase(cited.strip())
                        || initials(cited).equalsIgnoreCase(author.family()));
    }

    private static String initials(String name) {
        var initials = new StringBuilder();
        for (var word : name.strip().split("[\\s-]+", -1)) {
            if (!word.isEmpty() && Character.isUpperCase(word.charAt(0))) {
                initials.append(word.charAt(0));
            }
        }
        return initials.toString().toUpperCase(Locale.ROOT);
    }

    /** Online first, in print the year after; a preprint the year before. */
    private static Match year(String date, Work work) {
        var cited = Json.year(date.substring(0, Math.min(4, date.length())));
        if (cited.isEmpty() || work.earliest().isEmpty() || work.latest().isEmpty()) {
            return Match.UNCLEAR;
        }
        return cited.getAsInt() >= work.earliest().getAsInt() - 1
                        && cited.getAsInt() <= work.latest().getAsInt() + 1
                ? Match.AGREES
                : Match.DIFFERS;
    }

    /** How a message names what the citation says. */
    public static String shown(Claim claim) {
        var title = claim.title().map(text -> "\"" + text + "\"").orElse("no title");
        var behind = Stream.of(claim.author(), claim.date())
                .flatMap(Optional::stream)
                .toList();
        return behind.isEmpty() ? title : title + " (" + String.join(", ", behind) + ")";
    }
}
