package ibid.identifier;

import java.util.Optional;
import java.util.regex.Pattern;

/** Archival Resource Key. The slash behind the label, which was once part of it, no longer is. */
final class Ark {
    private static final Pattern SHAPE =
            Pattern.compile("(?i:ark:)/?(\\d{5,9}/[^\\s\\p{Cntrl}/<>{}…][^\\s\\p{Cntrl}<>{}…]*)");

    private Ark() {}

    static Optional<Identified> read(String text) {
        var shape = SHAPE.matcher(text);
        return shape.matches() ? Scheme.ARK.right("ark:" + shape.group(1)) : Optional.empty();
    }
}
