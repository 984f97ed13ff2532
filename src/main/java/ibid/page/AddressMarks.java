package ibid.page;

import ibid.url.Url;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What an address alone gives away about the page behind it: rows of {@code addresses.tsv}. */
public final class AddressMarks {

    /** What an address gives away. */
    public enum Sign {
        /** A page that asks to log in. */
        LOGIN,
        /** A page that asks for consent before the one that was wanted. */
        CONSENT,
        /** A challenge or block page of a bot wall. */
        WALL,
        /** A host that answers 404 both for what is gone and for what is private. */
        HIDES_PRIVATE,
        /** A page for what is not there. */
        NOT_FOUND,
        /** A page for whatever went wrong. */
        ERROR,
        /** A place where domains are sold. */
        MARKET,
        /** What a host shows where an account was closed. */
        CLOSED,
        /** A page that has to be passed before the one that was wanted: an offer to subscribe, a choice of country. */
        GATE
    }

    private final Map<Sign, Set<String>> hosts = new HashMap<>();
    private final Map<Sign, Set<String>> segments = new HashMap<>();
    private final Map<Sign, Set<String>> paths = new HashMap<>();

    private AddressMarks() {}

    /** Reads the table that ships with the program. */
    public static AddressMarks load() {
        var marks = new AddressMarks();
        for (var row : Marks.rows("addresses.tsv")) {
            var kind = switch (row.get(1)) {
                case "host" -> marks.hosts;
                case "segment" -> marks.segments;
                case "path" -> marks.paths;
                default -> throw new IllegalStateException("addresses.tsv has host, segment and path, not " + row);
            };
            kind.computeIfAbsent(Sign.valueOf(row.get(0).toUpperCase(Locale.ROOT)), sign -> new HashSet<>())
                    .add(row.get(2));
        }
        return marks;
    }

    /** Whether host or path of the address are marked with this sign. */
    public boolean show(Sign sign, Url url) {
        var path = url.path().toLowerCase(Locale.ROOT);
        return hostIsMarked(hosts.getOrDefault(sign, Set.of()), url.host())
                || segmentIsMarked(segments.getOrDefault(sign, Set.of()), path)
                || paths.getOrDefault(sign, Set.of()).stream().anyMatch(path::startsWith);
    }

    private static boolean hostIsMarked(Set<String> marked, String host) {
        for (var name = host; !name.isEmpty(); name = name.substring(Math.max(name.indexOf('.') + 1, 0))) {
            if (marked.contains(name)) {
                return true;
            }
            if (name.indexOf('.') < 0) {
                return false;
            }
        }
        return false;
    }

    /** A segment counts with any file ending: {@code login.php} is a log-in page too. */
    private static boolean segmentIsMarked(Set<String> marked, String path) {
        for (var segment : path.split("/", -1)) {
            var dot = segment.indexOf('.');
            if (marked.contains(dot < 0 ? segment : segment.substring(0, dot))) {
                return true;
            }
        }
        return false;
    }
}
