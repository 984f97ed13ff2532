package ibid.document.mail;

import ibid.document.DocumentReader;
import java.util.Optional;

/** Knows how files are read that are attached to a message. */
public interface Attachments {
    /** The reader of a text file of that name; empty where it is of no known format, or no text. */
    Optional<DocumentReader> readerOf(String name);
}
