package ibid.recovery;

import ibid.archive.CaptureIndex;
import ibid.archive.CaptureListing;
import ibid.archive.CaptureListing.Row;
import ibid.archive.CaptureQuery;
import ibid.page.Page;
import ibid.page.Page.Sign;
import ibid.page.PageContent;
import ibid.url.Url;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * An archive and a web in memory: an index that answers as a Wayback CDX server does, one row for each key, and the pages behind
 * it.
 */
final class SimulatedWeb implements CaptureIndex, PageSource {
    /** Rows of one page of answers. */
    private static final int PAGE_ROWS = 3_000;

    /** Hosts of more addresses answer 504 when asked for all of them. */
    private static final int LARGE_HOST = 5_000;

    private static final Pattern PREFIX = Pattern.compile("^(?:https?://)?(?:www\\d*\\.)?", Pattern.CASE_INSENSITIVE);

    private final TreeMap<String, Known> index;
    private final Map<String, Integer> sizes;
    private final Set<String> removed;

    /** How a page answers. */
    private enum Answer {
        PAGE,
        SOFT_404,
        WALL
    }

    /** A page and its first capture. */
    private record Known(String url, Page page, Answer answer, boolean copied, LocalDate captured) {}

    private SimulatedWeb(TreeMap<String, Known> index, Map<String, Integer> sizes, Set<String> removed) {
        this.index = index;
        this.sizes = sizes;
        this.removed = removed;
    }

    static SimulatedWeb of(List<Article> articles, int decoys, long seed) {
        var random = new Random(seed);
        var index = new TreeMap<String, Known>();
        for (var article : articles) {
            var dice = random.nextInt(20);
            var answer = dice == 0 ? Answer.SOFT_404 : dice == 1 ? Answer.WALL : Answer.PAGE;
            var captured = article.date().plusDays((long) (random.nextDouble() * random.nextDouble() * 400));
            var page = page(article.title(), article, article.author(), article.date(), article.url(), random);
            index.put(key(article.url()), new Known(article.url(), page, answer, random.nextInt(10) < 7, captured));
        }
        var makers = new Decoys(articles, seed + 1);
        for (var i = 0; i < articles.size(); i++) {
            var share = (int) ((long) decoys * (i + 1) / articles.size() - (long) decoys * i / articles.size());
            var article = articles.get(i);
            for (var decoy : makers.around(article, share)) {
                if (Url.parse(decoy.url()).isPresent()) {
                    var page = page(
                            decoy.title(),
                            article,
                            decoy.same() || random.nextInt(3) == 0 ? article.author() : other(articles, random),
                            decoy.date(),
                            decoy.canonical(),
                            random);
                    index.putIfAbsent(
                            key(decoy.url()),
                            new Known(
                                    decoy.url(),
                                    page,
                                    Answer.PAGE,
                                    true,
                                    decoy.date().plusDays((long) (random.nextDouble() * random.nextDouble() * 400))));
                }
            }
        }
        var sizes = new HashMap<String, Integer>();
        index.keySet().forEach(key -> sizes.merge(hostOf(key), 1, Integer::sum));
        return new SimulatedWeb(index, sizes, Set.of());
    }

    /** The same without these addresses. */
    SimulatedWeb without(Set<String> urls) {
        return new SimulatedWeb(
                index, sizes, Set.copyOf(urls.stream().map(SimulatedWeb::key).toList()));
    }

    int size() {
        return index.size() - removed.size();
    }

    private static String other(List<Article> articles, Random random) {
        return articles.get(random.nextInt(articles.size())).author();
    }

    private static Page page(
            String title, Article article, String author, LocalDate date, String canonical, Random random) {
        var name = switch (random.nextInt(4)) {
            case 0 -> title;
            case 1 -> title + " | " + article.source();
            case 2 -> article.source() + " - " + title;
            default -> title + " - " + article.source();
        };
        return new Page(
                Optional.of(name),
                Optional.of(author).filter(a -> random.nextInt(10) < 8),
                Optional.of(date).filter(d -> random.nextInt(10) < 8),
                List.of(),
                Optional.empty(),
                Optional.of(canonical).filter(c -> !c.isEmpty() && random.nextBoolean()),
                PageContent.NONE);
    }

    @Override
    public String name() {
        return "archive.example";
    }

    static String key(String url) {
        return PREFIX.matcher(url).replaceFirst("").toLowerCase(Locale.ROOT).replaceFirst("/$", "");
    }

    private static String prefixKey(String url) {
        return PREFIX.matcher(url).replaceFirst("").toLowerCase(Locale.ROOT);
    }

    private static String hostOf(String key) {
        var slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    @Override
    public CompletableFuture<CaptureListing> list(CaptureQuery query) {
        return CompletableFuture.completedFuture(listed(query));
    }

    private CaptureListing listed(CaptureQuery query) {
        var prefix = prefixKey(query.url());
        var whole = prefix.indexOf('/') < 0 || prefix.indexOf('/') == prefix.length() - 1;
        if (whole && sizes.getOrDefault(hostOf(prefix), 0) > LARGE_HOST) {
            return CaptureListing.failed("it answered 504", 1);
        }
        var filter = query.original().map(Pattern::compile);
        var rows = new ArrayList<Row>();
        var complete = true;
        for (var entry : index.tailMap(prefix, true).entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                break;
            }
            var known = entry.getValue();
            if (removed.contains(entry.getKey())
                    || (filter.isPresent() && !filter.get().matcher(known.url()).matches())) {
                continue;
            }
            if (rows.size() == query.limit()) {
                complete = false;
                break;
            }
            rows.add(new Row(
                    known.url(),
                    known.captured().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                    OptionalInt.of(200),
                    known.url().contains("/feed") ? "application/rss+xml" : "text/html",
                    "A"));
        }
        return new CaptureListing(
                rows, complete, Optional.empty(), Math.max(1, (rows.size() + PAGE_ROWS - 1) / PAGE_ROWS));
    }

    @Override
    public CompletableFuture<PageReading> live(Url url) {
        var known = known(url.text());
        return CompletableFuture.completedFuture(known.map(SimulatedWeb::answered)
                .orElse(new PageReading(PageReading.State.GONE, Page.UNKNOWN, Optional.empty(), Optional.empty())));
    }

    private static PageReading answered(Known known) {
        return switch (known.answer()) {
            case PAGE -> PageReading.live(known.page());
            case SOFT_404 -> PageReading.live(new Page(Optional.of("Page not found"), Set.of()));
            case WALL -> PageReading.live(new Page(Optional.empty(), Set.of(Sign.BOT_WALL)));
        };
    }

    @Override
    public CompletableFuture<PageReading> copy(Row capture) {
        return CompletableFuture.completedFuture(known(capture.original())
                .filter(Known::copied)
                .map(known -> PageReading.live(known.page()))
                .orElse(PageReading.NONE));
    }

    private Optional<Known> known(String url) {
        var key = key(url);
        return removed.contains(key) ? Optional.empty() : Optional.ofNullable(index.get(key));
    }

    /** All known addresses, for whoever looks without an index. */
    List<String> urlsBeside(String url) {
        var host = hostOf(key(url));
        return index.subMap(host, true, host + "\uFFFF", false).entrySet().stream()
                .filter(entry -> !removed.contains(entry.getKey()))
                .map(entry -> entry.getValue().url())
                .toList();
    }
}
