package ibid.config;

/** Beside which links an archived copy is to be named, where their document has a place for it. */
public enum RobustLinks {
    NONE,
    /** Those to what is gone. */
    GONE,
    /** Those to what is there, too. */
    ALL
}
