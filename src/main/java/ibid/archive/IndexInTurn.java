package ibid.archive;

import ibid.web.LookupBudget;
import ibid.web.LookupBudget.Turn;
import java.util.concurrent.CompletableFuture;

/** An index that is asked in one turn, within the time that look-ups have, and never for what is nobody's business. */
final class IndexInTurn implements CaptureIndex {
    static final String TIME_OVER = "not looked up in archives: the time for look-ups was over";

    private static final String PRIVATE = "not looked up in archives: the address may be private";

    private final SharedListings shared;
    private final Discretion discretion;
    private final LookupBudget budget;
    private final Turn turn;

    IndexInTurn(SharedListings shared, Discretion discretion, LookupBudget budget, Turn turn) {
        this.shared = shared;
        this.discretion = discretion;
        this.budget = budget;
        this.turn = turn;
    }

    @Override
    public String name() {
        return shared.name();
    }

    @Override
    public CompletableFuture<CaptureListing> list(CaptureQuery query) {
        return discretion.allows(query.url())
                ? budget.spend(turn, () -> shared.list(query, turn), CaptureListing.failed(TIME_OVER, 0))
                : CompletableFuture.completedFuture(CaptureListing.failed(PRIVATE, 0));
    }
}
