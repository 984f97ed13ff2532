package ibid.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Everything that can be set; the command line starts from {@link #DEFAULTS} and replaces what the user names. */
public record Settings(
        Documents documents,
        Web web,
        Archive archive,
        Check check,
        Files files,
        Lookup lookup,
        Memory memory,
        Copies copies,
        Saving saving) {

    public static final Settings DEFAULTS = new Settings(
            new Documents(
                    64L << 20, 200_000, 1_000_000, List.of(), List.of(), false, List.of(), List.of(), List.of(),
                    List.of()),
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
                    Duration.ofMinutes(2),
                    Registries.PACES),
            new Archive(true, 5L << 20, 500L << 20),
            new Check(true, false, true, StatusRanges.NONE, List.of(), false),
            new Files(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of("index.html", "index.htm", "index.md", "README.md"),
                    Fragments.ANCHORS,
                    Slugs.GITHUB,
                    List.of()),
            new Lookup(
                    true,
                    true,
                    Duration.ofMinutes(2),
                    Optional.of(Wayback.PUBLIC),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Registries.PUBLIC,
                    Optional.empty()),
            new Memory(true, Path.of(".ibid"), Optional.empty()),
            Copies.NONE,
            Saving.NONE);

    public Settings withDocuments(Documents changed) {
        return new Settings(changed, web, archive, check, files, lookup, memory, copies, saving);
    }

    public Settings withWeb(Web changed) {
        return new Settings(documents, changed, archive, check, files, lookup, memory, copies, saving);
    }

    public Settings withArchive(Archive changed) {
        return new Settings(documents, web, changed, check, files, lookup, memory, copies, saving);
    }

    public Settings withCheck(Check changed) {
        return new Settings(documents, web, archive, changed, files, lookup, memory, copies, saving);
    }

    public Settings withFiles(Files changed) {
        return new Settings(documents, web, archive, check, changed, lookup, memory, copies, saving);
    }

    public Settings withLookup(Lookup changed) {
        return new Settings(documents, web, archive, check, files, changed, memory, copies, saving);
    }

    public Settings withMemory(Memory changed) {
        return new Settings(documents, web, archive, check, files, lookup, changed, copies, saving);
    }

    public Settings withSaving(Saving changed) {
        return new Settings(documents, web, archive, check, files, lookup, memory, copies, changed);
    }

    public Settings withCopies(Copies changed) {
        return new Settings(documents, web, archive, check, files, lookup, memory, changed, saving);
    }

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
     * @param tables what differs for some documents
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
            List<String> exclude,
            List<DocumentTable> tables) {
        public Documents {
            tables = List.copyOf(tables);
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
     * @param proxy through whom it is asked
     * @param caCertificates file with further trusted certificates, PEM
     * @param patience longest time a host's Retry-After is waited for
     * @param hosts what differs for single hosts, the first that fits counts
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
            Optional<Proxy> proxy,
            Optional<Path> caCertificates,
            Duration patience,
            List<Host> hosts) {
        public Web {
            headers = List.copyOf(headers);
            hosts = List.copyOf(hosts);
        }

        /** What differs for a host, the first that fits. */
        public Optional<Host> differing(String host, int port) {
            return hosts.stream().filter(entry -> entry.fits(host, port)).findFirst();
        }
    }

    /**
     * Through which HTTP proxies the web is asked.
     *
     * @param http the address of the one for http addresses
     * @param https the address of the one for https addresses
     * @param except hosts that are asked directly, in the form of NO_PROXY
     */
    public record Proxy(Optional<String> http, Optional<String> https, String except) {

        /** One for everything. */
        public static Proxy forAll(String address) {
            return new Proxy(Optional.of(address), Optional.of(address), "");
        }
    }

    /**
     * What differs for one host.
     *
     * @param host its name, or {@code *.} and a domain for all hosts below it; with {@code :} and a port for that port alone
     * @param concurrency most requests under way at it
     * @param interval shortest time between two requests to it
     * @param headers further headers, {@code NAME:VALUE}, sent to it alone
     * @param accepted further statuses that count as alive at it
     */
    public record Host(
            String host,
            OptionalInt concurrency,
            Optional<Duration> interval,
            List<String> headers,
            StatusRanges accepted) {
        public Host {
            headers = List.copyOf(headers);
        }

        boolean fits(String name, int port) {
            var bare = bare(name);
            var wanted = bare(host);
            return wanted.startsWith("*.")
                    ? bare.endsWith(wanted.substring(1))
                    : wanted.equals(bare) || wanted.equals(bare + ":" + port);
        }

        private static String bare(String name) {
            var lower = name.toLowerCase(Locale.ROOT);
            return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        }
    }

    /**
     * What is kept.
     *
     * @param maxResponseBytes a larger body is kept cut, and marked so
     * @param maxRunBytes most bytes of one run, before compression
     * @param requisites whether the images, styles, scripts and fonts of pages are kept, too
     */
    public record Archive(boolean enabled, long maxResponseBytes, long maxRunBytes, boolean requisites) {

        /** Without the parts of pages. */
        public Archive(boolean enabled, long maxResponseBytes, long maxRunBytes) {
            this(enabled, maxResponseBytes, maxRunBytes, false);
        }

        public Archive withRequisites(boolean wanted) {
            return new Archive(enabled, maxResponseBytes, maxRunBytes, wanted);
        }
    }

    /**
     * What is checked.
     *
     * @param enabled false leaves every target {@code not-checked}
     * @param offline true asks nothing of any network
     * @param recover whether the full addresses of cut ones are looked for
     * @param accepted further statuses that count as alive
     * @param shorteners further services that give long addresses a short one
     * @param defanged whether addresses that were made harmless ({@code hxxp://e[.]com}) are asked
     */
    public record Check(
            boolean enabled,
            boolean offline,
            boolean recover,
            StatusRanges accepted,
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

    /**
     * How local files and parts of pages are looked for.
     *
     * @param rootDirectory where links that start with {@code /} begin
     * @param baseUrl the address at which the documents are published
     * @param sites addresses whose pages lie in folders of this machine
     * @param indexFiles what a link to a folder shows, the first that exists
     * @param slugs how Markdown headings become anchors
     * @param trees folders and files beside the working directory that are read: links may lead to what lies around them
     */
    public record Files(
            Optional<Path> rootDirectory,
            Optional<String> baseUrl,
            List<Site> sites,
            List<String> indexFiles,
            Fragments fragments,
            Slugs slugs,
            List<Path> trees) {
        public Files {
            trees = List.copyOf(trees);
            sites = List.copyOf(sites);
            indexFiles = List.copyOf(indexFiles);
        }
    }

    /** Pages below {@code url} are the files below {@code directory}, whether they are published yet or not. */
    public record Site(String url, Path directory) {}

    /** Which parts of pages are looked for. */
    public enum Fragments {
        NONE,
        /** Named places. */
        ANCHORS,
        /** Named places, and texts that an address quotes ({@code #:~:text=}). */
        FULL
    }

    /** Whose rule makes anchors of Markdown headings. */
    public enum Slugs {
        GITHUB,
        GITLAB,
        MKDOCS,
        PANDOC
    }

    /**
     * Who is asked beside the cited addresses.
     *
     * @param enabled whether archives, indexes and registers are asked
     * @param probes whether cited hosts are asked for more than what is cited, where a page leaves open whether the source is there
     * @param time for all look-ups of a run together
     * @param wayback the archive that is asked first; empty for none
     * @param cdx query addresses of further indexes of captures
     * @param memento TimeGates or TimeMaps of further archives: what an address is put behind, without final slash
     * @param search address of a SearXNG-compatible search service
     * @param contact mail address that registries are told, so that they can complain
     */
    public record Lookup(
            boolean enabled,
            boolean probes,
            Duration time,
            Optional<Wayback> wayback,
            List<String> cdx,
            List<String> memento,
            Optional<String> search,
            Registries registries,
            Optional<String> contact) {
        public Lookup {
            cdx = List.copyOf(cdx);
            memento = List.copyOf(memento);
        }
    }

    /**
     * A Wayback-compatible archive: its index at {@code index/cdx/search/cdx}, its copies at {@code replay/web/TIMESTAMPid_/URL}.
     *
     * @param index base address without final slash
     * @param replay base address without final slash
     */
    public record Wayback(String index, String replay) {
        public static final Wayback PUBLIC = new Wayback("https://web.archive.org", "https://web.archive.org");
    }

    /**
     * What is remembered between runs.
     *
     * @param directory of the store, relative to the working directory
     * @param confirm how often a link must have failed before it is called broken
     */
    public record Memory(boolean enabled, Path directory, Optional<Confirm> confirm) {
        /** Nothing at all. */
        public static final Memory NONE = new Memory(false, Path.of(".ibid"), Optional.empty());
    }

    /** A link is called broken when it failed in {@code runs} runs over {@code days} days. */
    public record Confirm(int runs, int days) {}
}
