package ibid.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be set, with every default in one place.
 *
 * <p>The command line starts from {@link #DEFAULTS} and replaces what the user names.
 */
public record Settings(Documents documents, Web web, Archive archive, Check check) {

    public static final Settings DEFAULTS = new Settings(
            new Documents(64L << 20, 200_000, 1_000_000, List.of(), List.of(), false, List.of(), List.of(), List.of()),
            new Web(
                    128,
                    4,
                    Duration.ofMillis(100),
                    Duration.ofSeconds(20),
                    2,
                    10,
                    5L << 20,
                    "ibid (citation checker)",
                    List.of(),
                    false,
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ofMinutes(2)),
            new Archive(true, 5L << 20, 500L << 20),
            new Check(true, false, true, StatusRanges.NONE, Optional.empty(), List.of(), false));

    /**
     * What is read.
     *
     * @param maxBytes largest part of one document that is read, in bytes
     * @param maxCitations most citations taken from one document
     * @param maxDocuments most documents of one run
     * @param excludedPaths globs of paths that a walk leaves out
     * @param alsoRead groups of formats that a walk reads only when asked to: {@code data}, {@code code}
     * @param blame whether the date of each citing line is taken from git
     * @param ignoreFile lines of the project's {@code .ibidignore}; those that name addresses count here
     * @param include regular expressions; where there are any, only citations that match one are asked and judged
     * @param exclude regular expressions; citations that match one are neither asked nor judged
     */
    public record Documents(
            long maxBytes,
            int maxCitations,
            int maxDocuments,
            List<String> excludedPaths,
            List<String> alsoRead,
            boolean blame,
            List<String> ignoreFile,
            List<String> include,
            List<String> exclude) {
        public Documents {
            ignoreFile = List.copyOf(ignoreFile);
            include = List.copyOf(include);
            exclude = List.copyOf(exclude);
            excludedPaths = List.copyOf(excludedPaths);
            alsoRead = List.copyOf(alsoRead);
        }
    }

    /**
     * How the web is asked.
     *
     * @param maxInFlight most requests under way at once
     * @param perHost most requests under way at one host
     * @param hostInterval shortest time between two requests to one host
     * @param timeout for connecting, and for each read
     * @param retries how often a failed request is sent again
     * @param maxRedirects most hops of one chain
     * @param maxBodyBytes largest part of one body that is read
     * @param headers {@code NAME:VALUE} or {@code ORIGIN=NAME:VALUE}
     * @param allowPrivate whether private and loopback addresses may be asked
     * @param insecure whether certificates go unchecked
     * @param proxy address of an HTTP proxy
     * @param caCertificates file with further trusted certificates, PEM
     * @param patience longest time a host's Retry-After is waited for
     */
    public record Web(
            int maxInFlight,
            int perHost,
            Duration hostInterval,
            Duration timeout,
            int retries,
            int maxRedirects,
            long maxBodyBytes,
            String userAgent,
            List<String> headers,
            boolean allowPrivate,
            boolean insecure,
            Optional<String> proxy,
            Optional<Path> caCertificates,
            Duration patience) {
        public Web {
            headers = List.copyOf(headers);
        }
    }

    /**
     * What is kept.
     *
     * @param maxResponseBytes a larger body is kept cut, and marked so
     * @param maxRunBytes most bytes of one run, before compression
     */
    public record Archive(boolean enabled, long maxResponseBytes, long maxRunBytes) {}

    /**
     * What is checked.
     *
     * @param enabled false leaves every target {@code not-checked}
     * @param offline true asks nothing of any network
     * @param recover whether the full addresses of cut ones are looked for
     * @param accepted further statuses that count as alive
     * @param rootDirectory where links that start with {@code /} begin
     * @param shorteners further services that give long addresses a short one
     * @param defanged whether addresses that were made harmless ({@code hxxp://e[.]com}) are asked
     */
    public record Check(
            boolean enabled,
            boolean offline,
            boolean recover,
            StatusRanges accepted,
            Optional<Path> rootDirectory,
            List<Shortener> shorteners,
            boolean defanged) {
        public Check {
            shorteners = List.copyOf(shorteners);
        }
    }

    /**
     * A service that gives long addresses a short one.
     *
     * @param host its host, or {@code *.} and a domain for all hosts below it
     * @param closed whether none of its links leads anywhere any more
     */
    public record Shortener(String host, boolean closed) {}
}
