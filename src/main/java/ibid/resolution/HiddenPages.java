package ibid.resolution;

import ibid.page.Page.Sign;
import ibid.page.PublicRepositories;
import ibid.page.PublicRepositories.Repository;
import ibid.url.Url;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Tells what is gone from what is private at hosts that say 404 of both: what is missing in a repository that everybody may
 * read is gone. Each repository is asked for once a run, politely, as {@link Probes} ask.
 */
final class HiddenPages {
    private static final int NOT_FOUND = 404;

    private final Probes probes;
    private final PublicRepositories repositories = PublicRepositories.load();

    HiddenPages(Probes probes) {
        this.probes = probes;
    }

    /** What is to be said of an address that may be private instead; empty where nothing more is known. */
    CompletableFuture<Optional<Judged>> judge(Url url, Judged before) {
        var around = repositories.around(url);
        return around.isEmpty()
                ? CompletableFuture.completedFuture(Optional.empty())
                : probes.page(around.get().page()).thenApply(probe -> closer(around.get(), probe, before));
    }

    private static Optional<Judged> closer(Repository repository, Probe probe, Judged before) {
        if (probe instanceof Probe.Refused refused && refused.status() == NOT_FOUND) {
            return Optional.of(new Judged(before.reason(), before.sentence() + ", and of its repository as well"));
        }
        return probe instanceof Probe.Shown shown && isOpen(repository, shown)
                ? Optional.of(new Judged(
                        Reason.NOT_FOUND,
                        before.sentence() + "; but everybody may read its repository "
                                + repository.page().text() + ", so it is gone"))
                : Optional.empty();
    }

    /** A log-in page, or one that says that there is nothing, opens nothing. */
    private static boolean isOpen(Repository repository, Probe.Shown shown) {
        return repository.holds(shown.end())
                && !shown.look().signs().contains(Sign.LOGIN)
                && !shown.look().saysNotFound();
    }
}
