package ibid.resolution.memory;

import ibid.resolution.Resolution;
import ibid.resolution.Resolver;
import ibid.target.Target;
import ibid.target.Target.DefangedTarget;
import ibid.target.Target.IdentifierTarget;
import ibid.target.Target.SplitTarget;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import java.util.concurrent.CompletableFuture;

/** Asks only what is not remembered, and keeps every answer as it comes. */
public final class RememberingResolver implements Resolver {
    private final Resolver resolver;
    private final Memory memory;
    private final Runnable onTold;

    /**
     * A resolver with a memory.
     *
     * @param resolver asks whoever has to be asked
     * @param onTold runs whenever something was remembered of an earlier run, so that its host is not asked
     */
    public RememberingResolver(Resolver resolver, Memory memory, Runnable onTold) {
        this.resolver = resolver;
        this.memory = memory;
        this.onTold = onTold;
    }

    @Override
    public CompletableFuture<Resolution> resolve(Target target) {
        if (!isToBeRemembered(target)) {
            return resolver.resolve(target);
        }
        var known = memory.recall(target);
        if (known.isPresent()) {
            if (memory.told() > 0) {
                onTold.run();
            }
            return CompletableFuture.completedFuture(known.get());
        }
        return resolver.resolve(target).thenApply(found -> memory.keep(target, found));
    }

    /** Files are quicker to look at than to remember; an address with a password is nobody's to keep. */
    private static boolean isToBeRemembered(Target target) {
        if (target instanceof UrlTarget url) {
            return !url.url().hasCredentials();
        }
        if (target instanceof SplitTarget split) {
            return split.ways().stream().noneMatch(Url::hasCredentials);
        }
        return target instanceof IdentifierTarget
                || (target instanceof DefangedTarget defanged && !defanged.url().hasCredentials());
    }
}
