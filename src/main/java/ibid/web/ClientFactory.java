package ibid.web;

import ibid.config.Settings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Makes the one OkHttp client: everything that it would do by itself is switched off, for the queue does it politely. */
final class ClientFactory {
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

    private ClientFactory() {}

    static OkHttpClient make(
            Settings.Web settings, AddressGuard guard, Proxies proxies, TrustedCertificates certificates) {
        var builder = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .connectTimeout(settings.timeout())
                .readTimeout(settings.timeout())
                .writeTimeout(settings.timeout())
                // WARC records hold an HTTP/1.1 message; what came over HTTP/2 would have to be made up.
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(
                        Math.max(1, settings.maxInFlight()), KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS))
                .cookieJar(CookieJar.NO_COOKIES)
                .dns(guard.dns())
                .socketFactory(guard.sockets())
                .eventListenerFactory(call -> {
                    var record = call.request().tag(CallRecord.class);
                    return record == null ? EventListener.NONE : record;
                })
                .addNetworkInterceptor(new WireInterceptor(guard, proxies))
                // Without this the runtime's proxy properties would apply.
                .proxySelector(proxies.selector())
                .proxyAuthenticator((route, response) ->
                        route == null || response.request().header("Proxy-Authorization") != null
                                ? null
                                : proxies.credentials(route.proxy())
                                        .map(value -> response.request()
                                                .newBuilder()
                                                .header("Proxy-Authorization", value)
                                                .build())
                                        .orElse(null));
        certificates.applyTo(builder);
        return builder.build();
    }
}
