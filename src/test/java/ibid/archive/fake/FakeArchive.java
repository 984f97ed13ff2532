package ibid.archive.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An archive without a network: index, availability and copies, the trouble it makes, and a log of what it was asked. */
public final class FakeArchive {

    /** What can go wrong with one request. */
    public enum Trouble {
        NONE,
        TOO_MANY,
        TOO_MANY_FOR_TWO_MINUTES,
        UNAVAILABLE,
        RUNTIME_ERROR,
        GATEWAY_TIMEOUT,
        /** A notice for people, with status 200. */
        PAGE,
        BLOCKED,
        /** Never answered. */
        SILENCE,
        DROPPED,
        /** Every row twice. */
        TWICE,
        /** The body ends in the middle of a row. */
        CUT
    }

    /** Decides what goes wrong with the request of this number, from 1. */
    public interface Temper {
        Trouble met(int number, String path);
    }

    /**
     * One request as it came.
     *
     * @param accepted the date for which a copy was wanted; empty text where none was
     */
    public record Asked(Instant at, String path, Map<String, List<String>> query, String accepted) {

        /** The address it was about, where it was a query. */
        public String url() {
            return FakeIndex.first(query, "url").orElse("");
        }
    }

    private final FakeIndex index;
    private final InstantSource clock;
    private final Map<String, FakeReply> pages = new HashMap<>();
    private final Map<String, String> newest = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private Temper temper = (number, path) -> Trouble.NONE;
    private boolean availabilityKnowsNothing;
    private Optional<FakeSavePageNow> saves = Optional.empty();
    private Optional<FakePerma> perma = Optional.empty();
    private String base = "";
    private String listing = "";
    private int rowsOfAPart = Integer.MAX_VALUE;

    /** @param clock stamps the log */
    public FakeArchive(FakeIndex index, InstantSource clock) {
        this.index = index;
        this.clock = clock;
    }

    public FakeArchive tempered(Temper how) {
        temper = how;
        return this;
    }

    /** The availability service answers {@code {}} for everything, as it does for many an archived page. */
    public FakeArchive forgetful() {
        availabilityKnowsNothing = true;
        return this;
    }

    /** Speaks Memento, too, and names its copies below this base; lists of more copies than the given number come in parts. */
    public FakeArchive mementos(String shownAt, int mostInOneList) {
        base = shownAt;
        rowsOfAPart = mostInOneList;
        return this;
    }

    /** Its TimeMap says this, whatever it holds. */
    public FakeArchive listing(String links) {
        listing = links;
        return this;
    }

    /** The copy at {@code /web/TIMESTAMPid_/ORIGINAL}, which says of what time it is. */
    public FakeArchive copy(String timestamp, String original, int status, String html) {
        return page(timestamp, original, memento(timestamp, FakeReply.html(status, html)));
    }

    /** A captured redirect, which leads on within the archive. */
    public FakeArchive redirect(String timestamp, String original, int status, String to) {
        index.add(FakeCapture.page(original, timestamp, status));
        return leads(timestamp, original, status, to);
    }

    /** The same of a capture that the index has already. */
    public FakeArchive leads(String timestamp, String original, int status, String to) {
        var onward = "/web/" + timestamp + "id_/" + to;
        return page(
                timestamp,
                original,
                memento(timestamp, FakeReply.html(status, "").with("Location", onward)));
    }

    /** The archive leads from a time of which it has no copy to another. */
    public FakeArchive nearest(String timestamp, String original, String other) {
        return away(timestamp, original, other, original);
    }

    /** Whoever asks for the copy of now is led to this one. */
    public FakeArchive newest(String timestamp, String original) {
        newest.put(original, timestamp);
        return this;
    }

    /** The archive leads to another of its copies, and says of no time that this is one. */
    public FakeArchive away(String timestamp, String original, String other, String to) {
        return page(timestamp, original, FakeReply.html(302, "").with("Location", "/web/" + other + "id_/" + to));
    }

    /** What the archive itself says in place of a copy. */
    public FakeArchive notice(String timestamp, String original, int status, String html) {
        return page(timestamp, original, FakeReply.html(status, html));
    }

    private FakeArchive page(String timestamp, String original, FakeReply reply) {
        pages.put(timestamp + "id_/" + original, reply);
        return this;
    }

