package ibid.archive.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ibid.archive.ArchiveHost;
import ibid.archive.ArchiveHost.Service;
import ibid.archive.ArchiveReply;
import ibid.archive.ArchiveReply.Answer;
import ibid.archive.ArchiveReply.Silence;
import ibid.archive.Snapshot;
import ibid.config.Saving;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import ibid.web.Header;
import ibid.web.LookupBudget.Turn;
import ibid.web.WebRequest;
import ibid.web.WebRequest.Content;
import ibid.web.WebRequest.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Perma.cc, or a service with its interface (its developer documentation, version 1): a POST to {@code /archives/} gives a
 * link, whose capture is asked for at {@code /capture_jobs/GUID/}. It tells nobody beforehand how many links are left.
 */
final class Perma implements SavingArchive {
    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = new JsonMapper();

    /** Anything else is no name of a link, and would lead elsewhere in an address. */
    private static final Pattern GUID = Pattern.compile("[A-Za-z0-9]{2,8}(-[A-Za-z0-9]{2,8}){0,3}");

    /** Captures of one account at once; the service makes them one after the other. */
    private static final int TOGETHER = 2;

    private final Saving.Perma settings;
    private final ArchiveHost host;
    private final InstantSource clock;
    private final Answers answers;

    Perma(Saving.Perma settings, ArchiveHost host, InstantSource clock) {
        this.settings = settings;
        this.host = host;
        this.clock = clock;
        var links = Url.parse(settings.links()).map(Url::host).orElse(host.name());
        this.answers = new Answers(links, List.of(settings.key()));
    }

    @Override
    public String name() {
        return answers.name();
    }

    @Override
    public ArchiveHost host() {
        return host;
    }

    @Override
    public CompletableFuture<Quota> quota() {
        return CompletableFuture.completedFuture(new Quota.Known(TOGETHER, Long.MAX_VALUE));
    }

    /**
     * The links to an address that everybody may see, asked for without the key. There may be private ones, so the list is
     * never complete.
     */
    @Override
    public CompletableFuture<Listed> copies(String address) {
        var query = "/public/archives/?format=json&url=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
        return host.ask(
                        Service.INDEX,
                        limits -> new WebRequest(
                                Method.GET, at(query), List.of(new Header("Accept", JSON_TYPE)), limits, true),
                        Turn.SAVED)
                .thenApply(reply -> listed(reply, address));
    }

    private Listed listed(ArchiveReply reply, String address) {
        var json = reply instanceof Answer answer && answer.response().status() < 300
                ? Answers.json(answer.response())
                : Optional.<JsonNode>empty();
        return json.filter(list -> list.path("objects").isArray())
                .map(list ->
                        new Listed(
                                list.path("objects")
                                        .valueStream()
                                        .filter(link -> isSame(link.path("url").asText(""), address))
                                        .flatMap(link -> copy(
                                                link.path("guid").asText(""),
                                                link.path("creation_timestamp").asText(""))
                                                .stream())
                                        .toList(),
                                false))
                .orElse(Listed.NOTHING);
    }

    /** A service that does not know the parameter lists whatever it has. */
    private static boolean isSame(String listed, String address) {
        return Url.parse(listed)
                .flatMap(one -> Url.parse(address).map(other -> CanonicalKey.areEqual(one, other, Level.ADDRESS)))
                .orElse(false);
    }

    @Override
    public CompletableFuture<Sent> send(String address) {
        var content = new Content(
                JSON_TYPE, JSON.createObjectNode().put("url", address).toString());
        return host.ask(
                        Service.SAVES,
                        limits -> WebRequest.post(at("/archives/"), headers(), content, limits),
                        Turn.SAVED)
                .thenApply(reply -> answers.sent(reply, this::begun));
    }

    private Sent begun(JsonNode json) {
        var guid = json.path("guid").asText("");
        return GUID.matcher(guid).matches()
                ? new Sent.Accepted(guid, "")
                : new Sent.Unknown(name() + " answered without the name of a link");
    }

    @Override
    public CompletableFuture<Job> look(String job, PageToSave page) {
        return host.ask(
                        Service.STATUS,
                        limits -> new WebRequest(Method.GET, at("/capture_jobs/" + job + "/"), headers(), limits, true),
                        Turn.SAVED)
                .thenApply(reply -> state(reply, job));
    }

    private Job state(ArchiveReply reply, String guid) {
        if (reply instanceof Silence silence) {
            return new Job.Silent(silence.why());
        }
        var response = ((Answer) reply).response();
        if (response.status() == 404) {
            return new Job.Forgotten(name() + " knows nothing of the job any more");
        }
        var json = response.status() < 300 ? Answers.json(response) : Optional.<JsonNode>empty();
        if (json.isEmpty()) {
            return new Job.Silent(name() + " did not tell how far it is (status " + response.status() + ")");
        }
        var status = answers.text(json.get(), "status");
        return switch (status) {
            case "pending", "in_progress" -> new Job.Running();
            case "completed" ->
                copy(guid, json.get().path("capture_start_time").asText(""))
                        .<Job>map(Job.Done::new)
                        .orElseGet(() -> new Job.Forgotten(name() + " reports success and names no copy"));
            case "failed", "deleted", "invalid" -> {
                var message = answers.text(json.get(), "message");
                yield new Job.Failed(
                        name() + " says: " + (message.isEmpty() ? status : message + " (" + status + ")"), Remedy.NONE);
            }
            default -> new Job.Silent(name() + " did not tell how far it is");
        };
    }

    /** Without a time of its own the copy is of now, or a little before. */
    private Optional<Snapshot> copy(String guid, String time) {
        return Optional.of(guid)
                .filter(name -> GUID.matcher(name).matches())
                .map(name -> new Snapshot(
                        name(), time(time).orElseGet(clock::instant), settings.links() + "/" + name, 0, "", false));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private List<Header> headers() {
        return List.of(
                new Header("Accept", JSON_TYPE),
                new Header("Authorization", "ApiKey " + settings.key().value()));
    }

    private Url at(String path) {
        return Url.parse(settings.api() + path).orElseThrow();
    }
}
