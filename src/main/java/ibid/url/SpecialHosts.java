package ibid.url;

import java.util.Locale;
import java.util.Set;

/** Host names that standards set aside: nobody's page is there. */
public final class SpecialHosts {
    /** RFC 2606 section 2 and 3, RFC 6761, RFC 7686 and RFC 6762. */
    private static final Set<String> EXAMPLE_DOMAINS = Set.of("example.com", "example.net", "example.org");

    private static final Set<String> RESERVED_ENDINGS = Set.of("example", "test", "invalid");

    private SpecialHosts() {}

    /** Whether the host is set aside for documentation and tests (RFC 2606, RFC 6761). */
    public static boolean isForExamples(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (RESERVED_ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))) {
            return true;
        }
        for (var domain : EXAMPLE_DOMAINS) {
            if (name.equals(domain) || name.endsWith("." + domain)) {
                return true;
            }
        }
        return false;
    }
}
