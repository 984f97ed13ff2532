package ibid.recovery;

import ibid.url.Url;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a site moved its pages, learned from the redirects that a run met: an old beginning of addresses and the new one.
 *
 * <p>One page may move alone; where several of one place moved alike, another of that place that is gone now may have moved
 * with them, only that its redirect was forgotten.
 */
public final class MovedSiblings {
    /** Fewer that moved alike are no pattern. */
    private static final int FEWEST = 2;

    private static final int MOST_CANDIDATES = 3;

    private record Move(String from, String to) {}

    private final Map<Move, Set<String>> moves = new HashMap<>();

    /** A page that answered from another address than it was asked at. */
    public void add(Url old, Url now) {
        var from = place(old);
        var to = place(now);
        var cut = sameEnd(from, to);
        // A redirect to a home page or a list is no move of this page.
        if (cut > 0 && !from.equals(to)) {
            moves.computeIfAbsent(
                            new Move(from.substring(0, from.length() - cut), to.substring(0, to.length() - cut)),
                            move -> new HashSet<>())
                    .add(from);
        }
    }

    /** Host, path and query. */
    private static String place(Url url) {
        return url.scheme() + "://" + url.parsed().host() + port(url) + url.path()
                + url.query().map(query -> "?" + query).orElse("");
    }

    private static String port(Url url) {
        return url.port() == (url.scheme().equals("https") ? 443 : 80) ? "" : ":" + url.port();
    }

    /** Length of the end that both have, from a slash on; 0 where they share none that names a page. */
    private static int sameEnd(String one, String other) {
        var length = 0;
        while (length < Math.min(one.length(), other.length())
                && one.charAt(one.length() - 1 - length) == other.charAt(other.length() - 1 - length)) {
            length++;
        }
        var end = one.substring(one.length() - length);
        var slash = end.indexOf('/');
        while (slash >= 0 && end.startsWith("//", slash)) {
            slash = end.indexOf('/', slash + 2);
        }
        return slash < 0 || end.length() - slash < 3 ? 0 : end.length() - slash;
    }

    /** Where a page that is gone may be, by the most specific moves first. */
    public List<Offer> candidates(Url gone) {
        var place = place(gone);
        var offers = new ArrayList<Offer>();
        moves.entrySet().stream()
                .filter(move -> move.getValue().size() >= FEWEST
                        && place.startsWith(move.getKey().from() + "/"))
                .sorted(Comparator.comparingInt((Map.Entry<Move, Set<String>> move) ->
                                -move.getKey().from().length())
                        .thenComparing(move -> move.getKey().to()))
                .limit(MOST_CANDIDATES)
                .forEach(move -> offers.add(Offer.of(
                        move.getKey().to()
                                + place.substring(move.getKey().from().length()),
                        Offer.Kind.COMPOSED,
                        move.getValue().size() + " siblings that moved from "
                                + move.getKey().from() + "/ to " + move.getKey().to() + "/")));
        return offers;
    }
}
