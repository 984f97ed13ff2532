package ibid.url;

/** How far two URLs may differ in spelling and still be taken for one source, from strictest to loosest. */
public enum Level {
    /** One text, character for character. */
    TEXT,
    /** One address: only what RFC 3986 section 6.2.2 and 6.2.3 call equivalent differs. */
    ADDRESS,
    /** One resource: order of the query, doubled slashes, credentials and an empty query do not count. */
    RESOURCE,
    /**
     * One document: fragment, tracking parameters, the name of an index file and a host for phones or AMP do not count, nor
     * does what carries the address, be it a redirector or an archive.
     */
    DOCUMENT,
    /**
     * One source: http or https, {@code www.}, session ids and a trailing slash do not count.
     *
     * <p>Unlike the key of web archives the case of the path counts: short codes and video ids differ by case alone.
     */
    SOURCE
}
