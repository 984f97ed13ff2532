package ibid.url;

import java.util.Locale;
import java.util.Set;

/** Host names that standards set aside: nobody's page is there. */
public final class SpecialHosts {
    private static final Set<String> EXAMPLE_DOMAINS = Set.of("example.com", "example.net", "example.org");

    private static final Set<String> RESERVED_ENDINGS = Set.of("example", "test", "invalid");

    private SpecialHosts() {}

    /** Whether the host is set aside for documentation (RFC 2606 section 3): somebody's page is there, but no source. */
    public static boolean isExampleDomain(String host) {
        var name = bare(host);
        return EXAMPLE_DOMAINS.stream().anyMatch(domain -> name.equals(domain) || name.endsWith("." + domain));
    }

    /** Whether the host is under a top-level domain that no public name has (RFC 2606 section 2, RFC 6761). */
    public static boolean isReserved(String host) {
        var name = bare(host);
        return RESERVED_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static String bare(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
