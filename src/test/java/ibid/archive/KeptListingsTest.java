package ibid.archive;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.CaptureListing.Row;
import ibid.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptListingsTest {
    private static final String INDEX = "https://archive.example/cdx";
    private static final CaptureQuery QUERY = CaptureQuery.below("http://site.org/news/", 1000);

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    private Optional<CaptureListing> inALaterRun(Duration later, CaptureListing listing, CaptureQuery asked) {
        try (var store = Store.in(folder, () -> now)) {
            new KeptListings(store).learn(INDEX, QUERY, listing);
        }
        now = now.plus(later);
        try (var store = Store.in(folder, () -> now)) {
            return new KeptListings(store).known(INDEX, asked);
        }
    }

    private static CaptureListing listing(int captures) {
        var rows = IntStream.range(0, captures)
                .mapToObj(i -> new Row(
                        "http://site.org/news/an-article-with-a-long-name-" + i,
                        Instant.parse("2020-01-01T00:00:00Z").plusSeconds(i),
                        i % 2 == 0 ? OptionalInt.of(200) : OptionalInt.empty(),
                        "text/html",
                        "ABCDEFGH" + i))
                .toList();
        return new CaptureListing(rows, true, Optional.empty(), 1);
    }

    @Test
    void aListingOfManyCapturesIsToldForAWeek() {
        assertThat(inALaterRun(Duration.ofDays(6), listing(1000), QUERY)).contains(listing(1000));
        assertThat(inALaterRun(Duration.ofDays(8), listing(1000), QUERY)).isEmpty();
    }

    @Test
    void thatThereIsNothingIsToldForADay() {
        assertThat(inALaterRun(Duration.ofHours(23), listing(0), QUERY)).contains(listing(0));
        assertThat(inALaterRun(Duration.ofHours(25), listing(0), QUERY)).isEmpty();
    }

    @Test
    void anotherQuestionHasAnotherAnswer() {
        assertThat(inALaterRun(Duration.ZERO, listing(3), CaptureQuery.of("http://site.org/news/", 1000)))
                .isEmpty();
    }
}
