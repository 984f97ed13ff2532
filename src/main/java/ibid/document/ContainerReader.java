package ibid.document;

/** Reads one format whose files are not text: packed parts, or pages that were drawn. */
public interface ContainerReader {
    /**
     * Reads the whole file.
     *
     * @param bytes of the file; fewer than it has where {@code isCut}
     * @param isCut whether the limit for one document cut the file
     * @return what could be read, with a {@link Problem} for what could not; never an exception for what the file holds
     */
    Contents read(byte[] bytes, boolean isCut);

    /**
     * What a file holds.
     *
     * @param source all its text, made by {@link SourceText#ofContainer}; a link whose address is not shown stands where its
     *     text stands
     */
    record Contents(SourceText source, Reading reading) {
        public static Contents unreadable(String message) {
            var problem = new Problem(Problem.Kind.UNREADABLE, message);
            return new Contents(SourceText.ofContainer(""), Reading.NOTHING.withProblem(problem));
        }
    }
}
