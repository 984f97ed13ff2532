package ibid.document;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * What kept a document, or a part of it, from being read.
 *
 * @param message one sentence that names the document's defect or the limit that was hit
 */
public record Problem(Kind kind, String message) {

    /** A document that cannot be read at all, with the reason in words rather than by the name of a Java class. */
    public static Problem unreadable(Exception why) {
        return new Problem(Kind.UNREADABLE, sentence(why));
    }

    private static String sentence(Exception why) {
        if (why instanceof AccessDeniedException) {
            return "It cannot be read: permission is denied.";
        }
        if (why instanceof NoSuchFileException) {
            return "It cannot be read: it is not there any more.";
        }
        return "It cannot be read: " + why.getMessage() + ".";
    }

    /** How much of the document is missing. */
    public enum Kind {
        /** Nothing could be read: the run is incomplete. */
        UNREADABLE,
        /** A documented limit was hit: what lies behind it was not read. */
        LIMIT,
        /** Some bytes mean nothing in the document's charset and were read as U+FFFD. */
        UNDECODABLE,
        /** A comment that is meant for Ibid cannot be followed. */
        DIRECTIVE
    }
}
