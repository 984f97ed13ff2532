package ibid.recovery;

import ibid.archive.CaptureIndex;
import ibid.archive.CaptureListing;
import ibid.archive.CaptureListing.Row;
import ibid.archive.CaptureQuery;
import ibid.page.Page;
import ibid.page.PageContent;
import ibid.url.Url;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** An archive and its pages in memory; it tells what it was asked. */
final class MemoryWeb implements CaptureIndex, PageSource {
    private static final Instant CAPTURED = Instant.parse("2020-06-05T00:00:00Z");

    private final Map<String, Page> pages = new TreeMap<>();
    private final Map<String, Instant> captured = new HashMap<>();
    final List<CaptureQuery> asked = new ArrayList<>();
    final List<String> read = new ArrayList<>();
    private final Map<String, PageReading.State> silent = new HashMap<>();
    boolean walled;
    boolean complete = true;

    MemoryWeb page(String url, String title) {
        return page(url, title, Optional.empty());
    }

    MemoryWeb page(String url, String title, Optional<String> canonical) {
        return page(url, title, Optional.of("Ada Mar"), Optional.of(LocalDate.of(2020, 6, 3)), canonical);
    }

    MemoryWeb page(
            String url,
            String title,
            Optional<String> author,
            Optional<LocalDate> published,
            Optional<String> canonical) {
        pages.put(
                url,
                new Page(
                        Optional.of(title),
                        author,
                        published,
                        List.of(),
                        Optional.empty(),
                        canonical,
                        PageContent.NONE));
        return this;
    }

    MemoryWeb capturedAt(String url, Instant at) {
        captured.put(url, at);
        return this;
    }

    MemoryWeb without(String url) {
        pages.remove(url);
        return this;
    }

    /** The page is in the index, and asked for it shows nothing. */
    MemoryWeb silent(String url, PageReading.State state) {
        silent.put(url, state);
        return this;
    }

    @Override
    public String name() {
        return "archive.example";
    }

    @Override
    public CompletableFuture<CaptureListing> list(CaptureQuery query) {
        asked.add(query);
        var rows = pages.keySet().stream()
                .filter(url -> bare(url).startsWith(bare(query.url())))
                .filter(url -> query.original().map(url::matches).orElse(true))
                .map(url -> new Row(url, captured.getOrDefault(url, CAPTURED), OptionalInt.of(200), "text/html", "A"))
                .toList();
        return CompletableFuture.completedFuture(new CaptureListing(rows, complete, Optional.empty(), 1));
    }

    /** An index does not tell http from https, nor hosts with and without {@code www.}. */
    private static String bare(String url) {
        return url.replaceFirst("^https?://(?:www\\.)?", "");
    }

    @Override
    public CompletableFuture<PageReading> live(Url url) {
        read.add(url.text());
        var state = silent.get(url.text());
        return CompletableFuture.completedFuture(
                state != null
                        ? new PageReading(state, Page.UNKNOWN, Optional.empty(), Optional.empty())
                        : Optional.ofNullable(pages.get(url.text()))
                                .filter(page -> !walled)
                                .map(PageReading::live)
                                .orElse(PageReading.NONE));
    }

    @Override
    public CompletableFuture<PageReading> copy(Row capture) {
        return CompletableFuture.completedFuture(PageReading.NONE);
    }
}
