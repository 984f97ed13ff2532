package ibid.archive;

import ibid.web.LookupBudget.Turn;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** Where copies of an address are listed. */
interface CopySource {

    /** Whether it may be told of the address. */
    boolean mayKnow(String address);

    /** The copies that were made near a date, in any order; the future never fails. */
    CompletableFuture<CopyList> near(String address, Instant date, Turn turn);
}
