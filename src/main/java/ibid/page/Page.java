package ibid.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a fetched body says, wherever it came from.
 *
 * @param title the page's title, white space folded
 * @param author who wrote it, by its metadata
 * @param published when it was published, by its metadata
 * @param marks what the page gives away about itself, and by what
 * @param refresh where the page sends a browser on its own, by header or by {@code <meta>}
 * @param canonical what the page calls its own address (RFC 6596), as it is written there: it may be relative
 * @param content what is on it; empty once only a summary is kept
 */
public record Page(
        Optional<String> title,
        Optional<String> author,
        Optional<LocalDate> published,
        List<Mark> marks,
        Optional<Refresh> refresh,
        Optional<String> canonical,
        PageContent content) {
    public Page {
        marks = List.copyOf(marks);
    }

    /** A page that sends nobody on and gives no grounds for its signs. */
    public Page(Optional<String> title, Set<Sign> signs) {
        this(
                title,
                Optional.empty(),
                Optional.empty(),
                signs.stream().sorted().map(sign -> new Mark(sign, "")).toList(),
                Optional.empty(),
                Optional.empty(),
                PageContent.NONE);
    }

    /** The same page without its content, which is too large to keep for every address of a run. */
    public Page summary() {
        return content.equals(PageContent.NONE)
                ? this
                : new Page(title, author, published, marks, refresh, canonical, PageContent.NONE);
    }

    /** A page of which nothing is known. */
    public static final Page UNKNOWN = new Page(Optional.empty(), Set.of());

    /** What the page gives away about itself. */
    public Set<Sign> signs() {
        return marks.stream().map(Mark::sign).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the page gives this away. */
    public boolean shows(Sign sign) {
        return marks.stream().anyMatch(mark -> mark.sign() == sign);
    }

    /** By what the page gives this away, one clause; empty where it does not. */
    public String why(Sign sign) {
        return marks.stream()
                .filter(mark -> mark.sign() == sign)
                .map(Mark::why)
                .findFirst()
                .orElse("");
    }

    /**
     * One thing that a page gives away about itself.
     *
     * @param why by what, one clause
     */
    public record Mark(Sign sign, String why) {}

    /** What a page gives away about itself. */
    public enum Sign {
        /** A challenge or block page of a bot wall. */
        BOT_WALL,
        /** A page that asks to log in. */
        LOGIN,
        /** The software that made the page marks it as the one for what is not there. */
        NOT_FOUND_TEMPLATE,
        /** Title or heading of the page are nothing but words for what is not there. */
        NOT_FOUND_TITLE,
        /** A short page that says beside its headings that something is not there. */
        NOT_FOUND_WORDS,
        /** What a host shows where an account was closed or a site was never built. */
        CLOSED,
        /** A domain that earns its keep by advertisements until somebody buys it. */
        PARKED,
        /** A short page that says that a domain is for sale, whichever. */
        FOR_SALE,
        /** A site that is out of order for the time being, whatever its status says. */
        DOWN,
        /** A page that is not shown in some countries. */
        WITHHELD,
        /** A page by which what is private is hidden as well as what is not there. */
        MAYBE_PRIVATE,
        /** Hardly any text: scripts bring it. */
        SCRIPT_SHELL
    }
}
