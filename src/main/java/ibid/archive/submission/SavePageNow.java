package ibid.archive.submission;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.archive.ArchiveHost;
import ibid.archive.ArchiveHost.Service;
import ibid.archive.ArchiveReply;
import ibid.archive.ArchiveReply.Answer;
import ibid.archive.ArchiveReply.Silence;
import ibid.archive.CaptureListing;
import ibid.archive.CaptureListing.Row;
import ibid.archive.Replay;
import ibid.archive.Snapshot;
import ibid.config.Saving;
import ibid.url.Redaction;
import ibid.url.Url;
import ibid.web.Header;
import ibid.web.LookupBudget.Turn;
import ibid.web.WebRequest;
import ibid.web.WebRequest.Content;
import ibid.web.WebRequest.Method;
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
import java.util.function.Function;

/**
 * Save Page Now 2 of a Wayback-compatible archive ("Save Page Now 2 Public API Docs", rev. 2025-10-22): a POST to {@code
 * /save} gives a job, whose state is asked for at {@code /save/status/JOB}. It answers with status 200 also where it refuses:
 * the fields of its JSON count.
 */
final class SavePageNow implements SavingArchive {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    /** Error pages are not kept; what was captured meanwhile is not captured again, also where a request came twice. */
    private static final String OPTIONS = "&capture_all=0&skip_first_archive=1&if_not_archived_within=30d";

    private static final String SAME = "The same snapshot had been made";

    private final Saving.SavePageNow settings;
    private final ArchiveHost host;
    private final NewestCopy newest;
    private final InstantSource clock;
    private final Answers answers;
    private final Function<String, CompletableFuture<CaptureListing>> captures;

    /** @param captures lists the last ones of an address */
    SavePageNow(
            Saving.SavePageNow settings,
            ArchiveHost host,
            InstantSource clock,
            Function<String, CompletableFuture<CaptureListing>> captures) {
        this.settings = settings;
        this.host = host;
        this.clock = clock;
        this.newest = new NewestCopy(settings.archive().replay(), host, clock);
        this.answers = new Answers(host.name(), List.of(settings.secretKey(), settings.accessKey()));
        this.captures = captures;
    }

    @Override
    public String name() {
        return host.name();
    }

    @Override
    public ArchiveHost host() {
        return host;
    }

    @Override
    public CompletableFuture<Listed> copies(String address) {
        return captures.apply(address)
                .thenApply(listing ->
                        new Listed(listing.captures().stream().map(this::copy).toList(), listing.complete()));
    }

    private Snapshot copy(Row row) {
        return copy(row.original(), row.at(), row.status().orElse(0));
    }

    private Snapshot copy(String original, Instant at, int status) {
        var address = Replay.of(settings.archive().replay()).shown(original, at);
        return new Snapshot(name(), at, address, status, "", false);
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
            return new Quota.None(answers.closed(response));
        }
        var said = Answers.json(response).filter(json -> json.path("available").isNumber());
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
                .thenCompose(reply -> had(answers.sent(reply, this::begun), address));
    }

    /** "The same snapshot had been made 3 minutes ago", without its address, which the index does not know yet either. */
    private CompletableFuture<Sent> had(Sent sent, String address) {
        return sent instanceof Sent.Refused refused && refused.why().contains(SAME)
                ? newest.of(address)
                        .thenApply(copy -> copy.<Sent>map(found -> new Sent.Had(found, refused.why()))
                                .orElse(sent))
                : CompletableFuture.completedFuture(sent);
    }

    private Sent begun(JsonNode json) {
        var job = json.path("job_id").asText("");
        var message = answers.text(json, "message");
        if (!job.isBlank() && !json.path("job_id").isNull()) {
            return new Sent.Accepted(job, message);
        }
        var code = answers.text(json, "status_ext");
        return new Sent.Refused(told(code, message), SavePageNowErrors.of(code, message));
    }

    private String told(String code, String message) {
        var words = message.isEmpty() ? code : message + (code.isEmpty() ? "" : " (" + code + ")");
        return name() + (words.isEmpty() ? " gave no reason" : " says: " + words);
    }

    @Override
    public CompletableFuture<Job> look(String job, PageToSave page) {
        return get("/save/status/" + URLEncoder.encode(job, StandardCharsets.UTF_8))
                .thenApply(reply -> state(reply, page));
    }

    private Job state(ArchiveReply reply, PageToSave page) {
        if (reply instanceof Silence silence) {
            return new Job.Silent(silence.why());
        }
        var response = ((Answer) reply).response();
        if (response.status() == 404) {
            return new Job.Forgotten(name() + " knows nothing of the job any more");
        }
        var json = Answers.json(response);
        if (json.isEmpty() || response.status() >= 300) {
            return new Job.Silent(name() + " did not tell how far it is (status " + response.status() + ")");
        }
        var said = json.get();
        return switch (said.path("status").asText("")) {
            case "success" -> made(said, page);
            case "error" -> {
                var code = answers.text(said, "status_ext");
                var message = answers.text(said, "message");
                yield new Job.Failed(told(code, message), SavePageNowErrors.of(code, message));
            }
            case "pending" -> new Job.Running();
            default -> new Job.Silent(name() + " did not tell how far it is");
        };
    }

    /** The service names the address behind the redirects that it followed: perhaps to a page for whoever comes from there. */
    private Job made(JsonNode json, PageToSave page) {
        var at = time(json.path("timestamp").asText(""));
        if (at.isEmpty()) {
            return new Job.Forgotten(name() + " reports success and names no copy");
        }
        var original = Url.parse(json.path("original_url").asText(""));
        if (original.filter(url -> !page.isShownAt(url)).isPresent()) {
            return new Job.Failed(
                    name() + " captured " + Redaction.shown(answers.text(json, "original_url"))
                            + " instead, where the address was not seen to redirect",
                    Remedy.NONE);
        }
        var captured = original.map(Url::text).orElse(page.address());
        return new Job.Done(copy(captured, at.get(), json.path("http_status").asInt(0)));
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
}
