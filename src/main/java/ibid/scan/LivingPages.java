package ibid.scan;

import ibid.archive.CopyJudge;
import ibid.archive.CopyJudgement;
import ibid.archive.CopyJudgement.Kind;
import ibid.archive.Memento;
import ibid.archive.NearestCopy.Chosen;
import ibid.archive.Snapshot;
import ibid.citation.CitingDate;
import ibid.finding.Drifted;
import ibid.page.Drift;
import ibid.page.MainText;
import ibid.page.PageHeader;
import ibid.page.PageReader;
import ibid.url.Url;
import ibid.web.Once;
import ibid.web.Robots;
import ibid.web.Robots.Permission;
import ibid.web.Web;
import ibid.web.WebRequest;
import ibid.web.WebRequest.Method;
import ibid.web.WebResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Compares what living pages say with copies of about when they were cited. Each page is asked for once more, if at all. */
final class LivingPages {
    /** A copy that is so much older may differ from the page that was cited. */
    private static final int MOST_DAYS_BEFORE = 366;

    private static final int OK = 200;

    private final Web web;
    private final Robots robots;
    private final PageReader reader = new PageReader();
    private final Once<String, MainText> texts = new Once<>();

    /** @param web answers from the archive of the run where that has the page */
    LivingPages(Web web, Robots robots) {
        this.web = web;
        this.robots = robots;
    }

    /** Judges as another does, and keeps the text of the last copy that shows what was cited: no nearer one does. */
    static final class Reading implements CopyJudge {
        private final CopyJudge judge;
        private volatile MainText shown = MainText.NONE;

        Reading(CopyJudge judge) {
            this.judge = judge;
        }

        @Override
        public CopyJudgement judge(Memento copy) {
            var judgement = judge.judge(copy);
            if (judgement.kind() == Kind.SHOWS) {
                shown = text(copy.response());
            }
            return judgement;
        }
    }

    /** What became of the text of a page since the copy was made; empty where they cannot be compared, or it says the same. */
    CompletableFuture<Optional<Drifted>> drift(Url page, Chosen chosen, CitingDate date, Reading reading) {
        var copy = chosen.copy().filter(found -> found.verified() && isOfThen(found, date));
        return copy.isEmpty() || reading.shown.main().isEmpty()
                ? CompletableFuture.completedFuture(Optional.empty())
                : texts.of(page.address(), () -> read(page))
                        .thenApply(now -> Drift.between(reading.shown, now)
                                .filter(Drift::isDrifted)
                                .map(drift -> new Drifted(drift, copy.get())));
    }

    private static boolean isOfThen(Snapshot copy, CitingDate date) {
        var day = LocalDate.ofInstant(copy.capturedAt(), ZoneOffset.UTC);
        return !day.isBefore(date.date().first().minusDays(MOST_DAYS_BEFORE));
    }

    private CompletableFuture<MainText> read(Url page) {
        return robots.permission(page)
                .thenCompose(said -> said == Permission.ALLOWED
                        ? web.send(new WebRequest(Method.GET, page, List.of()))
                                .thenApply(reply -> reply instanceof WebResponse response && isPage(response)
                                        ? text(response)
                                        : MainText.NONE)
                        : CompletableFuture.completedFuture(MainText.NONE))
                .exceptionally(fault -> MainText.NONE);
    }

    /** A wall, a log-in or a page for what is not there says nothing of the source. */
    private boolean isPage(WebResponse response) {
        var headers = response.headers().stream()
                .map(header -> new PageHeader(header.name(), header.value()))
                .toList();
        var body = response.body().decoded(response.headers(), PageReader.MOST_BYTES);
        return response.status() == OK
                && reader.read(body.bytes(), response.header("Content-Type"), headers)
                        .signs()
                        .isEmpty();
    }

    private static MainText text(WebResponse response) {
        var body = response.body().decoded(response.headers(), PageReader.MOST_BYTES);
        return PageReader.mainText(body.bytes(), response.header("Content-Type"));
    }
}
