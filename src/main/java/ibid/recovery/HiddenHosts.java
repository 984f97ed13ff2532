package ibid.recovery;

import ibid.citation.Truncation;
import ibid.url.Url;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be asked for cut addresses that do not show their whole host: the hosts that the other addresses of the run show, cut
 * or not, and their folders.
 */
final class HiddenHosts {
    /** A guess is a question to an archive that others wait for. */
    private static final int MOST_GUESSES = 2;

    private static final int SHORTEST_SHOWN = 3;

    private static final int SHORTEST_NAME = 5;

    private static final Pattern PREFIX = Pattern.compile("^(?:https?://)?(?:www\\d*\\.)?", Pattern.CASE_INSENSITIVE);

    /** What most names end in, the most usual first; a host that ends so may well be whole. */
    private static final List<String> ENDINGS = List.of(
            "com", "co.uk", "org", "net", "com.au", "edu", "de", "fr", "ca", "in", "gov", "info", "org.uk", "co.nz",
            "co.za", "com.br", "it", "es", "nl", "eu", "io", "tv");

    /** The folders of each host, without {@code www.} */
    private final TreeMap<String, Map<String, Integer>> folders = new TreeMap<>();

    HiddenHosts(Collection<Truncation> cuts, Collection<Url> cited) {
        Stream.concat(cuts.stream(), cited.stream().map(url -> between(url.text(), "")))
                .flatMap(shown -> CutQuery.of(shown).stream())
                .forEach(query -> folders.computeIfAbsent(host(query.prefix()), host -> new HashMap<>())
                        .merge(query.folder(), 1, Integer::sum));
    }

    private static Truncation between(String head, String tail) {
        return new Truncation(head, "...", tail, List.of(), 0);
    }

    private static String host(String url) {
        var bare = PREFIX.matcher(url).replaceFirst("").toLowerCase(Locale.ROOT);
        var slash = bare.indexOf('/');
        return slash < 0 ? bare : bare.substring(0, slash);
    }

    /**
     * What to ask: of the host that is shown most the folder that is shown most, then all of it, then the next host; last names
     * of which nothing but the ending is hidden. Nothing where no
     * end is shown, which alone could tell the answers apart.
     */
    List<CutQuery> guesses(Truncation cut) {
        if (cut.tail().isEmpty() || cut.head().indexOf('/', cut.head().indexOf("://") + 3) >= 0) {
            return List.of();
        }
        var shown = host(cut.head());
        var whole = ENDINGS.stream().anyMatch(ending -> shown.endsWith("." + ending))
                ? Stream.of(shown)
                : Stream.<String>empty();
        var tail = CutQuery.of(between("http://" + shown + "/", cut.tail())).flatMap(CutQuery::tail);
        return Stream.of(whole, knownBeginningWith(shown), completed(shown))
                .flatMap(hosts -> hosts)
                .distinct()
                .flatMap(this::places)
                .distinct()
                .limit(MOST_GUESSES)
                .map(place -> new CutQuery(place, tail))
                .toList();
    }

    private Stream<String> knownBeginningWith(String shown) {
        return shown.length() < SHORTEST_SHOWN
                ? Stream.empty()
                : folders.tailMap(shown, true).entrySet().stream()
                        .takeWhile(entry -> entry.getKey().startsWith(shown))
                        .sorted(Comparator.comparingInt(
                                (Map.Entry<String, Map<String, Integer>> entry) -> -entry.getValue().values().stream()
                                        .mapToInt(Integer::intValue)
                                        .sum()))
                        .map(Map.Entry::getKey);
    }

    /** Where a usual ending is begun, those that begin so; else {@code .com}, in which most of the web's names end. */
    private static Stream<String> completed(String shown) {
        if (shown.length() < SHORTEST_NAME) {
            return Stream.empty();
        }
        for (var dot = shown.indexOf('.'); dot >= 0; dot = shown.indexOf('.', dot + 1)) {
            var name = shown.substring(0, dot + 1);
            var begun = shown.substring(dot + 1);
            var endings =
                    ENDINGS.stream().filter(ending -> ending.startsWith(begun)).toList();
            if (!endings.isEmpty()) {
                return endings.stream().map(name::concat);
            }
        }
        return Stream.of(shown + ".com");
    }

    private Stream<String> places(String host) {
        var usual = folders.getOrDefault(host, Map.of()).entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        return Stream.concat(usual.stream(), Stream.of("http://" + host + "/"));
    }
}
