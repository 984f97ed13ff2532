package ibid.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import javax.net.SocketFactory;
import okhttp3.Dns;

/**
 * Keeps requests away from addresses that are not public: a citation must not make this machine ask its neighbours.
 *
 * <p>Checked three times: the host as a literal in all its spellings before anything is queued, the addresses of a name
 * when it is looked up, and the address of each socket when it is connected, so that neither a redirect nor a name that
 * changes its address gets by. A name with public and private addresses is refused whole: the answer would otherwise
 * depend on which address is tried first, and such a name is a mistake or an attack.
 *
 * <p>Behind a proxy a socket leads to the proxy, which may be private; targets are then checked as literals and, as
 * far as this machine can look them up, by their addresses. What the proxy looks up itself cannot be seen: the guard is
 * weaker there.
 */
final class AddressGuard {
    /** More addresses of one name are not tried: each costs a connect time-out. */
    static final int MOST_ADDRESSES = 8;

    private final boolean allowPrivate;
    private final Proxies proxies;
    private final NameLookup names;

    AddressGuard(boolean allowPrivate, Proxies proxies, NameLookup names) {
        this.allowPrivate = allowPrivate;
        this.proxies = proxies;
        this.names = names;
    }

    /** Why the host, as it is spelled, may not be asked; empty when it may, or is a name to be looked up. */
    Optional<String> refusal(String host) {
        if (allowPrivate) {
            return Optional.empty();
        }
        if (HostLiterals.isLoopbackName(host)) {
            return Optional.of(host + " is this machine");
        }
        var readings = HostLiterals.readings(host);
        if (readings.isEmpty() && HostLiterals.isNumeric(host)) {
            return Optional.of(host + " is no public address");
        }
        return readings.stream().filter(PrivateAddresses::contains).findFirst().map(address -> refused(host, address));
    }

    private static String refused(String host, InetAddress address) {
        var text = address.getHostAddress();
        return host.equals(text)
                ? host + " is in a private or reserved network"
                : host + " is " + text + ", in a private or reserved network";
    }

    /**
     * Before a request goes to a proxy, which would look the name up where we cannot see it, or past one whose own name is
     * let through.
     */
    void checkBesideProxy(String host) throws PrivateAddressException {
        if (allowPrivate || !proxies.any()) {
            return;
        }
        try {
            check(host, names.lookup(host));
        } catch (PrivateAddressException refused) {
            throw refused;
        } catch (UnknownHostException unknownHere) {
            // Where only the proxy knows the names of the internet this is normal.
        }
    }

    private static void check(String host, List<InetAddress> addresses) throws PrivateAddressException {
        for (var address : addresses) {
            if (PrivateAddresses.contains(address)) {
                throw new PrivateAddressException(refused(host, address));
            }
        }
    }

    /** The lookup for the client, guarded. */
    Dns dns() {
        return host -> {
            var isProxy = proxies.isHost(host);
            var addresses = isProxy ? proxies.known(host, names) : names.lookup(host);
            if (!allowPrivate && !isProxy) {
                check(host, addresses);
            }
            return addresses.subList(0, Math.min(MOST_ADDRESSES, addresses.size()));
        };
    }

    /** Refuses a socket address that is neither public nor a proxy's. */
    void check(SocketAddress address) throws PrivateAddressException {
        if (allowPrivate || proxies.isAddress(address)) {
            return;
        }
        if (!(address instanceof InetSocketAddress inet) || inet.getAddress() == null) {
            throw new PrivateAddressException("no address to check");
        }
        if (PrivateAddresses.contains(inet.getAddress())) {
            throw new PrivateAddressException(refused(inet.getHostString(), inet.getAddress()));
        }
    }

    SocketFactory sockets() {
        return new GuardedSockets();
    }

    private final class GuardedSockets extends SocketFactory {
        @Override
        public Socket createSocket() {
            return new GuardedSocket();
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("sockets are made unconnected");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("sockets are made unconnected");
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException("sockets are made unconnected");
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
            throw new UnsupportedOperationException("sockets are made unconnected");
        }
    }

    private final class GuardedSocket extends Socket {
        GuardedSocket() {
            // The runtime's own SOCKS setting would look names up behind the guard's back.
            super(Proxy.NO_PROXY);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            check(endpoint);
            try {
                super.connect(endpoint, timeout);
            } catch (IOException failure) {
                throw endpoint instanceof InetSocketAddress inet && proxies.isAddress(inet)
                        ? proxies.unreachable(inet, failure)
                        : failure;
            }
        }
    }
}
