package ibid.resolution;

import ibid.resolution.Fragment.Found;
import ibid.text.Slips;
import ibid.url.PercentEncoding;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Looks a fragment up among the names of places. */
final class PlaceNames {
    /** GitHub, GitLab and others put it before names that come from users, and take it off again by script. */
    private static final String PREFIX = "user-content-";

    /** What cannot be seen and is lost or kept at will when names are made: emoji selectors and joiners. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\uFE0E\\uFE0F\\u200B-\\u200D\\u2060\\u00AD\\u200E\\u200F]");

    /** Names compared in search of the nearest, and characters of one: they bound the work of a hostile page. */
    private static final int MOST_NAMES = 5_000;

    private static final int LONGEST = 100;

    /** More slips make another word, and so do slips in more than a quarter of a short one. */
    private static final int MOST_SLIPS = 3;

    private static final int LETTERS_FOR_A_SLIP = 4;
    private static final int FEWEST_SHARED = 6;

    private PlaceNames() {}

    /**
     * Looks up.
     *
     * @param fragment as it is written in the address, or decoded
     * @param what what the places are in: "the page", "the file"
     */
    static Fragment find(String fragment, Set<String> names, String what) {
        var spellings = spellings(fragment);
        var shown = PercentEncoding.decoded(fragment).orElse(fragment);
        if (spellings.stream().anyMatch(names::contains)) {
            return Fragment.there(shown);
        }
        var wanted = spellings.stream().map(PlaceNames::folded).toList();
        var other = Optional.<String>empty();
        for (var name : new TreeSet<>(names)) {
            var folded = folded(name);
            // The scripts that take the prefix off look in small letters, too.
            var isUsers = name.startsWith(PREFIX) && equalsInAnyCase(wanted, folded);
            if (isUsers || wanted.contains(folded)) {
                return Fragment.there(shown);
            }
            if (other.isEmpty() && equalsInAnyCase(wanted, folded)) {
                other = Optional.of(withoutPrefix(name));
            }
        }
        if (other.isPresent()) {
            return new Fragment(shown, Found.OTHER_CASE, other, "is written \"" + other.get() + "\" in " + what);
        }
        var near = nearest(folded(shown), names);
        return new Fragment(shown, Found.MISSING, near, "is not in " + what);
    }

    /** As written first: a name may hold what looks like an escape (HTML section 7.4.6.4). */
    private static Set<String> spellings(String fragment) {
        var spellings = new LinkedHashSet<String>();
        spellings.add(fragment);
        PercentEncoding.decoded(fragment).ifPresent(spellings::add);
        for (var spelling : List.copyOf(spellings)) {
            spellings.add(PREFIX + withoutPrefix(spelling));
            spellings.add(withoutPrefix(spelling));
        }
        return spellings;
    }

    private static String withoutPrefix(String name) {
        return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    }

    private static String folded(String name) {
        return UNSEEN.matcher(Normalizer.normalize(withoutPrefix(name), Normalizer.Form.NFC))
                .replaceAll("");
    }

    private static boolean equalsInAnyCase(List<String> wanted, String name) {
        return wanted.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static Optional<String> nearest(String wanted, Set<String> names) {
        if (wanted.length() > LONGEST) {
            return Optional.empty();
        }
        return names.stream()
                .sorted()
                .limit(MOST_NAMES)
                .map(PlaceNames::withoutPrefix)
                .filter(name -> isNear(wanted, name))
                .min(Comparator.comparingInt((String name) -> distance(wanted, name))
                        .thenComparing(name -> name));
    }

    private static boolean isNear(String wanted, String name) {
        if (name.length() > LONGEST || name.isEmpty()) {
            return false;
        }
        if (bare(wanted).equals(bare(name)) && !bare(wanted).isEmpty()) {
            return true;
        }
        if (Math.abs(name.length() - wanted.length()) > MOST_SLIPS) {
            return isLonger(wanted, name) || isLonger(name, wanted);
        }
        var slips = distance(wanted, name);
        return slips <= MOST_SLIPS && slips * LETTERS_FOR_A_SLIP <= wanted.length();
    }

    /** A heading to which words were added keeps its first ones. */
    private static boolean isLonger(String longer, String shorter) {
        return shorter.length() >= FEWEST_SHARED && longer.startsWith(shorter + "-");
    }

    /** Letters and digits alone, without accents. */
    private static String bare(String name) {
        var bare = new StringBuilder();
        Normalizer.normalize(name.toLowerCase(Locale.ROOT).replace("ß", "ss"), Normalizer.Form.NFKD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static int distance(String wanted, String name) {
        return bare(wanted).equals(bare(name))
                ? 0
                : Slips.between(wanted.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }
}
