package ibid.web;

import ibid.url.Url;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hosts that are asked without a proxy, as NO_PROXY lists them: entries between commas or spaces, {@code *} for all, a
 * name for itself and all names below it, an address or a network such as {@code 10.0.0.0/8}; a port behind a colon
 * limits an entry to it. Names are not looked up for it.
 */
record DirectHosts(List<Entry> entries) {
    /** A host in brackets, an IPv6 address without them (its last group is no port), or another host. */
    private static final Pattern ENTRY = Pattern.compile(
            "(?:\\[([^\\[\\]/]+)]|([^\\[\\]/:]*:[^\\[\\]/:]*:[^\\[\\]/]*)|([^\\[\\]/:]+))(?:/(\\d{1,3}))?(?::(\\d{1,5}))?");

    DirectHosts {
        entries = List.copyOf(entries);
    }

    /** @param network how many bits count, where the entry is one */
    record Entry(String host, Optional<Integer> network, Optional<Integer> port) {

        static Optional<Entry> of(String text) {
            var parts = ENTRY.matcher(text);
            if (!parts.matches()) {
                return Optional.empty();
            }
            return Stream.of(1, 2, 3)
                    .flatMap(group -> Stream.ofNullable(parts.group(group)))
                    .findFirst()
                    .map(host -> new Entry(plain(host), number(parts.group(4)), number(parts.group(5))));
        }

        private static Optional<Integer> number(@Nullable String digits) {
            return Optional.ofNullable(digits).map(Integer::valueOf);
        }

        boolean names(Url url) {
            var asked = plain(url.host());
            var isPort = port.isEmpty() || port.get() == url.port();
            return isPort && (host.equals("*") || (isAddress(asked) ? contains(asked) : isBelow(asked)));
        }

        private boolean isBelow(String asked) {
            return asked.equals(host) || asked.endsWith("." + host);
        }

        private boolean contains(String asked) {
            if (!isAddress(host)) {
                return false;
            }
            var mine = bytes(host);
            var theirs = bytes(asked);
            var bits = network.orElse(mine.length * Byte.SIZE);
            if (mine.length != theirs.length || bits > mine.length * Byte.SIZE) {
                return false;
            }
            for (var bit = 0; bit < bits; bit++) {
                var mask = 1 << (7 - bit % Byte.SIZE);
                if ((mine[bit / Byte.SIZE] & mask) != (theirs[bit / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    static DirectHosts parse(String list) {
        return new DirectHosts(Stream.of(list.split("[,\\s]+", -1))
                .filter(text -> !text.isEmpty())
                .flatMap(text -> Entry.of(text).stream())
                .toList());
    }

    /** Whether the host of {@code url} is asked without a proxy. */
    boolean name(Url url) {
        return entries.stream().anyMatch(entry -> entry.names(url));
    }

    /** In lower case, without the dot of a root, and without what only says "and all below". */
    private static String plain(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        var rooted = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        var starless = rooted.startsWith("*.") ? rooted.substring(1) : rooted;
        return starless.startsWith(".") ? starless.substring(1) : starless;
    }

    private static boolean isAddress(String host) {
        return !HostLiterals.readings(host).isEmpty();
    }

    private static byte[] bytes(String address) {
        return HostLiterals.readings(address).stream()
                .findFirst()
                .map(InetAddress::getAddress)
                .orElse(new byte[0]);
    }
}
