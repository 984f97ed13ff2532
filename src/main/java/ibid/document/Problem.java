package ibid.document;

import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.stream.Stream;

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

    /** A documented limit that was hit, or what else kept a part of the document from being read. */
    public static Problem limit(String message) {
        return new Problem(Kind.LIMIT, message);
    }

    /**
     * Like {@link #limit(String)}, with values in the sentence.
     *
     * @param format as of {@link String#format}, in English whatever the machine's language
     */
    public static Problem limit(String format, Object value, Object... more) {
        var values = Stream.concat(Stream.of(value), Stream.of(more)).toArray();
        return limit(String.format(Locale.ROOT, format, values));
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
