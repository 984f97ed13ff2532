package ibid.recovery;

import ibid.archive.CaptureListing.Row;
import ibid.url.Url;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Where the pages of candidates are read. */
public interface PageSource {

    /** Reads the page as it is now; the future never fails. */
    CompletableFuture<PageReading> live(Url url);

    /** Reads a copy of it; the future never fails. */
    CompletableFuture<PageReading> copy(Row capture);

    /**
     * A capture of the page itself, not of an error, where an archive has one; the future never fails.
     *
     * @param about it is to be of about this day, where one is known
     */
    default CompletableFuture<Optional<Row>> capture(Url url, Optional<LocalDate> about) {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** Nothing can be read. */
    PageSource NONE = new PageSource() {
        @Override
        public CompletableFuture<PageReading> live(Url url) {
            return CompletableFuture.completedFuture(PageReading.NONE);
        }

        @Override
        public CompletableFuture<PageReading> copy(Row capture) {
            return CompletableFuture.completedFuture(PageReading.NONE);
        }
    };
}
