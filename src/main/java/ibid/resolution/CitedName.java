package ibid.resolution;

import ibid.text.Words;
import ibid.url.Url;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an address says by its own words of the page behind it. */
final class CitedName {
    /** Folders and files that stand for a site, or for its part in one language, as a whole. */
    private static final Set<String> OF_A_HOME = Set.of(
            "index",
            "default",
            "home",
            "homepage",
            "main",
            "start",
            "startpage",
            "startseite",
            "welcome",
            "accueil",
            "inicio",
            "portada",
            "inicial",
            "principal",
            "site",
            "web",
            "www",
            "portal",
            "public",
            "frontpage",
            "app",
            "us",
            "uk",
            "eu",
            "int",
            "global",
            "international",
            "hjem",
            "hem",
            "etusivu",
            "anasayfa",
            "strona-glowna");

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(?:[-_][a-z]{2,4})?");
    private static final Pattern ENDING = Pattern.compile("\\.[a-z][a-z0-9]{0,4}$");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern ABOUT_ERRORS =
            Pattern.compile("(?<!\\d)4(?:04|10)(?!\\d)|not[-_ +.]?found|error|missing|(?:dead|broken)[-_"
                    + " +]?links?|fehler|erreur|soft404");
    private static final Pattern NOT_FOUND_IN_QUERY =
            Pattern.compile("(?:^|[&=_-])(?:(?:error|e|err|status)?404|not[-_]?found)(?:$|[&=])");
    /** What says where a visitor came from or how he reads, not what. */
    private static final Pattern IDLE_PARAMETER =
            Pattern.compile("(?:utm_\\w+|lang|hl|locale|ref|src|source|from|fbclid|gclid|amp|s|v|t)(?:=.*)?");

    private static final int WORDS_OF_AN_ARTICLE = 3;
    private static final Pattern NUMBER = Pattern.compile("\\d{3,}");
    /** Shorter ones, such as "the" and "und", are everywhere. */
    private static final int LETTERS_OF_A_WORD = 4;

    private final Url url;

    CitedName(Url url) {
        this.url = url;
    }

    /** Parts of the path without their slashes and file endings, in lower case. */
    private List<String> segments() {
        var segments = new ArrayList<String>();
        for (var segment : decoded(url.path()).toLowerCase(Locale.ROOT).split("/", -1)) {
            if (!segment.isBlank()) {
                segments.add(ENDING.matcher(segment).replaceFirst(""));
            }
        }
        return segments;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            return text;
        }
    }

    private String query() {
        return url.query().map(CitedName::decoded).orElse("").toLowerCase(Locale.ROOT);
    }

    /** Whether it is the home page of its site, in one language or in all. */
    boolean isHome() {
        return isFolderOfAHome()
                && List.of(query().split("&", -1)).stream()
                        .allMatch(parameter -> parameter.isEmpty() || isIdle(parameter));
    }

    /** Whether its path alone is that of a home page, whatever is asked of it. */
    boolean isFolderOfAHome() {
        return segments().stream().allMatch(CitedName::isOfAHome);
    }

    /** Whether a parameter, in lower case, with its value or without, says where a visitor came from or how he reads. */
    static boolean isIdle(String parameter) {
        return IDLE_PARAMETER.matcher(parameter).matches();
    }

    private static boolean isOfAHome(String segment) {
        return OF_A_HOME.contains(segment) || LANGUAGE.matcher(segment).matches();
    }

    /** Whether it leads deep enough into its site, or has name enough, to be one page out of many. */
    boolean isOfAnArticle() {
        var own = segments().stream().filter(segment -> !isOfAHome(segment)).toList();
        if (own.isEmpty()) {
            return NUMBER.matcher(query()).find();
        }
        var last = own.get(own.size() - 1);
        return own.size() > 1 || isTelling(last);
    }

    /** Whether one part of a path has number or words enough to be the name of one page. */
    static boolean isTelling(String segment) {
        return NUMBER.matcher(segment).find() || NO_WORD.split(segment).length >= WORDS_OF_AN_ARTICLE;
    }

    /** Whether the page may well be about pages that are not there. */
    boolean isAboutErrors() {
        return ABOUT_ERRORS
                .matcher((decoded(url.path()) + "?" + query()).toLowerCase(Locale.ROOT))
                .find();
    }

    /** Whether its query says that something was not found. */
    boolean asksForNotFound() {
        return NOT_FOUND_IN_QUERY.matcher(query()).find();
    }

    /** Hashes of the words of the address, to be left out where pages are compared: error pages repeat what they lack. */
    Set<Integer> hashes() {
        var hashes = new HashSet<Integer>();
        var words = Words.of(url.host() + " " + decoded(url.path()) + " " + query());
        for (var i = 0; i < words.count(); i++) {
            hashes.add(words.hash(i));
        }
        return hashes;
    }

    /** Whether a title has half of the words of the last part of the address or more. */
    boolean isIn(String title) {
        var segments = segments();
        var last = segments.isEmpty() ? query() : segments.get(segments.size() - 1);
        var titled = new HashSet<>(List.of(NO_WORD.split(title.toLowerCase(Locale.ROOT))));
        var own = List.of(NO_WORD.split(last)).stream()
                .filter(word ->
                        word.length() >= LETTERS_OF_A_WORD && !word.chars().allMatch(Character::isDigit))
                .distinct()
                .toList();
        return !own.isEmpty() && own.stream().filter(titled::contains).count() * 2 >= own.size();
    }

    /** Whether another address keeps the name of this one: the same page at another place, as far as names tell. */
    boolean isKeptBy(Url other) {
        var segments = segments();
        var others = new CitedName(other);
        if (segments.isEmpty()) {
            return others.isHome() || url.query().equals(other.query());
        }
        var last = segments.get(segments.size() - 1);
        var there = decoded(other.path()).toLowerCase(Locale.ROOT);
        return (isOfAHome(last) && segments.equals(others.segments())) || (!isOfAHome(last) && there.contains(last));
    }

    /** The end of a way with what came from its start taken out: two that are equal are one place. */
    static String place(Url start, Url end) {
        var path = start.path();
        var last = path.substring(path.lastIndexOf('/', Math.max(0, path.length() - 2)) + 1)
                .replace("/", "");
        var place = end.host() + decoded(end.path() + "?" + end.query().orElse(""));
        for (var own : List.of(
                decoded(start.address()),
                decoded(path),
                decoded(last),
                decoded(last).replaceAll("[-_]", " "))) {
            if (own.length() > 1) {
                place = place.replace(own, "");
            }
        }
        return place.replaceAll("/+(?=\\?|$)", "");
    }
}
