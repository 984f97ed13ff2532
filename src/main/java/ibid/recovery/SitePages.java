package ibid.recovery;

import ibid.page.PageHeader;
import ibid.page.PageReader;
import ibid.url.Url;
import ibid.web.Robots;
import ibid.web.Web;
import ibid.web.WebReply;
import ibid.web.WebRequest;
import ibid.web.WebRequest.Limits;
import ibid.web.WebResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Reads the addresses that pages, feeds and sitemaps of a site name, each once, few of each host, and none that its robots.txt
 * forbids.
 */
final class SitePages {
    /** Requests to one host for all cut addresses of it together, beside its robots.txt. */
    private static final int MOST_REQUESTS = 10;

    /** A sitemap may have 50,000 addresses (sitemaps.org). */
    private static final int MOST_ADDRESSES = 50_000;

    private static final int MOST_BYTES = 8 << 20;
    private static final int MOST_REDIRECTS = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Addresses in sitemaps (sitemaps.org), RSS and Atom. */
    private static final Pattern NAMED = Pattern.compile(
            "<(?:loc|link|guid)[^>]{0,500}>\\s{0,99}(?:<!\\[CDATA\\[)?\\s{0,99}(https?://[^\\s<\\]]{1,2000})"
                    + "|<link[^>]{0,500}?href=[\"'](https?://[^\"'<>\\s]{1,2000})");

    private final Web web;
    private final Robots robots;
    private final PageReader reader = new PageReader();
    private final Map<String, CompletableFuture<Set<String>>> read = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    SitePages(Web web, Robots robots) {
        this.web = web;
        this.robots = robots;
    }

    /** The sitemaps that robots.txt names, else the usual one. */
    CompletableFuture<List<Url>> sitemaps(Url site) {
        return robots.sitemaps(site).thenApply(named -> {
            var urls =
                    named.stream().flatMap(text -> site.resolve(text).stream()).toList();
            return urls.isEmpty() ? site.resolve("/sitemap.xml").stream().toList() : urls;
        });
    }

    /** The addresses that the page names; none where it is not there, forbidden, or one too many. The future never fails. */
    CompletableFuture<Set<String>> addresses(Url url) {
        var fresh = new CompletableFuture<Set<String>>();
        var known = read.putIfAbsent(url.address(), fresh);
        if (known != null) {
            return known;
        }
        if (asked.computeIfAbsent(url.host(), host -> new AtomicInteger()).incrementAndGet() > MOST_REQUESTS) {
            fresh.complete(Set.of());
            return fresh;
        }
        var unused = robots.allow(url)
                .thenCompose(
                        may -> may ? fetched(url, MOST_REDIRECTS) : CompletableFuture.completedFuture(Set.<String>of()))
                .exceptionally(fault -> Set.of())
                .thenAccept(fresh::complete);
        return fresh;
    }

    private CompletableFuture<Set<String>> fetched(Url url, int redirects) {
        return web.send(new WebRequest(WebRequest.Method.GET, url, List.of(), Limits.ofLookup(TIMEOUT)))
                .thenCompose(reply -> {
                    var onward = onward(url, reply);
                    return onward.isPresent() && redirects > 0
                            ? fetched(onward.get(), redirects - 1)
                            : CompletableFuture.completedFuture(named(url, reply));
                });
    }

    private static Optional<Url> onward(Url url, WebReply reply) {
        return reply instanceof WebResponse response && response.status() >= 300 && response.status() < 400
                ? response.header("Location").flatMap(url::resolve)
                : Optional.empty();
    }

    private Set<String> named(Url url, WebReply reply) {
        if (!(reply instanceof WebResponse response) || response.status() != 200) {
            return Set.of();
        }
        var bytes =
                unpacked(response.body().decoded(response.headers(), MOST_BYTES).bytes());
        var start = new String(bytes, 0, Math.min(bytes.length, 500), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        var isList = start.contains("<urlset")
                || start.contains("<sitemapindex")
                || start.contains("<rss")
                || start.contains("<feed")
                || start.contains("<rdf");
        return isList ? listed(new String(bytes, StandardCharsets.UTF_8)) : linked(url, bytes, response);
    }

    private static Set<String> listed(String xml) {
        var addresses = new LinkedHashSet<String>();
        var named = NAMED.matcher(xml);
        while (named.find() && addresses.size() < MOST_ADDRESSES) {
            var address = named.group(1) == null ? named.group(2) : named.group(1);
            addresses.add(address.replace("&amp;", "&"));
        }
        return addresses;
    }

    private Set<String> linked(Url url, byte[] bytes, WebResponse response) {
        var headers = response.headers().stream()
                .map(header -> new PageHeader(header.name(), header.value()))
                .toList();
        var content =
                reader.read(bytes, response.header("Content-Type"), headers).content();
        var base = url.resolve(content.base()).orElse(url);
        var addresses = new LinkedHashSet<String>();
        content.links().forEach(link -> base.resolve(link).ifPresent(to -> addresses.add(to.text())));
        return addresses;
    }

    /** {@code sitemap.xml.gz} is packed on disk, and often sent as it lies there. */
    private static byte[] unpacked(byte[] bytes) {
        if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
            return bytes;
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readNBytes(MOST_BYTES);
        } catch (IOException broken) {
            return new byte[0];
        }
    }
}
