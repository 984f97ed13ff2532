package ibid.serve;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which {@code Host} a request may name.
 *
 * <p>A literal address is nobody's name: only names can be made to mean this machine by whoever owns them.
 */
final class HostNames {
    private static final Pattern SHAPE = Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9.-]+)(?::\\d{1,5})?");

    private static final Pattern LITERAL = Pattern.compile("\\[[0-9a-f:.]+]|\\d{1,3}(?:\\.\\d{1,3}){3}");

    private final Set<String> names;

    /** @param bound the name or address that the user had it bound to */
    HostNames(String bound) {
        this.names = Stream.of("localhost", bound.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    boolean admits(String host) {
        var shape = SHAPE.matcher(host.toLowerCase(Locale.ROOT));
        return shape.matches()
                && (names.contains(shape.group(1))
                        || LITERAL.matcher(shape.group(1)).matches());
    }
}
