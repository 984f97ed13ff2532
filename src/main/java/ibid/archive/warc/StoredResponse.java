package ibid.archive.warc;

import ibid.web.Body;
import ibid.web.Header;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;

/**
 * One record of a capture.
 *
 * @param page without a body where another record has it
 * @param refersTo the capture whose payload is the same, of a revisit
 */
record StoredResponse(KeptPage page, Optional<Reference> refersTo) {

    /** A larger body is no page that was kept here. */
    private static final int MOST_BYTES = 256 << 20;

    /** Another capture. */
    record Reference(String url, Instant at) {}

    static StoredResponse read(Path directory, IndexedCapture capture) throws IOException {
        try (var file = FileSlice.of(directory.resolve(capture.file()))) {
            return RecordAt.read(file, capture.offset(), record -> of(record, capture))
                    .value();
        }
    }

    private static StoredResponse of(WarcRecord record, IndexedCapture capture) throws IOException {
        if (record instanceof WarcRevisit revisit) {
            var url = record.headers().first("WARC-Refers-To-Target-URI").orElse(capture.url());
            var reference = new Reference(url, revisit.refersToDate().orElse(capture.at()));
            return new StoredResponse(
                    page(capture, revisit.http(), new Body(new byte[0]), Optional.empty()), Optional.of(reference));
        }
        if (record instanceof WarcResponse response) {
            var http = response.http();
            var body = new Body(http.body().stream().readNBytes(MOST_BYTES));
            var truncated = record.headers().first("WARC-Truncated");
            return new StoredResponse(page(capture, http, body, truncated), Optional.empty());
        }
        throw new IOException("at byte " + capture.offset() + " of " + capture.file() + " stands no response");
    }

    private static KeptPage page(IndexedCapture capture, HttpResponse http, Body body, Optional<String> truncated) {
        var headers = new ArrayList<Header>();
        http.headers().map().forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
        return new KeptPage(capture, http.status(), http.reason(), headers, body, truncated);
    }

    /** The headers of this record with the body of the one that it refers to. */
    KeptPage with(KeptPage whole) {
        return new KeptPage(
                page.capture(), page.status(), page.statusMessage(), page.headers(), whole.body(), whole.truncated());
    }
}
