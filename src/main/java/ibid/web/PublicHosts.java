package ibid.web;

import ibid.url.SpecialHosts;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/** Tells the hosts that anybody may know of from those of private networks, by their names alone. */
public final class PublicHosts {
    /** Endings that no public name has (RFC 6762, RFC 8375, RFC 7686, and those that companies and routers use). */
    private static final Set<String> PRIVATE_ENDINGS = Set.of(
            "local", "localhost", "localdomain", "internal", "intranet", "lan", "home", "corp", "private", "onion");

    private PublicHosts() {}

    /** Whether the host may be told to others and is nowhere in a private network; one that nobody knows may be there. */
    public static boolean leadsToPublic(String host, NameLookup names) {
        if (!isPublic(host) || HostLiterals.isNumeric(host) || host.indexOf(':') >= 0) {
            return isPublic(host);
        }
        try {
            return names.lookup(host).stream().noneMatch(PrivateAddresses::contains);
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /** Whether the host, a name or a literal, may be told to others. */
    public static boolean isPublic(String host) {
        var lower = host.toLowerCase(Locale.ROOT);
        var name = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        if (HostLiterals.isNumeric(name) || name.indexOf(':') >= 0) {
            var readings = HostLiterals.readings(name);
            return !readings.isEmpty() && readings.stream().noneMatch(PrivateAddresses::contains);
        }
        var ending = name.substring(name.lastIndexOf('.') + 1);
        return name.indexOf('.') > 0
                && !PRIVATE_ENDINGS.contains(ending)
                && !name.endsWith(".home.arpa")
                && !SpecialHosts.isReserved(name);
    }
}
