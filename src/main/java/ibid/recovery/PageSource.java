package ibid.recovery;

import ibid.archive.CaptureListing.Row;
import ibid.url.Url;
import java.util.concurrent.CompletableFuture;

/** Where the pages of candidates are read. */
public interface PageSource {

    /** Reads the page as it is now; the future never fails. */
    CompletableFuture<PageReading> live(Url url);

    /** Reads a copy of it; the future never fails. */
    CompletableFuture<PageReading> copy(Row capture);

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
