package ibid.resolution;

import ibid.target.Target.SplitTarget;
import ibid.url.Redaction;
import ibid.url.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * An address that may be put together in several ways, to an outcome: the ways are asked in their order until a page is there.
 *
 * <p>Where none is there, nothing is proven: the address may have been broken in a way that was not thought of.
 */
final class SplitResolver {
    private final Function<Url, CompletableFuture<Resolution>> web;

    SplitResolver(Function<Url, CompletableFuture<Resolution>> web) {
        this.web = web;
    }

    CompletableFuture<Resolution> resolve(SplitTarget target) {
        return from(target.ways(), 0, new ArrayList<>());
    }

    private CompletableFuture<Resolution> from(List<Url> ways, int index, List<Resolution> tried) {
        return web.apply(ways.get(index)).thenCompose(resolution -> {
            var verdict = resolution.outcome().verdict();
            if (verdict == Verdict.ALIVE || verdict == Verdict.MOVED) {
                return done(
                        resolution,
                        resolution.outcome().reason(),
                        "read as " + ways.get(index).text());
            }
            // What was not asked, or not answered, says nothing of this way, so no other may stand for it.
            if (verdict != Verdict.BROKEN) {
                return CompletableFuture.completedFuture(resolution);
            }
            tried.add(resolution);
            return index + 1 < ways.size()
                    ? from(ways, index + 1, tried)
                    : done(
                            tried.get(0),
                            Reason.TRUNCATED,
                            "the address is broken over lines, and none of the " + ways.size()
                                    + " ways to put it together leads to a page");
        });
    }

    private static CompletableFuture<Resolution> done(Resolution resolution, Reason reason, String sentence) {
        var outcome = resolution.outcome();
        var evidence = new ArrayList<>(outcome.evidence());
        evidence.add(Redaction.shown(sentence));
        return CompletableFuture.completedFuture(resolution.with(outcome.as(reason, evidence)));
    }
}
