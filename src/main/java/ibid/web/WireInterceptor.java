package ibid.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.util.Optional;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;

/** Stands at the wire: checks the connection's address once more, and notes what is really sent and received. */
final class WireInterceptor implements Interceptor {
    private final AddressGuard guard;
    private final Proxies proxies;

    WireInterceptor(AddressGuard guard, Proxies proxies) {
        this.guard = guard;
        this.proxies = proxies;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        var connection = chain.connection();
        if (connection == null) {
            throw new IOException("no connection");
        }
        var address = connection.route().socketAddress();
        // The socket was checked when it was connected; a pooled one, or one from anywhere else, is checked here.
        guard.check(address);
        var request = chain.request();
        var record = request.tag(CallRecord.class);
        var proxy = connection.route().proxy();
        var peer = proxy.type() != Proxy.Type.DIRECT
                ? Optional.<InetAddress>empty()
                : Optional.ofNullable(address.getAddress());
        if (record != null) {
            record.requestSent(request.headers(), peer);
        }
        var credentials = proxies.credentials(proxy);
        if (credentials.isPresent() && !request.isHttps()) {
            // After the note: the proxy's password is no part of what the host was asked.
            request = request.newBuilder()
                    .header("Proxy-Authorization", credentials.get())
                    .build();
        }
        var seen = chain.proceed(request);
        var response = seen.newBuilder();
        if (seen.code() == 503) {
            // The client would ask it again by itself with "Retry-After: 0", past the queue.
            response.removeHeader("Retry-After");
        }
        if (hangsUp(seen)) {
            response.body(new LastBody(seen.body(), connection.socket()));
        }
        return response.build();
    }

    private static boolean hangsUp(Response response) {
        return response.protocol() == Protocol.HTTP_1_0
                && !"keep-alive".equalsIgnoreCase(response.header("Connection"));
    }
}
