package ibid.serve;

import ibid.archive.warc.IndexedCapture;
import ibid.archive.warc.KeptCaptures;
import ibid.archive.warc.KeptPage;
import ibid.url.PercentEncoding;
import ibid.url.Url;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The captures of an archive's folder as they can be shown. Safe for many threads. */
final class Copies {
    /** More would be slow to look through, and the report leads to each. */
    static final int MOST_LISTED = 5_000;

    private final KeptCaptures captures;

    private Copies(KeptCaptures captures) {
        this.captures = captures;
    }

    /** A folder that is not there has no copies. */
    static Copies open(Path folder) throws IOException {
        return new Copies(KeptCaptures.open(folder));
    }

    /** One sentence for each part of a file that cannot be read. */
    List<String> problems() {
        return captures.problems();
    }

    /**
     * The copy of an address that was captured nearest to a time; one under exactly this address goes before one under http
     * instead of https.
     */
    Optional<KeptPage> nearest(Url url, Instant at) throws IOException {
        var wanted = PercentEncoding.sent(url.address());
        var found = captures.of(url.address()).stream()
                .min(Comparator.<IndexedCapture, Boolean>comparing(
                                capture -> !PercentEncoding.sent(capture.url()).equals(wanted))
                        .thenComparing(
                                capture -> Duration.between(capture.at(), at).abs()));
        return found.isPresent() ? Optional.of(captures.read(found.get())) : Optional.empty();
    }

    /** Captures that stand for themselves, newest first: pages and PDFs, at most {@link #MOST_LISTED}. */
    List<IndexedCapture> pages() throws IOException {
        var pages = new ArrayList<IndexedCapture>();
        var types = captures.mediaTypes();
        captures.forEach(capture -> {
            var kind = MediaKind.of(Optional.of(types.apply(capture)));
            if (kind == MediaKind.PAGE || kind == MediaKind.PDF) {
                pages.add(capture);
            }
        });
        pages.sort(Comparator.comparing(IndexedCapture::at).reversed().thenComparing(IndexedCapture::url));
        return List.copyOf(pages.subList(0, Math.min(MOST_LISTED, pages.size())));
    }
}
