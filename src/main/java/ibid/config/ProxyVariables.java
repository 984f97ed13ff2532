package ibid.config;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxy that the environment names, in the variables that curl reads (curl(1), "ENVIRONMENT"): {@code http_proxy},
 * {@code https_proxy}, {@code all_proxy} and {@code no_proxy}, each in lower case first, then in upper case.
 */
public final class ProxyVariables {
    /** A web server sets it for the programs that it runs, and HTTP_PROXY from a header "Proxy" (httpoxy.org). */
    private static final String CGI = "REQUEST_METHOD";

    private final Map<String, String> environment;

    private ProxyVariables(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The proxy of the environment; empty where it names none. */
    public static Optional<Settings.Proxy> of(Map<String, String> environment) {
        return new ProxyVariables(environment).proxy();
    }

    private Optional<Settings.Proxy> proxy() {
        var all = either("all_proxy");
        var http = environment.containsKey(CGI) ? value("http_proxy") : either("http_proxy");
        var proxy = new Settings.Proxy(
                http.or(() -> all),
                either("https_proxy").or(() -> all),
                either("no_proxy").orElse(""));
        return Optional.of(proxy)
                .filter(found -> found.http().isPresent() || found.https().isPresent())
                .filter(found -> !found.except().equals("*"));
    }

    private Optional<String> either(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .flatMap(variable -> value(variable).stream())
                .findFirst();
    }

    /** An empty variable is none. */
    private Optional<String> value(String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
