package ibid.archive;

/**
 * What was seen on a copy.
 *
 * @param why one clause
 */
public record CopyJudgement(Kind kind, String why) {

    /** How far a copy shows what was cited; from the most. */
    public enum Kind {
        /** It does. */
        SHOWS,
        /** It is a page, and nothing tells that it is another one. */
        MAY_SHOW,
        /** It is a page that is called something else. */
        NAMED_OTHERWISE,
        /** It is no page, or one that stands before or in place of pages: a redirect, an error, a wall. */
        SHOWS_NOT
    }
}
