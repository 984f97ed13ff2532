package ibid.archive;

/** What came of reading a copy. */
sealed interface CopyReading {

    /** It was read. */
    record Read(Memento copy) implements CopyReading {}

    /**
     * It was not.
     *
     * @param why one clause
     * @param lacking whether the archive answered, so that asking again would not show the copy
     */
    record Unread(String why, boolean lacking) implements CopyReading {}
}
