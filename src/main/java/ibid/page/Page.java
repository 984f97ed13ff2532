package ibid.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a fetched body says, wherever it came from.
 *
 * @param title the page's title, white space folded
 * @param author who wrote it, by its metadata
 * @param published when it was published, by its metadata
 * @param signs what the page gives away about itself
 * @param refresh where the page sends a browser on its own, by header or by {@code <meta>}
 * @param canonical what the page calls its own address (RFC 6596), as it is written there: it may be relative
 * @param evidence what the signs rest on, a sentence each
 * @param content what is on it; empty once only a summary is kept
 */
public record Page(
        Optional<String> title,
        Optional<String> author,
        Optional<LocalDate> published,
        Set<Sign> signs,
        Optional<Refresh> refresh,
        Optional<String> canonical,
        List<String> evidence,
        PageContent content) {
    public Page {
        signs = Set.copyOf(signs);
        evidence = List.copyOf(evidence);
    }

    /** A page that sends nobody on and gives no grounds for its signs. */
    public Page(Optional<String> title, Set<Sign> signs) {
        this(
                title,
                Optional.empty(),
                Optional.empty(),
                signs,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                PageContent.NONE);
    }

    /** The same page without its content, which is too large to keep for every address of a run. */
    public Page summary() {
        return content.equals(PageContent.NONE)
                ? this
                : new Page(title, author, published, signs, refresh, canonical, evidence, PageContent.NONE);
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
