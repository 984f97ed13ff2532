package ibid.recovery;

import ibid.archive.CaptureListing.Row;
import java.util.Optional;

/**
 * A full URL that a source knows and that may be meant.
 *
 * @param where completes the sentence "it stands in ...": a place in a document, an index of captures, a sitemap
 * @param capture the capture that it is known from
 */
public record Offer(String url, Kind kind, String where, Optional<Row> capture) {

    /** How an address came to be known. */
    public enum Kind {
        /** A document of the run cites it in full. */
        CITED,
        /** An archive captured it. */
        ARCHIVED,
        /** The site itself links to it or lists it. */
        LINKED,
        /** A search service found it. */
        SEARCHED,
        /** It was put together from the title and the patterns of the site's addresses. */
        COMPOSED
    }

    /** An address that is known from no capture. */
    public static Offer of(String url, Kind kind, String where) {
        return new Offer(url, kind, where, Optional.empty());
    }
}
