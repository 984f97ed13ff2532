package ibid.archive;

import ibid.archive.warc.KeptPage;
import ibid.document.markup.PageReference;
import ibid.document.markup.PageReference.Role;
import ibid.document.markup.PageReferences;
import ibid.page.TextEncoding;
import ibid.url.Redaction;
import ibid.url.Url;
import ibid.web.Robots;
import ibid.web.Web;
import ibid.web.WebRequest;
import ibid.web.WebResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps beside each page what a browser needs to show it: images, styles, scripts and fonts, one level deep, and what its
 * style sheets name.
 *
 * <p>Parts go through the queue of their hosts behind all checks, once a run, and as {@code robots.txt} allows, for nobody
 * cited them. A page of the public internet has none in private networks. At most {@value #MOST_PARTS} a page are asked;
 * style sheets are followed {@value #DEEPEST_STYLE} deep. Nothing waits for them but {@link #finish}.
 */
public final class PageRequisites implements Archive {
    /** Of one page, those of its style sheets included. */
    private static final int MOST_PARTS = 300;

    private static final int DEEPEST_STYLE = 3;
    private static final int MOST_REDIRECTS = 5;
    /** Of a page or a style sheet, content coding undone. */
    private static final int MOST_BYTES = 8 << 20;

    private static final WebRequest.Limits BEHIND_CHECKS =
            new WebRequest.Limits(Optional.empty(), OptionalInt.empty(), true);

    private final Archive archive;
    private final Web web;
    private final Robots robots;
    private final Robots publicRobots;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Map<String, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

    /**
     * Asks nothing yet.
     *
     * @param archive keeps pages and parts
     * @param robots what hosts allow
     */
    public PageRequisites(Archive archive, Web web, Robots robots) {
        this.archive = archive;
        this.web = web;
        this.robots = robots;
        this.publicRobots = robots.ofPublicHosts();
    }

    /**
     * What parts of one page have in common.
     *
     * @param left how many more may be asked
     */
    private record Page(WebResponse response, String host, AtomicInteger left) {

        /** Whoever is in a private network may name its neighbours, and everybody themselves. */
        boolean mayName(Url part) {
            return response.isFromPrivateNetwork() || part.host().equals(host);
        }
    }

    @Override
    public Optional<Snapshot> keep(WebResponse response) {
        var kept = archive.keep(response);
        if (kept.isPresent() && isPage(response)) {
            Url.parse(response.url()).ifPresent(url -> {
                var page = new Page(response, url.host(), new AtomicInteger(MOST_PARTS));
                begin(page, url, PageReferences.ofPage(text(response)), 0);
            });
        }
        return kept;
    }

    @Override
    public boolean hasRecent(String address) {
        return archive.hasRecent(address);
    }

    @Override
    public Optional<KeptPage> recent(String address) {
        return archive.recent(address);
    }

    private static boolean isPage(WebResponse response) {
        return response.status() >= 200
                && response.status() < 300
                && response.header("Content-Type")
                        .filter(type -> type.toLowerCase(Locale.ROOT).contains("html"))
                        .isPresent();
    }

    private static String text(WebResponse response) {
        var bytes = response.body().decoded(response.headers(), MOST_BYTES).bytes();
        return TextEncoding.text(bytes, response.header("Content-Type"));
    }

    private void begin(Page page, Url place, PageReferences references, int depth) {
        var base = references.base().flatMap(place::resolve).orElse(place);
        for (var reference : references.addresses()) {
            if (reference.role() == Role.STYLE || reference.role() == Role.PART) {
                base.resolve(reference.address())
                        .filter(part -> !part.hasCredentials() && !Redaction.hides(part.text()))
                        .ifPresent(part -> begin(page, part, reference, depth));
            }
        }
    }

    private void begin(Page page, Url part, PageReference reference, int depth) {
        if (depth <= DEEPEST_STYLE && page.left().getAndDecrement() > 0 && asked.add(part.address())) {
            var fetched = (page.mayName(part) ? robots : publicRobots)
                    .allow(part)
                    .thenCompose(
                            allowed -> allowed ? fetch(page, part, reference.role(), depth, MOST_REDIRECTS) : nothing())
                    // A fault of ours must not cost the pages.
                    .exceptionally(fault -> null);
            underWay.put(part.address(), fetched);
            var unused = fetched.thenRun(() -> underWay.remove(part.address()));
        }
    }

    private static CompletableFuture<Void> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> fetch(Page page, Url part, Role role, int depth, int redirects) {
        if (archive.problem().isPresent()) {
            return nothing();
        }
        var request = new WebRequest(WebRequest.Method.GET, part, List.of(), BEHIND_CHECKS, false, !page.mayName(part));
        return web.send(request).thenCompose(reply -> {
            if (!(reply instanceof WebResponse response) || response.status() < 200 || response.status() >= 400) {
                return nothing();
            }
            archive.cited(part.address(), page.response().url());
            var kept = archive.keep(response);
            var onward = response.status() >= 300
                    ? response.header("Location").flatMap(part::resolve)
                    : Optional.<Url>empty();
            if (onward.isPresent() && redirects > 0) {
                return fetch(page, onward.get(), role, depth, redirects - 1);
            }
            if (kept.isPresent() && role == Role.STYLE && response.status() < 300) {
                begin(page, part, PageReferences.ofStyle(text(response)), depth + 1);
            }
            return nothing();
        });
    }

    @Override
    public void finish() {
        for (var open = List.copyOf(underWay.values()); !open.isEmpty(); open = List.copyOf(underWay.values())) {
            open.forEach(CompletableFuture::join);
        }
        archive.finish();
    }

    @Override
    public void cited(String address, String place) {
        archive.cited(address, place);
    }

    @Override
    public List<String> repairs() {
        return archive.repairs();
    }

    @Override
    public Optional<String> problem() {
        return archive.problem();
    }

    @Override
    public void close() {
        archive.close();
    }
}
