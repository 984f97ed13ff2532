package ibid.citation;

/** How likely the next line goes on with the address at the end of a line. */
enum SplitLikelihood {
    /** Hardly anything else can be meant: the address is cited as it is put together. */
    SURE,
    /** It may or may not: the address is cited as it stands, and both readings are kept. */
    POSSIBLE,
    /** The address ends with its line. */
    NONE
}
