package ibid.web;

import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.url.Url;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Through which proxy each address is asked, if any. */
final class Proxies {
    private final Optional<HttpProxy> http;
    private final Optional<HttpProxy> https;
    private final DirectHosts direct;
    /** Where the names of the proxies led; a socket may go there, be it private or not. */
    private final Set<InetSocketAddress> known = ConcurrentHashMap.newKeySet();

    private Proxies(Optional<HttpProxy> http, Optional<HttpProxy> https, DirectHosts direct) {
        this.http = http;
        this.https = https;
        this.direct = direct;
    }

    /** @throws UsageException where what is configured is no HTTP proxy */
    static Proxies of(Settings.Web settings) throws UsageException {
        if (settings.proxy().isEmpty()) {
            return none();
        }
        var proxy = settings.proxy().get();
        return new Proxies(parsed(proxy.http()), parsed(proxy.https()), DirectHosts.parse(proxy.except()));
    }

    static Proxies none() {
        return new Proxies(Optional.empty(), Optional.empty(), DirectHosts.parse(""));
    }

    private static Optional<HttpProxy> parsed(Optional<String> text) throws UsageException {
        return text.isPresent() ? Optional.of(HttpProxy.parse(text.get())) : Optional.empty();
    }

    /** Whether any address is asked through one. */
    boolean any() {
        return http.isPresent() || https.isPresent();
    }

    /** The one for an address; empty where it is asked directly. */
    Optional<HttpProxy> of(Url url) {
        return direct.name(url) ? Optional.empty() : url.scheme().equals("http") ? http : https;
    }

    /** The credentials for a proxy, as the client knows it. */
    Optional<String> credentials(Proxy proxy) {
        return all().filter(one -> one.toProxy().equals(proxy))
                .flatMap(one -> one.credentials().stream())
                .findFirst();
    }

    private Stream<HttpProxy> all() {
        return Stream.of(http, https).flatMap(Optional::stream);
    }

    /** Whether a host is looked up because it is a proxy's, not because it is cited. */
    boolean isHost(String host) {
        return all().anyMatch(proxy -> proxy.host().equals(host));
    }

    /** Notes where a proxy's name leads. */
    List<InetAddress> known(String host, NameLookup names) throws UnknownHostException {
        try {
            var addresses = names.lookup(host);
            all().filter(proxy -> proxy.host().equals(host))
                    .forEach(proxy ->
                            addresses.forEach(address -> known.add(new InetSocketAddress(address, proxy.port()))));
            return addresses;
        } catch (UnknownHostException unknown) {
            throw new ProxyException("the proxy's name " + host + " could not be looked up");
        }
    }

    /** Whether a socket address is a proxy's. */
    boolean isAddress(SocketAddress address) {
        return address instanceof InetSocketAddress inet
                && (known.contains(inet)
                        || all().anyMatch(proxy -> proxy.port() == inet.getPort()
                                && inet.getAddress() != null
                                && HostLiterals.readings(proxy.host()).contains(inet.getAddress())));
    }

    /** What a socket that leads to a proxy failed by. */
    ProxyException unreachable(InetSocketAddress address, IOException failure) {
        var found = FailureClassifier.classify(failure);
        var name = all().filter(proxy -> proxy.port() == address.getPort())
                .map(proxy -> proxy.host() + ":" + proxy.port())
                .findFirst()
                .orElse("");
        return new ProxyException("the proxy " + name + " could not be reached (" + found.detail() + ")");
    }

    ProxySelector selector() {
        return new Selector();
    }

    private final class Selector extends ProxySelector {
        @Override
        public List<Proxy> select(URI uri) {
            return List.of(Url.parse(uri.toString())
                    .flatMap(Proxies.this::of)
                    .map(HttpProxy::toProxy)
                    .orElse(Proxy.NO_PROXY));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // The failure itself comes back through the call.
        }
    }
}
