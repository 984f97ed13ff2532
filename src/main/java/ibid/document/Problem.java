package ibid.document;

/**
 * What kept a document, or a part of it, from being read.
 *
 * @param message one sentence that names the document's defect or the limit that was hit
 */
public record Problem(Kind kind, String message) {

    /** How much of the document is missing. */
    public enum Kind {
        /** Nothing could be read: the run is incomplete. */
        UNREADABLE,
        /** A documented limit was hit: what lies behind it was not read. */
        LIMIT,
        /** Some bytes mean nothing in the document's charset and were read as U+FFFD. */
        UNDECODABLE
    }
}
