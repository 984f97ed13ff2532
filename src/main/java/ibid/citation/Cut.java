package ibid.citation;

/**
 * A truncated URL in a text.
 *
 * @param start offset of its first UTF-16 code unit
 * @param end offset behind its last
 */
record Cut(int start, int end, Truncation truncation) {}
