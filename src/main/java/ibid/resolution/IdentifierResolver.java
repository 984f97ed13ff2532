package ibid.resolution;

import ibid.identifier.Identifier;
import ibid.url.Url;
import java.util.concurrent.CompletableFuture;

/** Identifier to outcome: asked where it is resolved, as any address is; where nobody can say no, nobody is asked. */
final class IdentifierResolver {
    private final WebResolver web;

    IdentifierResolver(WebResolver web) {
        this.web = web;
    }

    CompletableFuture<Resolution> resolve(Identifier id) {
        return id.address()
                .flatMap(Url::parse)
                .map(address -> web.resolve(address).thenApply(IdentifierResolver::lasting))
                .orElseGet(() -> CompletableFuture.completedFuture(Resolution.of(unasked(id))));
    }

    private static Outcome unasked(Identifier id) {
        return Evidence.unasked(
                Reason.NOT_CHECKED,
                id.scheme().hasCheckDigit()
                        ? "its check digit is right; no open register tells whether it was given out"
                        : "no open resolver of such names is known");
    }

    /** To lead elsewhere is what an identifier is for: wherever its source moves, the identifier stays what to cite. */
    private static Resolution lasting(Resolution found) {
        var outcome = found.outcome();
        if (outcome.reason() != Reason.PERMANENT_REDIRECT) {
            return found;
        }
        var evidence = new Evidence();
        outcome.evidence().forEach(evidence::add);
        evidence.add("an identifier stays what to cite, wherever it leads");
        var kept = new Outcome(
                Reason.TEMPORARY_REDIRECT,
                outcome.status(),
                outcome.finalUrl(),
                outcome.hops(),
                outcome.attempts(),
                outcome.checkedAt(),
                evidence.sentences());
        return new Resolution(kept, found.page(), found.snapshots());
    }
}
