package ibid.recovery;

import ibid.text.Slips;
import ibid.text.Terms;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How far a page is called what the citing text calls it; from the most. */
enum TitleAgreement {
    /** The same words in the same order, but for the name of the site. */
    WHOLE,
    /** A slip or few words differ. */
    NEAR,
    /** Some words are the same, or too few words are known to tell. */
    PARTLY,
    OTHER;

    /** A title of fewer letters and digits is shared by many pages. */
    static final int FEWEST_LETTERS = 12;

    private static final int LONGEST = 300;

    /** What stands between a title and the name of its site. */
    private static final Pattern BETWEEN =
            Pattern.compile("\\s+[|\\-\u2013\u2014\u00B7\u2022\u00BB\u00AB~/]+\\s+|\\s*(?:\\||\uFF5C|::)\\s*");

    /** What is no name of a site: these words make another page of the same title. */
    private static final Set<String> VARIANTS = Set.of(
            "print",
            "printable",
            "printer",
            "version",
            "part",
            "page",
            "comments",
            "comment",
            "archive",
            "feed",
            "rss",
            "reply",
            "replies",
            "update",
            "updated",
            "correction",
            "corrected",
            "review",
            "response",
            "summary",
            "draft",
            "preview",
            "transcript",
            "gallery",
            "photos",
            "video",
            "ii",
            "iii",
            "iv",
            "vi",
            "vii",
            "viii");

    private static final int LONGEST_SITE_NAME = 8;

    /** The best agreement of any of the titles. */
    static TitleAgreement of(Collection<String> cited, String page) {
        return cited.stream()
                .map(title -> of(title, page))
                .min(TitleAgreement::compareTo)
                .orElse(PARTLY);
    }

    static TitleAgreement of(String cited, String page) {
        if (cited.length() > LONGEST || page.length() > 2 * LONGEST) {
            return PARTLY;
        }
        var wanted = Terms.of(cited);
        var found = Terms.of(page);
        if (wanted.isEmpty() || found.isEmpty()) {
            return PARTLY;
        }
        if (shortened(cited, page).anyMatch(pair -> pair.get(0).equals(pair.get(1)))) {
            return letters(wanted) < FEWEST_LETTERS ? PARTLY : WHOLE;
        }
        var near = shortened(cited, page).anyMatch(pair -> isNear(pair.get(0), pair.get(1)));
        if (near && letters(wanted) >= FEWEST_LETTERS) {
            return NEAR;
        }
        return share(wanted, found) >= 0.5 ? PARTLY : OTHER;
    }

    /** Both titles as they are, and without what may be the name of the site at either end. */
    private static Stream<List<List<String>>> shortened(String cited, String page) {
        return Stream.concat(
                withoutSite(page).map(title -> List.of(Terms.of(cited), title)),
                withoutSite(cited).map(title -> List.of(title, Terms.of(page))));
    }

    private static Stream<List<String>> withoutSite(String title) {
        var whole = Stream.of(Terms.of(title));
        var between = BETWEEN.matcher(title);
        var cuts = Stream.<Optional<List<String>>>builder();
        while (between.find()) {
            cuts.add(named(title.substring(0, between.start()), title.substring(between.end())));
            cuts.add(named(title.substring(between.end()), title.substring(0, between.start())));
        }
        return Stream.concat(whole, cuts.build().flatMap(Optional::stream));
    }

    private static Optional<List<String>> named(String title, String site) {
        var name = Terms.of(site);
        var isSite = name.size() <= LONGEST_SITE_NAME
                && name.stream()
                        .noneMatch(
                                term -> VARIANTS.contains(term) || term.chars().allMatch(Character::isDigit));
        return isSite ? Optional.of(Terms.of(title)).filter(terms -> !terms.isEmpty()) : Optional.empty();
    }

    private static boolean isNear(List<String> wanted, List<String> found) {
        if (Math.abs(wanted.size() - found.size()) > 2) {
            return false;
        }
        var one = String.join(" ", wanted);
        var other = String.join(" ", found);
        var slips = Slips.between(one, other);
        return slips * 10 <= Math.max(one.length(), other.length());
    }

    private static int letters(List<String> terms) {
        return terms.stream().mapToInt(String::length).sum();
    }

    private static double share(List<String> wanted, List<String> found) {
        var there = wanted.stream()
                .filter(term -> found.stream().anyMatch(other -> Terms.agree(term, other)))
                .mapToInt(String::length)
                .sum();
        return (double) there / Math.max(1, letters(wanted));
    }
}
