package ibid.page;

import java.util.Optional;
import java.util.Set;

/**
 * What a fetched body says, wherever it came from.
 *
 * @param title the page's title, white space folded
 * @param signs what the page gives away about itself
 */
public record Page(Optional<String> title, Set<Sign> signs) {
    public Page {
        signs = Set.copyOf(signs);
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
