package ibid.archive.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Perma.cc without a network, and a log of what it was asked. */
public final class FakePerma {
    public static final String KEY = "pErMaKeY0123456789";

    private static final String BASE = "/v1";
    private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]*)\"");

    private final InstantSource clock;
    private final Map<String, FakeReply> posts = new HashMap<>();
    private final Map<String, FakeReply> ends = new HashMap<>();
    private final Map<String, Integer> looks = new HashMap<>();
    private final List<String> links = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> publicly = new ArrayList<>();

    /** @param clock stamps the captures */
    public FakePerma(InstantSource clock) {
        this.clock = clock;
    }

    /** What it answers to whoever wants this address kept. */
    public FakePerma answers(String url, FakeReply reply) {
        posts.put(url, reply);
        return this;
    }

    /** What the job for this address comes to, after it was in progress once. */
    public FakePerma ends(String url, FakeReply state) {
        ends.put(url, state);
        return this;
    }

    /** A link that somebody else made, of this time. */
    public FakePerma holds(String url, String timestamp) {
        publicly.add("{\"guid\":\"AB12-CD34\",\"creation_timestamp\":\"" + timestamp + "\",\"url\":\"" + url
                + "\",\"title\":\"A page\"}");
        return this;
    }

    static boolean serves(String path) {
        return path.startsWith(BASE + "/");
    }

    /** Answers a request; empty for never. */
    public synchronized Optional<FakeReply> reply(
            String method, String target, Map<String, String> headers, String body) {
        var path = target.replaceFirst("\\?.*", "").substring(BASE.length());
        asked.add(method + " " + path);
        if (path.equals("/public/archives/")) {
            return Optional.of(listed(target));
        }
        if (!headers.getOrDefault("authorization", "").equals("ApiKey " + KEY)) {
            return Optional.of(FakeReply.json(401, "{\"detail\":\"Invalid token.\"}"));
        }
        return Optional.of(method.equals("POST") ? begun(body) : state(path))
                .filter(reply -> !reply.equals(FakeReply.NEVER));
    }

    /** As the service does for who does not ask for an address that it knows: all that it has. */
    private FakeReply listed(String target) {
        var wanted = URLDecoder.decode(target.replaceFirst(".*[?&]url=", ""), StandardCharsets.UTF_8);
        var fitting = publicly.stream()
                .filter(link -> link.contains("\"" + wanted + "\"") || wanted.contains("unknown"))
                .toList();
        return FakeReply.json(
                200,
                "{\"meta\":{\"limit\":20,\"next\":null,\"offset\":0,\"previous\":null,\"total_count\":" + fitting.size()
                        + "},\"objects\":[" + String.join(",", fitting) + "]}");
    }

    private FakeReply begun(String body) {
        var match = URL.matcher(body);
        var url = match.find() ? match.group(1) : "";
        links.add(url);
        var guid = String.format(Locale.ROOT, "PQ%02d-X7YZ", links.size());
        return posts.getOrDefault(
                url,
                FakeReply.json(
                        201,
                        "{\"guid\":\"" + guid + "\",\"creation_timestamp\":\"" + clock.instant() + "\",\"url\":\"" + url
                                + "\",\"captures\":[{\"role\":\"primary\",\"status\":\"pending\"}]}"));
    }

    private FakeReply state(String path) {
        var guid = path.replaceFirst("^/capture_jobs/(.*)/$", "$1");
        if (!guid.matches("PQ\\d\\d-X7YZ")) {
            return FakeReply.json(404, "{\"detail\":\"Not found.\"}");
        }
        if (looks.merge(guid, 1, Integer::sum) == 1) {
            return FakeReply.json(200, "{\"guid\":\"" + guid + "\",\"status\":\"in_progress\",\"step_count\":2.0}");
        }
        var url = links.get(Integer.parseInt(guid.substring(2, 4)) - 1);
        return ends.getOrDefault(
                url,
                FakeReply.json(
                        200,
                        "{\"guid\":\"" + guid + "\",\"status\":\"completed\",\"capture_start_time\":\""
                                + clock.instant() + "\"}"));
    }

    /** The addresses for which a link was asked for, in that order. */
    public synchronized List<String> sent() {
        return List.copyOf(links);
    }

    /** Method and path of all requests so far. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }
}
