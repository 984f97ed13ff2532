package ibid.archive.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ibid.archive.ArchiveHost;
import ibid.archive.ArchiveHost.Service;
import ibid.archive.ArchiveReply;
import ibid.archive.ArchiveReply.Answer;
import ibid.archive.ArchiveReply.Silence;
import ibid.archive.Replay;
import ibid.archive.Snapshot;
import ibid.config.Saving;
import ibid.url.Url;
import ibid.web.Header;
import ibid.web.LookupBudget.Turn;
import ibid.web.WebRequest;
import ibid.web.WebRequest.Content;
import ibid.web.WebRequest.Method;
import ibid.web.WebResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Save Page Now 2 of a Wayback-compatible archive ("Save Page Now 2 Public API Docs", rev. 2025-10-22): a POST to {@code
 * /save} gives a job, whose state is asked for at {@code /save/status/JOB}. It answers with status 200 also where it refuses:
 * the fields of its JSON count.
 */
final class SavePageNow implements SavingArchive {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);
    private static final int MOST_BYTES = 1 << 20;
    private static final JsonMapper JSON = new JsonMapper();

    /** Error pages are not kept; what was captured meanwhile is not captured again, also where a request came twice. */
    private static final String OPTIONS = "&capture_all=0&skip_first_archive=1&if_not_archived_within=30d";

    private final Saving.SavePageNow settings;
    private final ArchiveHost host;
    private final InstantSource clock;
    private final Spoken spoken;

    SavePageNow(Saving.SavePageNow settings, ArchiveHost host, InstantSource clock) {
        this.settings = settings;
        this.host = host;
        this.clock = clock;
        this.spoken = new Spoken(List.of(settings.secretKey(), settings.accessKey()));
    }

    @Override
    public String name() {
        return host.name();
    }

    @Override
    public void sendNoMore(String why) {
        host.stop(Service.SAVES, why);
    }

    @Override
    public void stop(String why) {
        host.stop(Turn.SAVED, why);
    }

    @Override
    public CompletableFuture<Quota> quota() {
        // The parameter keeps caches from answering.
        return get("/save/status/user?_t=" + clock.millis()).thenApply(this::quota);
    }

    private Quota quota(ArchiveReply reply) {
        if (reply instanceof Silence silence) {
            return new Quota.None(silence.why());
        }
        var response = ((Answer) reply).response();
        if (response.status() == 401 || response.status() == 403) {
            return new Quota.None(unknownKeys(response));
        }
        var said = json(response).filter(json -> json.path("available").isNumber());
        if (said.isEmpty()) {
            return new Quota.None(name() + " does not tell how much may be saved (status " + response.status() + ")");
        }
        var limit = said.get().path("daily_captures_limit").asLong(Long.MAX_VALUE);
        var left = limit - said.get().path("daily_captures").asLong(0);
        return left <= 0
                ? new Quota.None("the " + limit + " captures that " + name() + " allows a day are used up")
                : new Quota.Known(Math.max(0, said.get().path("available").asInt()), left);
    }

    @Override
    public CompletableFuture<Sent> send(String address) {
        var form = "url=" + URLEncoder.encode(address, StandardCharsets.UTF_8) + OPTIONS;
        return host.ask(
                        Service.SAVES,
                        limits -> WebRequest.post(at("/save"), headers(), new Content(FORM, form), limits),
                        Turn.SAVED)
                .thenApply(this::sent);
    }

    private Sent sent(ArchiveReply reply) {
        if (reply instanceof Silence silence) {
            return silence.reached() ? new Sent.Unknown(silence.why()) : new Sent.NotSent(silence.why());
        }
        var response = ((Answer) reply).response();
        var status = response.status();
        if (status < 300) {
            return json(response)
                    .map(this::begun)
                    .orElseGet(() -> new Sent.Unknown(name() + " answered with something else than JSON"));
        }
        return switch (status) {
            case 401, 403 -> new Sent.Refused(unknownKeys(response), Remedy.STOP);
            case 404, 405 -> new Sent.Refused(name() + " saves nothing at this address", Remedy.STOP);
            case 429 -> new Sent.Refused(name() + " asks for fewer requests (status 429)", Remedy.STOP);
            case 503 -> new Sent.Refused(name() + " is overloaded (status 503)", Remedy.STOP);
            // A gateway that gives up says nothing of what became of the request behind it.
            default ->
                status >= 500
                        ? new Sent.Unknown(name() + " answered with status " + status)
                        : new Sent.Refused(name() + " answered with status " + status + said(response), Remedy.NONE);
        };
    }

    private Sent begun(JsonNode json) {
        var job = json.path("job_id").asText("");
        var message = spoken.text(json.path("message").asText(""));
        if (!job.isBlank() && !json.path("job_id").isNull()) {
            return new Sent.Accepted(job, message);
        }
        var code = spoken.text(json.path("status_ext").asText(""));
        return new Sent.Refused(told(code, message), SavePageNowErrors.of(code, message));
    }

    private String told(String code, String message) {
        var words = message.isEmpty() ? code : message + (code.isEmpty() ? "" : " (" + code + ")");
        return name() + (words.isEmpty() ? " gave no reason" : " says: " + words);
    }

    private String unknownKeys(WebResponse response) {
        return name() + " does not accept the keys (status " + response.status() + ")";
    }

    private String said(WebResponse response) {
        var message = json(response)
                .map(json -> spoken.text(json.path("message").asText("")))
                .orElse("");
        return message.isEmpty() ? "" : ": " + message;
    }

    @Override
    public CompletableFuture<Job> look(String job, String address) {
        return get("/save/status/" + URLEncoder.encode(job, StandardCharsets.UTF_8))
                .thenApply(reply -> state(reply, address));
    }

    private Job state(ArchiveReply reply, String address) {
        if (reply instanceof Silence silence) {
            return new Job.Silent(silence.why());
        }
        var response = ((Answer) reply).response();
        if (response.status() == 404) {
            return new Job.Forgotten(name() + " knows nothing of the job any more");
        }
        var json = json(response);
        if (json.isEmpty() || response.status() >= 300) {
            return new Job.Silent(name() + " did not tell how far it is (status " + response.status() + ")");
        }
        var said = json.get();
        return switch (said.path("status").asText("")) {
            case "success" ->
                copy(said, address)
                        .<Job>map(Job.Done::new)
                        .orElseGet(() -> new Job.Forgotten(name() + " reports success and names no copy"));
            case "error" -> {
                var code = spoken.text(said.path("status_ext").asText(""));
                var message = spoken.text(said.path("message").asText(""));
                yield new Job.Failed(told(code, message), SavePageNowErrors.of(code, message));
            }
            case "pending" -> new Job.Running();
            default -> new Job.Silent(name() + " did not tell how far it is");
        };
    }

    /** The address behind the redirects, as the service names it. */
    private Optional<Snapshot> copy(JsonNode json, String address) {
        var original = Optional.of(json.path("original_url").asText(""))
                .filter(text -> Url.parse(text).isPresent())
                .orElse(address);
        var base = settings.archive().replay();
        return time(json.path("timestamp").asText(""))
                .map(at -> new Snapshot(
                        name(),
                        at,
                        Replay.of(base).shown(original, at),
                        json.path("http_status").asInt(0),
                        "",
                        false));
    }

    private static Optional<Instant> time(String digits) {
        try {
            return Optional.of(LocalDateTime.parse(digits, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private CompletableFuture<ArchiveReply> get(String path) {
        return host.ask(
                Service.STATUS, limits -> new WebRequest(Method.GET, at(path), headers(), limits, true), Turn.SAVED);
    }

    private List<Header> headers() {
        return List.of(
                new Header("Accept", "application/json"),
                new Header(
                        "Authorization",
                        "LOW " + settings.accessKey().value() + ":"
                                + settings.secretKey().value()));
    }

    private Url at(String path) {
        return Url.parse(settings.archive().index() + path).orElseThrow();
    }

    /** A page for people is none of its answers, whatever status it has. */
    private static Optional<JsonNode> json(WebResponse response) {
        try {
            var body = response.body().decoded(response.headers(), MOST_BYTES).bytes();
            return Optional.ofNullable(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
