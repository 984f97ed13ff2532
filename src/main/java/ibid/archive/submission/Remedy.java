package ibid.archive.submission;

/** What helps where an archive made no copy. */
enum Remedy {
    /** Nothing, as far as this address goes. */
    NONE,
    /** To ask for the address once more, after a while. */
    LATER,
    /** To leave the archive alone for a while, with everything. */
    REST,
    /** To ask for nothing more in this run. */
    STOP
}
