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

    private static final int SHORTEST_LABEL = 5;

    private static final Pattern PREFIX = Pattern.compile("^(?:https?://)?(?:www\\d*\\.)?", Pattern.CASE_INSENSITIVE);

    /** Where a head ends so, the host may well be whole. */
    private static final Pattern WHOLE = Pattern.compile(
            "^https?://[^/?#\\s]{1,200}\\.(?:com|org|net|edu|gov|info|co\\.uk|org\\.uk|de|fr|ca|in|com\\.au)$");

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
     * What to ask: of the host that is shown most the folder that is shown most, then all of it, then the next host; last a name
     * of which nothing but {@code .com} is hidden. Nothing where no
     * end is shown, which alone could tell the answers apart.
     */
    List<CutQuery> guesses(Truncation cut) {
        if (cut.tail().isEmpty() || cut.head().indexOf('/', cut.head().indexOf("://") + 3) >= 0) {
            return List.of();
        }
        var shown = host(cut.head());
        var whole = WHOLE.matcher(cut.head()).matches() ? Stream.of(shown) : Stream.<String>empty();
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

    /** Where one label is shown, most of the web's names end in one way. */
    private static Stream<String> completed(String shown) {
        return shown.length() < SHORTEST_LABEL || (shown.indexOf('.') >= 0 && !shown.endsWith("."))
                ? Stream.empty()
                : Stream.of(shown.endsWith(".") ? shown + "com" : shown + ".com");
    }

    private Stream<String> places(String host) {
        var usual = folders.getOrDefault(host, Map.of()).entrySet().stream()
                .min(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
        return Stream.concat(usual.stream(), Stream.of("http://" + host + "/"));
    }
}
