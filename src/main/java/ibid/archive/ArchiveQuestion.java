package ibid.archive;

import ibid.url.Url;
import ibid.web.LookupBudget.Turn;
import java.util.concurrent.CompletableFuture;

/** A request on its way to an archive. Belongs to its host. */
final class ArchiveQuestion {
    final ArchiveHost.Service service;
    final Url url;
    final Turn turn;
    final boolean wide;
    final long number;
    final CompletableFuture<ArchiveReply> reply = new CompletableFuture<>();
    /** Whether it was sent before and the archive asked to come back. */
    boolean again;

    ArchiveQuestion(ArchiveHost.Service service, Url url, Turn turn, boolean wide, long number) {
        this.service = service;
        this.url = url;
        this.turn = turn;
        this.wide = wide;
        this.number = number;
    }
}
