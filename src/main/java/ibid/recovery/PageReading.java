package ibid.recovery;

import ibid.page.Page;
import ibid.page.PageContent;
import ibid.resolution.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * What was seen where the page of a candidate should be.
 *
 * @param page what it says; {@link Page#UNKNOWN} where nothing could be read
 * @param archivedAt when the copy was made that was read; empty for the live page
 * @param outcome what asking the live page showed
 */
public record PageReading(State state, Page page, Optional<Instant> archivedAt, Optional<Outcome> outcome) {
    /** A page that nobody asked for. */
    static final PageReading UNASKED = new PageReading(State.UNASKED, Page.UNKNOWN, Optional.empty(), Optional.empty());

    /** A page that could not be read. */
    public static final PageReading NONE =
            new PageReading(State.UNREADABLE, Page.UNKNOWN, Optional.empty(), Optional.empty());

    /** What became of the reading. */
    public enum State {
        /** A page with a title was read. */
        READ,
        /** It is not there, and no copy of it was read. */
        GONE,
        /** Others were likelier, or nothing is to be asked. */
        UNASKED,
        /** A wall, a fault or a page without a title: it says nothing. */
        UNREADABLE
    }

    /** A live page. */
    public static PageReading live(Page page) {
        return new PageReading(
                page.title().isPresent() ? State.READ : State.UNREADABLE, page, Optional.empty(), Optional.empty());
    }

    /** The copy that was read, with what asking the live page showed. */
    PageReading beside(PageReading live) {
        return new PageReading(state, page, archivedAt, live.outcome());
    }

    /** What it says without the address that it calls its own: another page may say the same. */
    PageReading anonymous() {
        var named = new Page(
                page.title(),
                page.author(),
                page.published(),
                page.marks(),
                Optional.empty(),
                Optional.empty(),
                PageContent.NONE);
        return new PageReading(state, named, archivedAt, outcome);
    }
}
