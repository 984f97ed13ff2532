package ibid.archive;

import ibid.archive.ArchiveReply.Answer;
import ibid.archive.ArchiveReply.Silence;
import ibid.archive.CdxQuestion.Place;
import ibid.web.LookupBudget.Turn;
import ibid.web.WebResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * One query on its way through the pages of an answer. A page follows the other, so that no two threads are ever here.
 *
 * <p>Where the index cannot answer a filtered question in time it is asked without filters: it then has nothing to look
 * for, and the rows are picked here.
 */
final class CdxReading {
    static final int MOST_ROWS_OF_A_PAGE = 20_000;
    static final int MOST_PAGES = 40;
    private static final int NOT_FOUND = 404;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int GATEWAY_TIMEOUT = 504;

    private final CdxIndex index;
    private final CaptureQuery query;
    private final Turn turn;
    private final CdxRows rows;
    private final Set<String> keys = new HashSet<>();
    private boolean filtered = true;
    private int requests;
    /** Known once they were counted. */
    private int pages = -1;
    /** Whether rows that fit may lie where the index was not made to look. */
    private boolean partly;

    CdxReading(CdxIndex index, CaptureQuery query, Turn turn, CdxRows rows) {
        this.index = index;
        this.query = query;
        this.turn = turn;
        this.rows = rows;
    }

    CompletableFuture<CaptureListing> read() {
        return ask(new Place.Start());
    }

    private CompletableFuture<CaptureListing> ask(Place place) {
        requests++;
        var question = new CdxQuestion(query, index.dialect(), filtered, rowsOfAPage(), place);
        return index.ask(question, turn).thenCompose(reply -> {
            if (reply instanceof Answer answer) {
                return answered(question, answer.response());
            }
            var silence = (Silence) reply;
            return silence.inVain() && canBeAskedMoreSimply() ? askMoreSimply() : done(silence.why());
        });
    }

    private int rowsOfAPage() {
        var picksItself = !isFiltered() || (filtered && index.dialect().isPresent());
        var givesOneOfEach = !query.onePerAddress()
                || index.dialect().filter(CdxDialect.WAYBACK::equals).isPresent();
        var wanted = query.limit() < 0 ? -query.limit() : Math.max(1, query.limit() - rows.size());
        return picksItself && givesOneOfEach ? Math.min(MOST_ROWS_OF_A_PAGE, wanted) : MOST_ROWS_OF_A_PAGE;
    }

    private boolean isNumbered() {
        return index.dialect().filter(CdxDialect.PYWB::equals).isPresent();
    }

    private boolean isFiltered() {
        return query.original().isPresent() || !query.statuses().isEmpty();
    }

    private boolean canBeAskedMoreSimply() {
        return filtered && query.isWide() && isFiltered() && index.dialect().isPresent();
    }

    private CompletableFuture<CaptureListing> askMoreSimply() {
        filtered = false;
        // One capture of each address is then its first, whatever the status.
        partly = query.onePerAddress() && !query.statuses().isEmpty();
        return ask(new Place.Start());
    }

    private CompletableFuture<CaptureListing> answered(CdxQuestion question, WebResponse response) {
        if (response.status() == GATEWAY_TIMEOUT && canBeAskedMoreSimply()) {
            return askMoreSimply();
        }
        var answer = CdxAnswer.of(response);
        if (response.status() < 200 || response.status() >= 300) {
            return refused(question, response, answer);
        }
        answer.dialect().ifPresent(index::speaks);
        if (question.place() instanceof Place.Count) {
            return counted(answer);
        }
        if (answer.message().isPresent() && answer.rows().isEmpty()) {
            return saysNone(answer) ? complete() : done(index.name() + " answered with " + shown(answer));
        }
        var fresh = rows.take(answer.rows());
        rows.drop(answer.unreadable());
        return response.truncated().isPresent()
                ? done("the answer of " + index.name() + " was cut off")
                : next(question, answer, fresh);
    }

    private static String shown(CdxAnswer answer) {
        return answer.message().filter(text -> text.startsWith("a page")).orElse("no list of captures");
    }

