package ibid.web;

import ibid.config.UsageException;
import ibid.url.Url;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Credentials;

/**
 * The HTTP proxy of a run.
 *
 * @param credentials the value of {@code Proxy-Authorization}; never printed
 */
record HttpProxy(String host, int port, Optional<String> credentials) {

    /** Reads {@code [http://][user:password@]host[:port]}; the port is 80 where none is given. */
    static HttpProxy parse(String text) throws UsageException {
        var address = text.contains("://") ? text : "http://" + text;
        var url = Url.parse(address).filter(parsed -> parsed.scheme().equals("http"));
        if (url.isEmpty()) {
            // The text may hold a password, so it is not repeated.
            throw new UsageException(
                    "The proxy is not the address of an HTTP proxy; write it like http://proxy.example:3128 (--proxy,"
                            + " or http_proxy, https_proxy or all_proxy in the environment).");
        }
        var parsed = url.get().parsed();
        var credentials = url.get().hasCredentials()
                ? Optional.of(Credentials.basic(parsed.username(), parsed.password(), StandardCharsets.UTF_8))
                : Optional.<String>empty();
        return new HttpProxy(parsed.host(), parsed.port(), credentials);
    }

    Proxy toProxy() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    @Override
    public String toString() {
        return "http://" + (credentials.isPresent() ? "***@" : "") + host + ":" + port;
    }
}
