package ibid.archive;

import ibid.web.LookupBudget.Turn;
import ibid.web.WebRequest;
import java.util.concurrent.CompletableFuture;

/** A request on its way to an archive. Belongs to its host. */
final class ArchiveQuestion {
    final ArchiveHost.Service service;
    final WebRequest request;
    final Turn turn;
    final boolean wide;
    final long number;
    final CompletableFuture<ArchiveReply> reply = new CompletableFuture<>();
    /** Whether it was sent before and the archive asked to come back. */
    boolean again;

    ArchiveQuestion(ArchiveHost.Service service, WebRequest request, Turn turn, boolean wide, long number) {
        this.service = service;
        this.request = request;
        this.turn = turn;
        this.wide = wide;
        this.number = number;
    }
}
