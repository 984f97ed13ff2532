package ibid.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import ibid.archive.ArchiveReply.Answer;
import ibid.archive.CaptureListing.Row;
import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import ibid.web.WebResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.HttpUrl;

/** The Wayback Machine's service that names one capture of an address, quickly, and often none where there are some. */
final class Availability {
    private static final int MOST_BYTES = 1 << 16;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpUrl service;
    private final ArchiveHost host;

    private Availability(HttpUrl service, ArchiveHost host) {
        this.service = service;
        this.host = host;
    }

    /** Of the archive whose index is below this address; the Wayback Machine has it on its other host. */
    static Optional<Availability> of(String index, ArchiveHost host) {
        return Optional.ofNullable(HttpUrl.parse(index + "/wayback/available"))
                .map(url -> url.host().equals("web.archive.org")
                        ? url.newBuilder().host("archive.org").build()
                        : url)
                .map(url -> new Availability(url, host));
    }

    /** The capture that it names; its status may be that of an error page. */
    CompletableFuture<Optional<Row>> newest(String address, Turn turn) {
        var asked = Url.parse(service.newBuilder()
                        .addQueryParameter("url", address)
                        .build()
                        .toString())
                .orElseThrow();
        return host.ask(ArchiveHost.Service.INDEX, asked, turn, false)
                .thenApply(
                        reply -> reply instanceof Answer answer ? row(address, answer.response()) : Optional.empty());
    }

    private static Optional<Row> row(String address, WebResponse response) {
        if (response.status() != 200) {
            return Optional.empty();
        }
        try {
            var body = response.body().decoded(response.headers(), MOST_BYTES).bytes();
            var closest = JSON.readTree(body).path("archived_snapshots").path("closest");
            return closest.path("available").asBoolean() ? row(address, closest) : Optional.empty();
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    /** Only where it is a capture of the address that was asked for. */
    private static Optional<Row> row(String address, JsonNode closest) {
        var time = closest.path("timestamp").asText("");
        var copy = closest.path("url").asText("");
        var mark = copy.indexOf(time + "/");
        if (time.length() != 14 || mark < 0) {
            return Optional.empty();
        }
        var original = copy.substring(mark + time.length() + 1);
        var query = CaptureQuery.of(address, 1);
        var rows = new CdxRows(query, Url.parse(address).orElseThrow());
        rows.take(List.of(Map.of(
                "original",
                original,
                "timestamp",
                time,
                "statuscode",
                closest.path("status").asText("-"))));
        return rows.rows().stream().findFirst();
    }
}
