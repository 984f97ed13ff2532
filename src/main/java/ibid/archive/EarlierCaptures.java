package ibid.archive;

import ibid.archive.warc.IndexedCapture;
import ibid.archive.warc.KeptCaptures;
import ibid.archive.warc.KeptPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The captures that earlier runs left in a folder, opened when somebody asks; safe for many threads. */
final class EarlierCaptures {
    private static final Duration YOUNG = Duration.ofDays(30);

    private final Path directory;
    private final InstantSource clock;
    private volatile Optional<KeptCaptures> opened = Optional.empty();

    EarlierCaptures(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** The youngest copy of a page that was there, if it is younger than 30 days. */
    Optional<IndexedCapture> young(String address) {
        try {
            return open().of(address).stream()
                    .filter(capture -> capture.url().equals(address))
                    .max(Comparator.comparing(IndexedCapture::at))
                    .filter(this::isYoungPage);
        } catch (IOException e) {
            // A copy that cannot be found is none: the page is fetched.
            return Optional.empty();
        }
    }

    /** The same, read; empty where it is not whole. */
    Optional<KeptPage> recent(String address) {
        try {
            var young = young(address);
            return young.isEmpty()
                    ? Optional.empty()
                    : Optional.of(open().read(young.get()))
                            .filter(page -> page.truncated().isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isYoungPage(IndexedCapture capture) {
        var age = Duration.between(capture.at(), clock.instant());
        return capture.status() / 100 == 2 && !age.isNegative() && age.compareTo(YOUNG) < 0;
    }

    /** Whether it was this very capture that an earlier run made. */
    boolean holds(Capture capture) {
        var known = opened;
        return known.isPresent()
                && captures(known.get(), capture.url()).stream()
                        .anyMatch(earlier -> earlier.url().equals(capture.url())
                                && earlier.at().equals(capture.at())
                                && earlier.digest().equals(capture.response().payloadDigest()));
    }

    private static List<IndexedCapture> captures(KeptCaptures known, String url) {
        try {
            return known.of(url);
        } catch (IOException e) {
            return List.of();
        }
    }

    private synchronized KeptCaptures open() throws IOException {
        if (opened.isEmpty()) {
            opened = Optional.of(KeptCaptures.open(directory));
        }
        return opened.get();
    }
}
