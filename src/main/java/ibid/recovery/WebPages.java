package ibid.recovery;

import ibid.archive.Archives;
import ibid.archive.CaptureListing.Row;
import ibid.archive.CaptureQuery;
import ibid.archive.Memento;
import ibid.page.Page;
import ibid.page.PageHeader;
import ibid.page.PageReader;
import ibid.recovery.PageReading.State;
import ibid.resolution.Outcome;
import ibid.resolution.Resolution;
import ibid.resolution.Resolver;
import ibid.resolution.Verdict;
import ibid.target.Target.UrlTarget;
import ibid.url.ArchivedCopies;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import ibid.web.LookupBudget;
import ibid.web.LookupBudget.Turn;
import ibid.web.Once;
import ibid.web.Web;
import ibid.web.WebReply;
import ibid.web.WebRequest;
import ibid.web.WebRequest.Limits;
import ibid.web.WebResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Pages and redirects as the web and the archive show them; each is asked for once, within the time that look-ups have. */
public final class WebPages implements PageSource, RedirectSource {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Resolver resolver;
    private final Web web;
    private final Archives archives;
    private final LookupBudget budget;
    private final Turn turn;
    private final PageReader reader = new PageReader();
    private final Once<String, PageReading> live = new Once<>();
    private final Once<Row, Optional<Memento>> copies = new Once<>();

    /**
     * Pages that are read for one kind of look-up.
     *
     * @param resolver says of a candidate what it says of any cited address
     */
    public WebPages(Resolver resolver, Web web, Archives archives, LookupBudget budget, Turn turn) {
        this.resolver = resolver;
        this.web = web;
        this.archives = archives;
        this.budget = budget;
        this.turn = turn;
    }

    @Override
    public CompletableFuture<PageReading> live(Url url) {
        return live.of(url.address(), () -> budget.spend(turn, () -> asked(url), PageReading.UNASKED));
    }

    private CompletableFuture<PageReading> asked(Url url) {
        return resolver.resolve(new UrlTarget(CanonicalKey.of(url, Level.ADDRESS), url))
                .thenCompose(found -> found.page().isEmpty() && isThere(found.outcome())
                        ? fetched(url, found.outcome())
                        : CompletableFuture.completedFuture(reading(found)));
    }

    private static boolean isThere(Outcome outcome) {
        return outcome.verdict() == Verdict.ALIVE || outcome.verdict() == Verdict.MOVED;
    }

    private static PageReading reading(Resolution found) {
        var outcome = found.outcome();
        var page = found.page().filter(read -> isThere(outcome) && read.signs().isEmpty());
        var state = page.flatMap(Page::title).isPresent()
                ? State.READ
                : outcome.verdict() == Verdict.BROKEN ? State.GONE : State.UNREADABLE;
        return new PageReading(state, page.orElse(Page.UNKNOWN), Optional.empty(), Optional.of(outcome));
    }

    /** What answered to HEAD alone has shown no page yet. */
    private CompletableFuture<PageReading> fetched(Url url, Outcome outcome) {
        var end = outcome.finalUrl().flatMap(Url::parse).orElse(url);
        return web.send(new WebRequest(WebRequest.Method.GET, end, List.of(), Limits.ofLookup(TIMEOUT)))
                .thenApply(reply -> {
                    var page = read(reply);
                    return new PageReading(
                            page.isPresent() ? State.READ : State.UNREADABLE,
                            page.orElse(Page.UNKNOWN),
                            Optional.empty(),
                            Optional.of(outcome));
                });
    }

    @Override
    public CompletableFuture<PageReading> copy(Row capture) {
        return memento(capture)
                .thenApply(found -> found.flatMap(copy -> read(copy.response())
                                .map(page ->
                                        new PageReading(State.READ, page, Optional.of(copy.at()), Optional.empty())))
                        .orElse(PageReading.NONE));
    }

    @Override
    public CompletableFuture<Optional<Row>> capture(Url url, Optional<LocalDate> about) {
        var query = new CaptureQuery(
                url.address(),
                CaptureQuery.Match.EXACT,
                Optional.empty(),
                List.of(200),
                false,
                about.map(day -> day.format(DateTimeFormatter.BASIC_ISO_DATE) + "000000"),
                1);
        return archives.indexes(turn).stream()
                .findFirst()
                .map(index -> index.list(query)
                        .thenApply(listing -> listing.captures().stream().findFirst()))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    @Override
    public CompletableFuture<Optional<Url>> target(Row redirect) {
        return memento(redirect)
                .thenApply(found -> found.map(Memento::response)
                        .filter(response -> response.status() >= 300 && response.status() < 400)
                        .flatMap(response -> target(response, redirect.original())));
    }

    /** Archives lead redirects on to their own copies; what they leave as it was may be relative to the original. */
    static Optional<Url> target(WebResponse response, String original) {
        var location = response.header("Location");
        return location.flatMap(to -> Url.parse(response.url()).flatMap(replay -> replay.resolve(to)))
                .flatMap(ArchivedCopies::of)
                .map(copy -> ArchivedCopies.original(copy.original()))
                .or(() -> location.flatMap(to -> Url.parse(original).flatMap(page -> page.resolve(to))));
    }

    private CompletableFuture<Optional<Memento>> memento(Row capture) {
        return copies.of(capture, () -> archives.copy(capture, turn));
    }

    /** A page with a title that is no wall and no log-in. */
    private Optional<Page> read(WebReply reply) {
        if (!(reply instanceof WebResponse response) || response.status() != 200) {
            return Optional.empty();
        }
        var headers = response.headers().stream()
                .map(header -> new PageHeader(header.name(), header.value()))
                .toList();
        var body = response.body().decoded(response.headers(), PageReader.MOST_BYTES);
        var page = reader.read(body.bytes(), response.header("Content-Type"), headers);
        return Optional.of(page.summary())
                .filter(read -> read.signs().isEmpty() && read.title().isPresent());
    }
}
