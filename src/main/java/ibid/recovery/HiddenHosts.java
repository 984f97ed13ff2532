package ibid.recovery;

import ibid.citation.Truncation;
import ibid.url.Url;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What may be asked for cut addresses that do not show their whole host: the hosts that the other addresses of the run show, cut
 * or not, and their folders.
 */
final class HiddenHosts {
    /** More hosts than these begin alike only where next to nothing is shown. */
    private static final int MOST_HOSTS = 3;

    private static final int MOST_FOLDERS = 2;

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

    /** What to ask, the widest last; nothing where no end is shown, which alone could tell the answers apart. */
    List<CutQuery> guesses(Truncation cut) {
        if (cut.tail().isEmpty() || cut.head().indexOf('/', cut.head().indexOf("://") + 3) >= 0) {
            return List.of();
        }
        var shown = host(cut.head());
        Set<String> places = new TreeSet<>((one, other) -> {
            var longest = Integer.compare(other.length(), one.length());
            return longest != 0 ? longest : one.compareTo(other);
        });
        if (shown.length() > 2) {
            folders.tailMap(shown, true).entrySet().stream()
                    .takeWhile(entry -> entry.getKey().startsWith(shown))
                    .limit(MOST_HOSTS)
                    .forEach(entry -> {
                        places.add("http://" + entry.getKey() + "/");
                        places.addAll(usual(entry.getValue()));
                    });
        }
        if (WHOLE.matcher(cut.head()).matches()) {
            places.add("http://" + shown + "/");
        }
        var tail = CutQuery.of(between("http://" + shown + "/", cut.tail())).flatMap(CutQuery::tail);
        var queries = new ArrayList<CutQuery>();
        places.forEach(place -> queries.add(new CutQuery(place, tail)));
        return queries;
    }

    private static List<String> usual(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_FOLDERS)
                .map(Map.Entry::getKey)
                .toList();
    }
}
