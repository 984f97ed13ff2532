package ibid.archive.fake;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Save Page Now 2 without a network, with its account, its moods, and a log of what it was asked. */
public final class FakeSavePageNow {
    public static final String ACCESS_KEY = "AcCeSsKeY01234567";
    public static final String SECRET_KEY = "sEcReTkEy89abcdef";

    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** What happens to one address. */
    public record Plan(List<FakeReply> posts, int pending, Optional<FakeReply> end) {

        /** It is captured after it was pending so often. */
        public static Plan captured(int pending) {
            return new Plan(List.of(), pending, Optional.empty());
        }

        /** The job ends in an error. */
        public static Plan fails(String code) {
            return ends(FakeReply.json(
                    200,
                    "{\"status\":\"error\",\"job_id\":\"spn2-x\",\"exception\":\"[Errno]\",\"status_ext\":\"error:"
                            + code + "\",\"message\":\"It went wrong.\",\"resources\":[]}"));
        }

        /** The job's state is this. */
        public static Plan ends(FakeReply state) {
            return new Plan(List.of(), 1, Optional.of(state));
        }

        /** The first requests for it are answered so, those after them usually. */
        public static Plan answered(FakeReply... replies) {
            return new Plan(List.of(replies), 1, Optional.empty());
        }

        /** The request for it is refused with an error, in an answer of status 200. */
        public static Plan refused(String code, String message) {
            return answered(FakeReply.json(
                    200, "{\"message\":\"" + message + "\",\"status\":\"error\",\"status_ext\":\"" + code + "\"}"));
        }
    }

    /** One request as it came. */
    public record Asked(Instant at, String method, String path, String url, String authorization, String accept) {}

    private static final class Job {
        private final String url;
        private int looks;
        private boolean over;

        Job(String url) {
            this.url = url;
        }
    }

    private final InstantSource clock;
    private final Map<String, Plan> plans = new HashMap<>();
    private final Map<String, Integer> posts = new HashMap<>();
    private final Map<String, Job> jobs = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();
    private Optional<FakeReply> account = Optional.empty();
    private int together = 3;
    private int made;
    private int limit = 30_000;

    /** @param clock stamps the log and the captures */
    public FakeSavePageNow(InstantSource clock) {
        this.clock = clock;
    }

    /** What happens to an address; others are captured after they were pending once. */
    public FakeSavePageNow plan(String url, Plan plan) {
        plans.put(url, plan);
        return this;
    }

    /** Captures that the account may have under way, made already today, and may have made a day. */
    public FakeSavePageNow account(int mayRun, int alreadyMade, int aDay) {
        together = mayRun;
        made = alreadyMade;
        limit = aDay;
        return this;
    }

    /** What it answers to whoever asks for the account. */
    public FakeSavePageNow accountAnswers(FakeReply reply) {
        account = Optional.of(reply);
        return this;
    }

    /** The jobs are as long ago as it remembers them. */
    public synchronized FakeSavePageNow forgetsJobs() {
        jobs.clear();
        return this;
    }

    static boolean serves(String path) {
        return path.equals("/save") || path.startsWith("/save/");
    }

    /** Answers a request; empty for never. */
    public synchronized Optional<FakeReply> reply(
            String method, String target, Map<String, String> headers, String body) {
        var path = target.replaceFirst("\\?.*", "");
        var url = method.equals("POST") ? url(body) : "";
        asked.add(new Asked(
                clock.instant(),
                method,
                path,
                url,
                headers.getOrDefault("authorization", ""),
                headers.getOrDefault("accept", "")));
        if (!headers.getOrDefault("authorization", "").equals("LOW " + ACCESS_KEY + ":" + SECRET_KEY)) {
            return Optional.of(FakeReply.json(401, "{\"message\":\"You need to be logged in to use Save Page Now.\"}"));
        }
        if (method.equals("POST")) {
            return begun(url);
        }
        return Optional.of(path.equals("/save/status/user") ? account() : state(path));
    }

    private FakeReply account() {
        var running = running();
        return account.orElseGet(() -> FakeReply.json(
                200,
                "{\"processing\":" + running + ",\"available\":" + Math.max(0, together - running)
                        + ",\"daily_captures\":" + made + ",\"daily_captures_limit\":" + limit + "}"));
    }

    /** Jobs that are under way now. */
    private long running() {
        return jobs.values().stream().filter(job -> !job.over).count();
    }

    private Optional<FakeReply> begun(String url) {
        var plan = plans.getOrDefault(url, Plan.captured(1));
        var number = posts.merge(url, 1, Integer::sum);
        if (number <= plan.posts().size()) {
            return Optional.of(plan.posts().get(number - 1)).filter(reply -> !reply.equals(FakeReply.NEVER));
        }
        if (running() >= together) {
            return Optional.of(FakeReply.json(
                    200,
                    "{\"message\":\"You have already reached the limit of active Save Page Now sessions.\","
                            + "\"status\":\"error\",\"status_ext\":\"error:user-session-limit\"}"));
        }
        var id = String.format(Locale.ROOT, "spn2-%040x", jobs.size() + 1);
        jobs.put(id, new Job(url));
        made++;
        return Optional.of(FakeReply.json(200, "{\"url\":\"" + url + "\",\"job_id\":\"" + id + "\"}"));
    }

    private FakeReply state(String path) {
        var id = path.substring("/save/status/".length());
        var job = jobs.get(id);
        if (job == null) {
            return FakeReply.json(404, "{\"message\":\"Job not found\"}");
        }
        var plan = plans.getOrDefault(job.url, Plan.captured(1));
        if (job.looks++ < plan.pending()) {
            return FakeReply.json(200, "{\"status\":\"pending\",\"job_id\":\"" + id + "\",\"resources\":[]}");
        }
        job.over = true;
        return plan.end()
                .orElseGet(() -> FakeReply.json(
                        200,
                        "{\"status\":\"success\",\"job_id\":\"" + id + "\",\"original_url\":\"" + job.url
                                + "\",\"timestamp\":\"" + DIGITS.format(clock.instant())
                                + "\",\"duration_sec\":6.2,\"http_status\":200,\"resources\":[\"" + job.url
                                + "\"],\"outlinks\":[]}"));
    }

    private static String url(String form) {
        for (var part : form.split("&", -1)) {
            if (part.startsWith("url=")) {
                return URLDecoder.decode(part.substring("url=".length()), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    /** All requests so far. */
    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** The addresses for which a copy was asked for, in that order. */
    public List<String> sent() {
        return asked().stream()
                .filter(one -> one.method().equals("POST"))
                .map(Asked::url)
                .toList();
    }

    /** The most requests for copies that came within any minute. */
    public long mostSentInAMinute() {
        return mostInAMinute(
                asked().stream().filter(one -> one.method().equals("POST")).toList());
    }

    /** The same of all others. */
    public long mostAskedInAMinute() {
        return mostInAMinute(
                asked().stream().filter(one -> one.method().equals("GET")).toList());
    }

    private static long mostInAMinute(List<Asked> requests) {
        return requests.stream()
                .mapToLong(first -> requests.stream()
                        .filter(other -> !other.at().isBefore(first.at())
                                && other.at().isBefore(first.at().plus(Duration.ofMinutes(1))))
                        .count())
                .max()
                .orElse(0);
    }
}
