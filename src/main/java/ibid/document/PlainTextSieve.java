package ibid.document;

/** Takes out of plain text what need not be read. */
public interface PlainTextSieve {
    /** Leaves everything in. */
    PlainTextSieve NONE = utf8 -> utf8;

    /**
     * What is to be read of a text: some of its paragraphs, each whole, in their order, with the blank lines behind it.
     *
     * @param utf8 valid, without a byte order mark; not changed
     */
    byte[] kept(byte[] utf8);
}
