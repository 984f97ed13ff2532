package ibid.archive.submission;

import ibid.archive.submission.Saved.Result;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** An address on its way through an archive. Belongs to its {@link Saver}. */
final class Page {
    final PageToSave wanted;
    final String address;
    final CompletableFuture<Saved> saved = new CompletableFuture<>();
    /** How often it was sent. */
    int tries;
    /** Whether one of the captures that may be made together is made for it. */
    boolean open;
    /** Whether the archive was heard of it since it took it on. */
    boolean atWork;
    /** What the archive said when it took it on, or why it did not make the copy; to be told where nothing better comes. */
    String said = "";

    Optional<Result> last = Optional.empty();

    Page(PageToSave wanted) {
        this.wanted = wanted;
        this.address = wanted.address();
    }
}
