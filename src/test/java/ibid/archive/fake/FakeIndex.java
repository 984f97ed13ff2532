package ibid.archive.fake;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A CDX server without a network: rows, and what each of the three kinds of server makes of a query. */
public final class FakeIndex {

    /** Whose server this is like. */
    public enum Kind {
        /** The Wayback Machine's and OpenWayback's. */
        WAYBACK,
        /** Common Crawl's and other pywb. */
        PYWB,
        /** Arrays without a row of names, no paging. */
        OUTBACK
    }

    private static final List<String> COLUMNS =
            List.of("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length");
    private static final Map<String, String> PYWB_NAMES =
            Map.of("original", "url", "mimetype", "mime", "statuscode", "status");

    private final Kind kind;
    private final NavigableMap<String, Kept> rows = new TreeMap<>();
    private int rowsOfAPage = 3000;
    private int tooLarge = Integer.MAX_VALUE;

    private record Kept(String key, FakeCapture capture) {}

    public FakeIndex(Kind kind) {
        this.kind = kind;
    }

    public FakeIndex add(FakeCapture capture) {
        var key = capture.urlkey();
        rows.put(key + ' ' + capture.timestamp() + ' ' + rows.size(), new Kept(key, capture));
        return this;
    }

    public FakeIndex add(Collection<FakeCapture> captures) {
        captures.forEach(this::add);
        return this;
    }

    /** Most rows of one answer, whatever the query says. */
    public FakeIndex pagedBy(int most) {
        rowsOfAPage = most;
        return this;
    }

    /** Answers 504 to filtered questions, and to those of whole hosts, where more rows than this lie in their range. */
    public FakeIndex overtaxedBy(int most) {
        tooLarge = most;
        return this;
    }

    /** Answers a query, whose parameters are decoded. */
    public FakeReply answer(Map<String, List<String>> query) {
        var url = first(query, "url");
        if (url.isEmpty()) {
            return kind == Kind.PYWB
                    ? FakeReply.json(400, "{\"message\": \"The \\\"url\\\" param is required\"}")
                    : FakeReply.text(400, "url parameter is required");
        }
        var match = first(query, "matchType").orElse("exact");
        var inRange = range(url.get(), match);
        var isHeavy = match.equals("host") || match.equals("domain") || query.containsKey("filter");
        if (isHeavy && inRange.size() > tooLarge) {
            return FakeReply.html(504, "<html><h1>504 Gateway Time-out</h1></html>");
        }
        var filtered = inRange.stream().filter(filters(query)).toList();
        return kind == Kind.PYWB ? pywb(query, url.get(), sorted(query, filtered)) : wayback(query, inRange, filtered);
    }

