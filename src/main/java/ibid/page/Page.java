package ibid.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a fetched body says, wherever it came from.
 *
 * @param title the page's title, white space folded
 * @param signs what the page gives away about itself
 * @param refresh where the page sends a browser on its own, by header or by {@code <meta>}
 * @param canonical what the page calls its own address (RFC 6596), as it is written there: it may be relative
 * @param evidence what the signs rest on, a sentence each
 */
public record Page(
        Optional<String> title,
        Set<Sign> signs,
        Optional<Refresh> refresh,
        Optional<String> canonical,
        List<String> evidence) {
    public Page {
        signs = Set.copyOf(signs);
        evidence = List.copyOf(evidence);
    }

    /** A page that sends nobody on and gives no grounds for its signs. */
    public Page(Optional<String> title, Set<Sign> signs) {
        this(title, signs, Optional.empty(), Optional.empty(), List.of());
    }

    /** A page of which nothing is known. */
    public static final Page UNKNOWN = new Page(Optional.empty(), Set.of());

    /** What a page gives away about itself. */
    public enum Sign {
        /** A challenge or block page of a bot wall. */
        BOT_WALL,
        /** A page that asks to log in. */
        LOGIN
    }
}
