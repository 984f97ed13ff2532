package ibid.resolution;

import ibid.archive.Archive;
import ibid.archive.Snapshot;
import ibid.page.Page;
import ibid.resolution.ChainEnd.How;
import ibid.url.Url;
import ibid.web.Robots;
import ibid.web.WebRequest.Method;
import ibid.web.WebResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps the pages that are there, where the robots.txt of their host does not refuse it.
 *
 * <p>It is asked when there is a page to keep, so that hosts that are dead are not asked; and of the page alone, for what only
 * leads there has nothing to copy.
 */
final class Copies {
    private final Archive archive;
    private final Robots robots;

    Copies(Archive archive, Robots robots) {
        this.archive = archive;
        this.robots = robots;
    }

    /** Whether copies are kept at all, and this one as far as is known without asking. */
    boolean mayKeep(Url url) {
        return keeps() && !robots.isKnownToForbid(url);
    }

    private boolean keeps() {
        return !archive.equals(Archive.NONE);
    }

    /** The outcome with what was read and kept of the page; what robots.txt says changes no verdict. */
    CompletableFuture<Resolution> of(Url start, ChainEnd end, Outcome outcome) {
        var page = isPage(end) && method(end) == Method.GET
                ? Optional.of(end.page().summary())
                : Optional.<Page>empty();
        var isThere = outcome.verdict() == Verdict.ALIVE || outcome.verdict() == Verdict.MOVED;
        // What was got with credentials is nobody else's to read.
        if (!keeps() || !isThere || !isPage(end) || start.hasCredentials()) {
            return CompletableFuture.completedFuture(new Resolution(outcome, page, List.of()));
        }
        var host = end.url().host();
        return robots.permission(end.url()).thenApply(said -> switch (said) {
            case ALLOWED -> new Resolution(outcome, page, kept(end));
            case FORBIDDEN -> new Resolution(outcome.withoutCopy(host, true), page, List.of());
            // Not whole: another run is to ask again, not to remember this.
            case UNANSWERED ->
                new Resolution(outcome.withoutCopy(host, false), page, List.of(), Optional.empty(), false);
        });
    }

    private static boolean isPage(ChainEnd end) {
        return end.how() == How.ANSWERED
                && end.reply() instanceof WebResponse response
                && response.status() >= 200
                && response.status() < 300;
    }

    private static Method method(ChainEnd end) {
        return ((WebResponse) end.reply()).request().method();
    }

    /** What leads to a page and the page. */
    private List<Snapshot> kept(ChainEnd end) {
        var snapshots = new ArrayList<Snapshot>();
        end.steps().forEach(step -> archive.keep(step.response()).ifPresent(snapshots::add));
        archive.keep((WebResponse) end.reply()).ifPresent(snapshots::add);
        return snapshots;
    }
}
