package ibid.cli;

import ibid.config.ProxyVariables;
import ibid.config.Settings;
import ibid.config.UsageException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to ask the web. */
final class WebOptions {
    private static final Settings.Web DEFAULTS = Settings.DEFAULTS.web();

    @Option(names = "--max-concurrency", paramLabel = "N", description = "Requests under way at once. Default: 128.")
    private int maxConcurrency = DEFAULTS.maxInFlight();

    @Option(names = "--host-concurrency", paramLabel = "N", description = "Requests under way at one host. Default: 4.")
    private int hostConcurrency = DEFAULTS.perHost();

    @Option(
            names = "--host-interval",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Time between two requests to one host. Default: 100ms.")
    private Duration hostInterval = DEFAULTS.hostInterval();

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long to wait for a connection or an answer. Default: 20s.")
    private Duration timeout = DEFAULTS.timeout();

    @Option(names = "--retries", paramLabel = "N", description = "How often to repeat what failed. Default: 2.")
    private int retries = DEFAULTS.retries();

    @Option(
            names = "--header",
            paramLabel = "[ORIGIN=]NAME:VALUE",
            description = "Send this header, to ORIGIN alone where one is named (repeatable).")
    private List<String> headers = List.of();

    @Option(names = "--user-agent", paramLabel = "TEXT", description = "Say this to servers as our name.")
    private String userAgent = DEFAULTS.userAgent();

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description = "Ask through this HTTP proxy. Default: as the environment says (http_proxy, ...).")
    private @Nullable String proxy;

    @Option(names = "--cacert", paramLabel = "FILE", description = "Trust the certificates in FILE (PEM), too.")
    private @Nullable Path caCertificates;

    @Option(names = "--insecure", description = "Do not check certificates.")
    private boolean insecure;

    @Option(
            names = "--allow-private",
            description = "Ask private and loopback addresses, too. Without it they are refused.")
    private boolean allowPrivate;

    /**
     * The settings.
     *
     * @param hosts what the configuration says of single hosts
     * @param environment names a proxy, too; that of the options goes first, and for every host
     */
    Settings.Web settings(List<Settings.Host> hosts, Map<String, String> environment) throws UsageException {
        atLeast(1, maxConcurrency, "--max-concurrency");
        atLeast(1, hostConcurrency, "--host-concurrency");
        atLeast(0, retries, "--retries");
        if (timeout.isZero()) {
            throw new UsageException("--timeout must be longer than nothing; write it like 20s.");
        }
        return new Settings.Web(
                maxConcurrency,
                hostConcurrency,
                hostInterval,
                timeout,
                retries,
                DEFAULTS.maxRedirects(),
                DEFAULTS.maxBodyBytes(),
                userAgent,
                headers,
                allowPrivate,
                insecure,
                Optional.ofNullable(proxy).map(Settings.Proxy::forAll).or(() -> ProxyVariables.of(environment)),
                Optional.ofNullable(caCertificates),
                DEFAULTS.patience(),
                Stream.concat(hosts.stream(), DEFAULTS.hosts().stream()).toList());
    }

    private static void atLeast(int least, int value, String option) throws UsageException {
        if (value < least) {
            throw new UsageException(option + " must be at least " + least + ", not " + value + ".");
        }
    }
}
