package ibid.document.office;

import java.io.IOException;

/** A part of a package cannot be read, or no further; the message is the rest of a sentence that begins with its name. */
final class PartException extends IOException {
    private static final long serialVersionUID = 1;

    PartException(String message) {
        super(message);
    }
}
