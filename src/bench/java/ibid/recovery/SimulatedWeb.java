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

    private static final double SILENT_DECOYS = 0.2;

    private static final PageReading GONE =
            new PageReading(PageReading.State.GONE, Page.UNKNOWN, Optional.empty(), Optional.empty());

    private static final Pattern PREFIX = Pattern.compile("^(?:https?://)?(?:www\\d*\\.)?", Pattern.CASE_INSENSITIVE);

    private final TreeMap<String, Known> index;
    private final Map<String, Integer> sizes;
    private final Set<String> removed;

    /** A large host is looked through once for each question, whether the true addresses are there or not. */
    private final Map<Scan, List<Known>> scans;

    private record Scan(String prefix, Optional<String> filter) {}

    /** How a page answers. */
    private enum Answer {
        PAGE,
        SOFT_404,
        WALL
    }

    /** A page and its first capture. */
    private record Known(String url, Page page, Answer answer, boolean copied, LocalDate captured) {}

    private SimulatedWeb(
            TreeMap<String, Known> index,
            Map<String, Integer> sizes,
            Set<String> removed,
            Map<Scan, List<Known>> scans) {
        this.index = index;
        this.sizes = sizes;
        this.removed = removed;
        this.scans = scans;
    }

    static SimulatedWeb of(List<Article> articles, int decoys, long seed) {
        var random = new Random(seed);
        var index = new TreeMap<String, Known>();
        for (var article : articles) {
            var dice = random.nextInt(20);
            var answer = dice == 0 ? Answer.SOFT_404 : dice == 1 ? Answer.WALL : Answer.PAGE;
            var captured = article.date().plusDays((long) (random.nextDouble() * random.nextDouble() * 400));
            var page =
                    page(article.title(), article, article.author(), article.date(), article.url(), silent(), random);
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
                            SILENT_DECOYS,
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
        return new SimulatedWeb(index, sizes, Set.of(), new HashMap<>());
    }

    /** The same without these addresses. */
    SimulatedWeb without(Set<String> urls) {
        return new SimulatedWeb(
                index, sizes, Set.copyOf(urls.stream().map(SimulatedWeb::key).toList()), scans);
    }

    int size() {
        return index.size() - removed.size();
    }

    /**
     * Share of the articles' pages that do not say who wrote them, and of those that do not say when: none, unless the system
     * property {@code silent} says otherwise.
     */
    private static double silent() {
        return Double.parseDouble(System.getProperty("silent", "0"));
    }

    private static String other(List<Article> articles, Random random) {
        return articles.get(random.nextInt(articles.size())).author();
    }

    private static Page page(
            String title,
            Article article,
            String author,
            LocalDate date,
            String canonical,
            double silent,
            Random random) {
        var name = switch (random.nextInt(4)) {
            case 0 -> title;
            case 1 -> title + " | " + article.source();
            case 2 -> article.source() + " - " + title;
            default -> title + " - " + article.source();
        };
        return new Page(
                Optional.of(name),
                Optional.of(author).filter(a -> random.nextDouble() >= silent),
                Optional.of(date).filter(d -> random.nextDouble() >= silent),
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
        var rows = new ArrayList<Row>();
        var complete = true;
        for (var known : scans.computeIfAbsent(new Scan(prefix, query.original()), this::scanned)) {
            if (removed.contains(key(known.url()))) {
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

    private List<Known> scanned(Scan scan) {
        var fits = scan.filter().map(Pattern::compile).map(Pattern::asMatchPredicate);
        return index.tailMap(scan.prefix(), true).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(scan.prefix()))
                .map(Map.Entry::getValue)
                .filter(known -> fits.isEmpty() || fits.get().test(known.url()))
                .toList();
    }

    @Override
    public CompletableFuture<PageReading> live(Url url) {
        var known = known(url.text());
        return CompletableFuture.completedFuture(
                known.map(SimulatedWeb::answered).orElse(GONE));
    }

    private static PageReading answered(Known known) {
        return switch (known.answer()) {
            case PAGE -> PageReading.live(known.page());
            // A title that says so is seen before a page is compared with anything: the address is broken.
            case SOFT_404 -> GONE;
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
