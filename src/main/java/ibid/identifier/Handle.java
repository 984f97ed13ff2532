package ibid.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/** A name in the Handle System (RFC 3650); those under 10 are DOIs. */
final class Handle {
    private static final Pattern SHAPE =
            Pattern.compile("\\d{1,9}(?:\\.[A-Za-z0-9_-]{1,40}){0,4}/[^\\s\\p{Cntrl}<>{}…]+");

    private Handle() {}

    static Optional<Identified> read(String text) {
        if (text.startsWith("10.") || text.startsWith("10/")) {
            return Doi.read(text).filter(Identifier.class::isInstance);
        }
        return SHAPE.matcher(text).matches() ? Scheme.HANDLE.right(text) : Optional.empty();
    }
}
