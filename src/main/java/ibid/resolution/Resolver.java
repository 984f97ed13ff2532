package ibid.resolution;

import ibid.target.Target;
import java.util.concurrent.CompletableFuture;

/** Takes a target to its outcome. */
public interface Resolver {

    /** Resolves; the future never fails: what goes wrong is an outcome. */
    CompletableFuture<Resolution> resolve(Target target);
}
