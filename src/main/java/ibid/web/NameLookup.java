package ibid.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.List;

/** Host names to addresses. Only names are asked here; an address as host never is. */
@FunctionalInterface
public interface NameLookup {

    /**
     * The addresses of {@code host}, in the order to try them.
     *
     * @throws UnknownHostException with the resolver's own message, which tells a name that does not exist from one
     *     that could not be looked up
     */
    List<InetAddress> lookup(String host) throws UnknownHostException;

    /**
     * The lookup of the operating system.
     *
     * <p>Turns off the Java runtime's memory of failed lookups: it would answer the second try of a name without
     * asking, and without saying why the first one failed.
     */
    static NameLookup system() {
        Security.setProperty("networkaddress.cache.negative.ttl", "0");
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
