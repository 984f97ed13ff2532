package ibid.resolution;

/** What resolving a target showed, in one word. Only {@link #BROKEN} gives an error. */
public enum Verdict {
    ALIVE,
    MOVED,
    BROKEN,
    /** Could not tell. */
    UNVERIFIED,
    SKIPPED
}
