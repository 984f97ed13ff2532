package ibid.resolution;

import ibid.url.Url;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Makes addresses that stand where a cited one stands and that nobody can have given a page: what a host answers there,
 * it answers to everything it does not know.
 *
 * <p>They have the shape of the cited one, digits for digits and letters for letters, for hosts tell by it which of their
 * programs is asked.
 */
final class Sibling {
    /** So many random characters are met by no page. */
    private static final int ENOUGH = 9;

    /** Parameters that say by themselves which page of a program is meant. */
    private static final Set<String> OF_ONE_PAGE = Set.of(
            "id",
            "pageid",
            "page_id",
            "article",
            "articleid",
            "item",
            "itemid",
            "doc",
            "docid",
            "story",
            "storyid",
            "nid",
            "aid",
            "pid",
            "cid",
            "num",
            "news",
            "newsid",
            "topic",
            "tid",
            "thread",
            "v",
            "product",
            "productid",
            "entry",
            "title",
            "slug",
            "key",
            "post");

    /** Parameters that do so for a program that shows all pages, and elsewhere turn over the leaves of one. */
    private static final Set<String> OF_A_PAGE_OR_ITS_PART =
            Set.of("p", "page", "name", "t", "q", "file", "path", "url", "view");

    private static final Pattern PROGRAM = Pattern.compile(
            "(?i)\\.(?:php\\d?|phtml|aspx?|ashx|jspx?|jsf|do|action|cgi|pl|cfm|dll|exe|fcgi|py|rb|nsf|taf|mv)$");

    private final RandomGenerator random;

    Sibling(RandomGenerator random) {
        this.random = random;
    }

    /** What the siblings of an address have in common: host, folder, file ending, and which parameters it has. */
    static String placeOf(Url url) {
        var path = url.path();
        var digits = name(path).chars().allMatch(Character::isDigit) ? "#" : "";
        return telling(url)
                .map(parameter -> origin(url) + path + "?" + parameter)
                .orElseGet(() -> origin(url) + folder(path) + digits + ending(path) + (path.endsWith("/") ? "/" : ""));
    }

    private static String origin(Url url) {
        return url.scheme() + "://" + url.host() + ":" + url.port();
    }

    /** An address beside this one. */
    Url beside(Url url) {
        var changed = url.parsed().newBuilder().fragment(null);
        var telling = telling(url);
        if (telling.isPresent()) {
            var parameter = telling.get();
            var value =
                    Optional.ofNullable(url.parsed().queryParameter(parameter)).orElse("");
            changed.setQueryParameter(parameter, scrambled(value));
        } else {
            var path = url.path();
            var name = name(path);
            changed.encodedPath(folder(path)
                    + scrambled(name.substring(0, name.length() - ending(path).length()))
                    + ending(path)
                    + (path.endsWith("/") && path.length() > 1 ? "/" : ""));
        }
        return Url.parse(changed.build().toString()).orElse(url);
    }

    /** An address of the same name in a folder that is not there; empty where the address lies in no folder. */
    Optional<Url> besideItsFolder(Url url) {
        var path = url.path();
        var folder = folder(path);
        if (url.query().isPresent()) {
            return Url.parse(url.parsed()
                            .newBuilder()
                            .fragment(null)
                            .query(null)
                            .build()
                            .toString())
                    .map(this::beside)
                    .flatMap(other ->
                            Url.parse(other.address() + "?" + url.query().get()));
        }
        if (folder.equals("/")) {
            return Optional.empty();
        }
        var above = folder(folder);
        var changed = above + scrambled(name(folder)) + path.substring(folder.length() - 1);
        return Url.parse(url.parsed()
                .newBuilder()
                .fragment(null)
                .encodedPath(changed)
                .build()
                .toString());
    }

    /**
     * The parameter that says which page is asked for; empty where the path does. A page with a name of its own takes any
     * value of a parameter that it does not read, so what it does with a random one tells nothing of the page.
     */
    private static Optional<String> telling(Url url) {
        var named = url.parsed().queryParameterNames().stream()
                .filter(name -> isOf(OF_ONE_PAGE, name)
                        || isOf(OF_A_PAGE_OR_ITS_PART, name)
                        || !CitedName.isIdle(name.toLowerCase(Locale.ROOT)))
                .toList();
        var ofOnePage = named.stream().filter(name -> isOf(OF_ONE_PAGE, name)).findFirst();
        var path = url.path();
        if (PROGRAM.matcher(path).find() || new CitedName(url).isFolderOfAHome()) {
            return ofOnePage
                    .or(() -> named.stream()
                            .filter(name -> isOf(OF_A_PAGE_OR_ITS_PART, name))
                            .findFirst())
                    .or(() -> named.stream().reduce((one, other) -> other));
        }
        return ending(path).isEmpty() && !CitedName.isTelling(name(path)) ? ofOnePage : Optional.empty();
    }

    private static boolean isOf(Set<String> parameters, String name) {
        return parameters.contains(name.toLowerCase(Locale.ROOT));
    }

    private String scrambled(String name) {
        var made = new StringBuilder();
        var isHexadecimal = name.matches("[0-9a-fA-F-]*[0-9][0-9a-fA-F-]*");
        var fresh = 0;
        for (var i = 0; i < name.length() && fresh < 40; i++) {
            var c = name.charAt(i);
            if (Character.isDigit(c)) {
                made.append((char) ('1' + random.nextInt(9)));
                fresh++;
            } else if (Character.isLetter(c)) {
                made.append((char) ('a' + random.nextInt(isHexadecimal ? 6 : 26)));
                fresh++;
            } else if (c == '-' || c == '_') {
                made.append(c);
            }
        }
        var digits = !made.isEmpty() && made.chars().allMatch(Character::isDigit);
        for (; fresh < ENOUGH; fresh++) {
            made.append(digits ? (char) ('1' + random.nextInt(9)) : (char) ('a' + random.nextInt(26)));
        }
        return made.toString();
    }

    /** The last part of a path, whether a slash ends it or not. */
    private static String name(String path) {
        var whole = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    /** All before the last part, with its slash. */
    private static String folder(String path) {
        var whole = path.endsWith("/") && path.length() > 1 ? path.substring(0, path.length() - 1) : path;
        return whole.substring(0, whole.lastIndexOf('/') + 1);
    }

    private static String ending(String path) {
        var name = name(path);
        var dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
    }
}