    private CompletableFuture<CaptureListing> next(CdxQuestion question, CdxAnswer answer, boolean fresh) {
        if (isAskedBetterNow(question, answer)) {
            return ask(new Place.Start());
        }
        if (query.limit() < 0) {
            return last(question, answer);
        }
        var enough = rows.size() >= query.limit();
        partly |= answer.resumeKey().isEmpty() && isFull(question, answer);
        if (answer.resumeKey().isPresent()) {
            return enough ? more() : follow(answer.resumeKey().get());
        }
        if (question.place() instanceof Place.Page page) {
            var atEnd = !fresh || page.number() + 1 >= pages;
            return atEnd ? complete() : enough ? more() : page(page.number() + 1);
        }
        if (isNumbered() && query.isWide() && !enough && query.closest().isEmpty()) {
            return ask(new Place.Count());
        }
        return complete();
    }

    /** The first answer showed the dialect, and in that the index can be told to look for itself. */
    private boolean isAskedBetterNow(CdxQuestion question, CdxAnswer answer) {
        var collapsed = query.onePerAddress() && !query.statuses().isEmpty();
        return question.dialect().isEmpty()
                && index.dialect().isPresent()
                && isFiltered()
                && (answer.resumeKey().isPresent() || isFull(question, answer) || collapsed || query.limit() < 0);
    }

    private static boolean isFull(CdxQuestion question, CdxAnswer answer) {
        return answer.rows().size() + answer.unreadable() >= question.rows();
    }

    private CompletableFuture<CaptureListing> last(CdxQuestion question, CdxAnswer answer) {
        var hasty = question.place() instanceof Place.Start && !query.statuses().isEmpty();
        return hasty
                        && answer.rows().isEmpty()
                        && index.dialect().filter(CdxDialect.WAYBACK::equals).isPresent()
                ? ask(new Place.End())
                : complete();
    }

    private CompletableFuture<CaptureListing> follow(String key) {
        if (!keys.add(key)) {
            return done(index.name() + " leads back to where its list was before");
        }
        return requests >= MOST_PAGES ? tooManyPages() : ask(new Place.Key(key));
    }

    private CompletableFuture<CaptureListing> page(int number) {
        return requests >= MOST_PAGES ? tooManyPages() : ask(new Place.Page(number));
    }

    private CompletableFuture<CaptureListing> tooManyPages() {
        return done("the list of " + index.name() + " has more than " + MOST_PAGES + " pages");
    }

    private CompletableFuture<CaptureListing> counted(CdxAnswer answer) {
        pages = answer.pages().orElse(1);
        return pages > 1 ? page(1) : complete();
    }

    private CompletableFuture<CaptureListing> more() {
        return done(index.name() + " knows more captures than were asked for");
    }

    private CompletableFuture<CaptureListing> refused(CdxQuestion question, WebResponse response, CdxAnswer answer) {
        var status = response.status();
        var error = response.header("X-Archive-Wayback-Runtime-Error").orElse("") + answer.said();
        if (saysNone(answer) || (status == NOT_FOUND && error.contains("ResourceNotInArchive"))) {
            answer.dialect().ifPresent(index::speaks);
            return status == NOT_FOUND ? complete() : done(index.name() + " answered " + status);
        }
        if (status == BAD_REQUEST && !(question.place() instanceof Place.Start)) {
            // Where pages cannot be counted there is one; a page past the last is no page.
            return question.place() instanceof Place.Count ? complete() : more();
        }
        if (status == FORBIDDEN) {
            return done(index.name() + " does not show what it has of this site");
        }
        if (status == TOO_MANY_REQUESTS) {
            return done(index.name() + " asks to be asked less often");
        }
        return done(
                status == GATEWAY_TIMEOUT
                        ? index.name() + " could not answer so large a question in time"
                        : index.name() + " answered " + status);
    }

    private static boolean saysNone(CdxAnswer answer) {
        return answer.said().contains("no captures found") || answer.said().contains("no resource found");
    }

    /** The end of the list, unless rows were passed over on the way. */
    private CompletableFuture<CaptureListing> complete() {
        if (partly || (query.limit() > 0 && rows.size() > query.limit())) {
            return more();
        }
        return rows.unreadable() == 0
                ? CompletableFuture.completedFuture(listing(Optional.empty()))
                : done(rows.unreadable() + " rows of " + index.name() + " could not be read");
    }

    private CompletableFuture<CaptureListing> done(String problem) {
        return CompletableFuture.completedFuture(listing(Optional.of(problem)));
    }

    private CaptureListing listing(Optional<String> problem) {
        return new CaptureListing(rows.rows(), problem.isEmpty(), problem, requests, rows.dropped());
    }
}