    private static FakeReply memento(String timestamp, FakeReply reply) {
        var at = LocalDateTime.parse(timestamp, DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT))
                .atOffset(ZoneOffset.UTC);
        return reply.with("Memento-Datetime", DateTimeFormatter.RFC_1123_DATE_TIME.format(at));
    }

    public FakeIndex index() {
        return index;
    }

    /** It makes copies on request, too. */
    public FakeArchive saving(FakeSavePageNow service) {
        saves = Optional.of(service);
        return this;
    }

    /** Perma.cc is at the same place. */
    public FakeArchive beside(FakePerma service) {
        perma = Optional.of(service);
        return this;
    }

    /** Answers a request of any kind; empty for never. */
    public Optional<FakeReply> reply(String method, String target, Map<String, String> headers, String body) {
        if (perma.isPresent() && FakePerma.serves(target)) {
            return perma.get().reply(method, target, headers, body);
        }
        return saves.filter(service -> FakeSavePageNow.serves(target.replaceFirst("\\?.*", "")))
                .map(service -> service.reply(method, target, headers, body))
                .orElseGet(() -> reply(target, headers.getOrDefault("accept-datetime", "")));
    }

    /** Answers a request target; empty for never. */
    public Optional<FakeReply> reply(String target) {
        return reply(target, "");
    }

    /** @param accepted value of {@code Accept-Datetime} */
    private Optional<FakeReply> reply(String target, String accepted) {
        var mark = target.indexOf('?');
        var path = mark < 0 ? target : target.substring(0, mark);
        var query = mark < 0 || path.startsWith("/web/") || FakeTimeMap.serves(target)
                ? Map.<String, List<String>>of()
                : query(target.substring(mark + 1));
        int number;
        synchronized (asked) {
            asked.add(new Asked(clock.instant(), path, query, accepted));
            number = asked.size();
        }
        var trouble = temper.met(number, path);
        return switch (trouble) {
            case NONE -> Optional.of(served(path, target, query));
            case SILENCE -> Optional.empty();
            case TWICE -> Optional.of(twice(served(path, target, query)));
            case CUT -> Optional.of(cut(served(path, target, query)));
            default -> Optional.of(trouble(trouble));
        };
    }

    private static FakeReply trouble(Trouble trouble) {
        return switch (trouble) {
            case TOO_MANY -> FakeReply.html(429, "<html><h1>429 Too Many Requests</h1></html>");
            case TOO_MANY_FOR_TWO_MINUTES ->
                FakeReply.html(429, "<html></html>").with("Retry-After", "120");
            case UNAVAILABLE -> FakeReply.html(503, "<html><h1>Temporarily Offline</h1></html>");
            case RUNTIME_ERROR ->
                FakeReply.text(503, "java.io.IOException: no block")
                        .with("X-Archive-Wayback-Runtime-Error", "java.io.IOException: no block");
            case GATEWAY_TIMEOUT -> FakeReply.html(504, "<html><h1>504 Gateway Time-out</h1></html>");
            case PAGE -> FakeReply.html(200, "<!DOCTYPE html><title>Please wait</title>");
            case BLOCKED ->
                FakeReply.text(
                        403,
                        "org.archive.util.io.RuntimeIOException:"
                                + " org.archive.wayback.exception.AdministrativeAccessControlException: Blocked Site"
                                + " Error");
            default -> FakeReply.DROPPED;
        };
    }

    private static FakeReply twice(FakeReply reply) {
        var lines = new StringBuilder();
        for (var line : reply.body().split("\n", -1)) {
            var isRow = line.contains("http") && !line.endsWith("]]");
            lines.append(line).append('\n').append(isRow ? line + '\n' : "");
        }
        return new FakeReply(reply.status(), reply.headers(), lines.toString());
    }

    private static FakeReply cut(FakeReply reply) {
        return new FakeReply(
                reply.status(),
                reply.headers(),
                reply.body().substring(0, reply.body().length() * 2 / 3));
    }

    private FakeReply served(String path, String target, Map<String, List<String>> query) {
        if (path.endsWith("/available")) {
            return available(query);
        }
        if (FakeTimeMap.serves(target)) {
            return listing.isEmpty()
                    ? new FakeTimeMap(index, base, rowsOfAPart).answer(target)
                    : FakeReply.of(200, "application/link-format", listing);
        }
        var original = target.replaceFirst("^/web/\\d{14}/", "");
        if (newest.containsKey(original)) {
            return FakeReply.html(302, "").with("Location", "/web/" + newest.get(original) + "/" + original);
        }
        if (path.startsWith("/web/")) {
            return pages.getOrDefault(
                    target.substring("/web/".length()), FakeReply.html(404, "<title>not archived</title>"));
        }
        return index.answer(query);
    }

    private FakeReply available(Map<String, List<String>> query) {
        var url = FakeIndex.first(query, "url").orElse("");
        var newest = index.newest(url).filter(row -> !availabilityKnowsNothing);
        var closest = newest.map(row -> "\"closest\":{\"status\":\"" + row.status() + "\",\"available\":true,\"url\":"
                        + "\"http://web.archive.org/web/" + row.timestamp() + "/" + row.original()
                        + "\",\"timestamp\":\"" + row.timestamp() + "\"}")
                .orElse("");
        return FakeReply.json(200, "{\"url\":\"" + url + "\",\"archived_snapshots\":{" + closest + "}}");
    }

    private static Map<String, List<String>> query(String text) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (var part : text.split("&", -1)) {
            var equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            var value = equals < 0 ? "" : URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8);
            query.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
        }
        return query;
    }

    /** All requests so far. */
    public List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** The most requests that came within any minute. */
    public int mostInAMinute() {
        return mostInAMinute("/");
    }

    /** The same of one service, by the beginning of its paths. */
    public int mostInAMinute(String service) {
        var all = asked().stream().filter(one -> one.path().startsWith(service)).toList();
        return (int) all.stream()
                .mapToLong(first -> all.stream()
                        .filter(other -> !other.at().isBefore(first.at())
                                && other.at().isBefore(first.at().plus(Duration.ofMinutes(1))))
                        .count())
                .max()
                .orElse(0);
    }
}