    Optional<FakeCapture> newest(String url) {
        var found = range(url, "exact").stream()
                .map(Kept::capture)
                .filter(row -> !row.status().equals("-"))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** The captures of one address, by their time. */
    List<FakeCapture> captures(String url) {
        return range(url, "exact").stream().map(Kept::capture).toList();
    }

    static Optional<String> first(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    private static int number(Map<String, List<String>> query, String name, int otherwise) {
        return first(query, name).map(Integer::parseInt).orElse(otherwise);
    }

    private List<Kept> range(String url, String match) {
        var address = url.contains("://") ? url : "http://" + url;
        var key = FakeCapture.key(address);
        var host = key.substring(0, key.indexOf(')'));
        return switch (match) {
            case "prefix" -> List.copyOf(rows.subMap(key, key + '\uffff').values());
            case "host" -> List.copyOf(rows.subMap(host + ")", host + "*").values());
            case "domain" ->
                Stream.concat(
                                rows.subMap(host + ")", host + "*").values().stream(),
                                rows.subMap(host + ",", host + "-").values().stream())
                        .toList();
            default -> List.copyOf(rows.subMap(key + ' ', key + '!').values());
        };
    }

    private Predicate<Kept> filters(Map<String, List<String>> query) {
        return query.getOrDefault("filter", List.of()).stream()
                .map(this::filter)
                .reduce(row -> true, Predicate::and);
    }

    private Predicate<Kept> filter(String filter) {
        var signs = filter.replaceAll("[^!~=].*", "");
        var rest = filter.substring(signs.length());
        var field = rest.substring(0, rest.indexOf(':'));
        var column = PYWB_NAMES.entrySet().stream()
                .filter(name -> name.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(field);
        var wanted = rest.substring(rest.indexOf(':') + 1);
        Predicate<String> test = kind == Kind.PYWB
                ? pywbTest(signs, wanted)
                : signs.contains("~") ? c -> c.contains(wanted) : whole(wanted);
        return row -> test.test(row.capture().cell(column)) != signs.contains("!");
    }

    private static Predicate<String> whole(String expression) {
        return Pattern.compile(expression).asMatchPredicate();
    }

    private static Predicate<String> pywbTest(String signs, String wanted) {
        if (signs.contains("~")) {
            var pattern = Pattern.compile(wanted);
            return cell -> pattern.matcher(cell).lookingAt();
        }
        return signs.contains("=") ? wanted::equals : cell -> cell.contains(wanted);
    }

    private static List<Kept> sorted(Map<String, List<String>> query, List<Kept> found) {
        var sort = first(query, "sort").orElse("");
        var sorted = new ArrayList<>(found);
        if (sort.equals("reverse")) {
            Collections.reverse(sorted);
        } else if (query.containsKey("closest")) {
            var date = FakeCapture.seconds(first(query, "closest").orElseThrow());
            sorted.sort(Comparator.comparingLong(
                    row -> Math.abs(FakeCapture.seconds(row.capture().timestamp()) - date)));
        }
        return sorted;
    }

    private FakeReply wayback(Map<String, List<String>> query, List<Kept> all, List<Kept> filtered) {
        if (query.containsKey("showNumPages")) {
            return FakeReply.text(200, Integer.toString(Math.max(1, (all.size() + 2999) / 3000)));
        }
        var collapsed = collapsed(query, sorted(query, filtered));
        var limit = number(query, "limit", 150_000);
        if (limit < 0) {
            return json(
                    query,
                    collapsed.subList(Math.max(0, collapsed.size() + limit), collapsed.size()),
                    Optional.empty());
        }
        var rest = kind == Kind.OUTBACK ? collapsed : after(query, collapsed);
        var page = rest.subList(0, Math.min(rest.size(), Math.min(limit, kind == Kind.OUTBACK ? limit : rowsOfAPage)));
        var isCut = page.size() < rest.size() || page.size() == limit;
        var key = isCut && query.containsKey("showResumeKey") && kind == Kind.WAYBACK && !page.isEmpty()
                ? Optional.of(resumeKey(page.get(page.size() - 1), columns(query)))
                : Optional.<String>empty();
        return json(query, page, key);
    }

    private static List<Kept> after(Map<String, List<String>> query, List<Kept> found) {
        // Sent once or twice encoded: the server decodes a second time.
        return first(query, "resumeKey")
                .map(key -> URLDecoder.decode(key, StandardCharsets.UTF_8))
                .map(key -> found.stream()
                        .filter(row -> (row.key() + ' ' + row.capture().timestamp()).compareTo(key) >= 0)
                        .toList())
                .orElse(found);
    }

    /** Of the columns that were asked for, as OpenWayback makes it. */
    private static String resumeKey(Kept last, List<String> columns) {
        var time = last.capture().timestamp();
        var after = time.substring(0, time.length() - 1) + (char) (time.charAt(time.length() - 1) + 1);
        return URLEncoder.encode((columns.contains("urlkey") ? last.key() : "-") + ' ' + after, StandardCharsets.UTF_8);
    }

    private static List<Kept> collapsed(Map<String, List<String>> query, List<Kept> found) {
        if (!query.getOrDefault("collapse", List.of()).contains("urlkey")) {
            return found;
        }
        var keys = new HashSet<String>();
        return found.stream().filter(row -> keys.add(row.key())).toList();
    }

    private static List<String> columns(Map<String, List<String>> query) {
        return first(query, "fl").map(names -> List.of(names.split(",", -1))).orElse(COLUMNS);
    }

    private FakeReply json(Map<String, List<String>> query, List<Kept> page, Optional<String> key) {
        var columns = columns(query);
        var lines = new ArrayList<String>();
        if (kind == Kind.WAYBACK && !page.isEmpty()) {
            lines.add(columns.stream().map(FakeIndex::quoted).collect(Collectors.joining(",", "[", "]")));
        }
        page.forEach(row -> lines.add(columns.stream()
                .map(column -> quoted(row.capture().cell(column)))
                .collect(Collectors.joining(", ", "[", "]"))));
        key.ifPresent(text -> {
            lines.add("[]");
            lines.add("[" + quoted(text) + "]");
        });
        return FakeReply.json(200, lines.stream().collect(Collectors.joining(",\n", "[", "]\n")));
    }

    private FakeReply pywb(Map<String, List<String>> query, String url, List<Kept> found) {
        var pages = Math.max(1, (found.size() + rowsOfAPage - 1) / rowsOfAPage);
        if (query.containsKey("showNumPages")) {
            return FakeReply.json(200, "{\"pages\": " + pages + ", \"pageSize\": 5, \"blocks\": " + pages * 5 + "}");
        }
        var page = number(query, "page", 0);
        if (page >= pages) {
            return FakeReply.json(
                    400,
                    "{\"message\": \"Page " + page + " invalid: First Page is 0, Last Page is " + (pages - 1) + "\"}");
        }
        if (found.isEmpty()) {
            return FakeReply.json(404, "{\"message\": \"No Captures found for: " + url + "\"}");
        }
        var start = page * rowsOfAPage;
        var end = Math.min(found.size(), start + Math.min(rowsOfAPage, number(query, "limit", 100_000)));
        var body = found.subList(start, end).stream()
                .map(row -> COLUMNS.stream()
                        .map(column -> quoted(PYWB_NAMES.getOrDefault(column, column)) + ": "
                                + quoted(row.capture().cell(column)))
                        .collect(Collectors.joining(", ", "{", "}\n")))
                .collect(Collectors.joining());
        return FakeReply.of(200, "text/x-ndjson", body);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
