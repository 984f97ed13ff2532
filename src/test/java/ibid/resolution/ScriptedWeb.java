package ibid.resolution;

import ibid.web.Body;
import ibid.web.Header;
import ibid.web.Web;
import ibid.web.WebFailure;
import ibid.web.WebReply;
import ibid.web.WebRequest;
import ibid.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * A web that answers from a script, a line an answer: {@code https://e.com/a -> 301 Location: /b}.
 *
 * <p>{@code HEAD} or {@code GET} before the address narrows the line to that method, {@code Cookie: c=1} to requests with
 * that cookie. Lines for one address are given in turn, the last for ever. Behind the arrow: a status, headers parted by
 * {@code ;;} and after {@code |} the body, in which {@code \n} ends a line; or {@code ! CAUSE TIMES} for a failure. A robots.txt that is not in the script
 * answers 404 at once and is not listed.
 */
final class ScriptedWeb implements Web {
    private final Map<String, List<String>> script = new TreeMap<>();
    private final Map<String, Integer> turn = new TreeMap<>();
    final List<WebRequest> sent = new ArrayList<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean holding;
    boolean othersAnswered = true;
    boolean dead;

    ScriptedWeb(String lines) {
        lines.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            var sides = line.split(" -> ", 2);
            script.computeIfAbsent(sides[0], key -> new ArrayList<>()).add(sides[1]);
        });
    }

    /** Answers nothing until {@link #release}. */
    ScriptedWeb hold() {
        holding = true;
        return this;
    }

    /** Answers the oldest request that waits. */
    void release() {
        held.remove(0).run();
    }

    /** Requests as {@code GET https://e.com/a}. */
    List<String> asked() {
        return sent.stream().map(r -> r.method() + " " + r.url().address()).toList();
    }

    @Override
    public CompletableFuture<WebReply> send(WebRequest request) {
        var address = request.url().address();
        if (address.endsWith("/robots.txt") && !script.containsKey(address)) {
            return CompletableFuture.completedFuture(reply(request, "404"));
        }
        sent.add(request);
        var reply = new CompletableFuture<WebReply>();
        var line = line(request);
        if (holding) {
            held.add(() -> reply.complete(reply(request, line)));
        } else {
            reply.complete(reply(request, line));
        }
        return reply;
    }

    private String line(WebRequest request) {
        var address = request.url().address();
        var cookie = request.headers().stream()
                .filter(h -> h.name().equals("Cookie"))
                .map(h -> " Cookie: " + h.value())
                .findFirst()
                .orElse("");
        for (var key : List.of(
                request.method() + " " + address + cookie,
                address + cookie,
                request.method() + " " + address,
                address)) {
            var lines = script.get(key);
            if (lines != null) {
                var next = turn.merge(request.method() + key, 1, Integer::sum);
                return lines.get(Math.min(next, lines.size()) - 1);
            }
        }
        throw new AssertionError("not in the script: " + request.method() + " " + address + cookie);
    }

    private static WebReply reply(WebRequest request, String line) {
        if (line.startsWith("!")) {
            var words = line.split(" ", -1);
            var times = words.length > 2 ? Integer.parseInt(words[2]) : 2;
            var cause = WebFailure.Cause.valueOf(words[1]);
            return new WebFailure(
                    cause, "the detail of " + cause, times, cause == WebFailure.Cause.NOT_SENT ? 0 : times);
        }
        var parts = line.split("\\s\\|", 2);
        var status = Integer.parseInt(parts[0].strip().split(" ", 2)[0]);
        var headers = new ArrayList<Header>();
        for (var header : parts[0].strip().substring(3).split(";;", -1)) {
            if (!header.isBlank()) {
                var sides = header.strip().split(": ?", 2);
                headers.add(new Header(sides[0], sides[1]));
            }
        }
        if (parts.length > 1) {
            headers.add(new Header("Content-Type", "text/html"));
        }
        var head = request.method() == WebRequest.Method.HEAD;
        var body = parts.length > 1 && !head
                ? new Body(parts[1].replace("\\n", "\n").getBytes(StandardCharsets.UTF_8))
                : Body.EMPTY;
        return new WebResponse(
                request,
                request.url().address(),
                "http/1.1",
                status,
                "",
                request.headers(),
                headers,
                body,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                1);
    }

    @Override
    public boolean anyHostAnswered() {
        return othersAnswered;
    }

    @Override
    public boolean networkDead() {
        return dead;
    }

    @Override
    public void stop() {}

    @Override
    public void close() {}
}
