package ibid.cli;

import ibid.report.view.Shown;
import ibid.web.WebFailure;
import ibid.web.WebListener;
import ibid.web.WebRequest;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Locale;

/** Tells the story of every request, a line an event. */
final class RequestStory implements WebListener {
    private final PrintStream err;

    RequestStory(PrintStream err) {
        this.err = err;
    }

    @Override
    public void answered(WebRequest request, int attempt, int status) {
        tell(request, attempt, String.valueOf(status));
    }

    @Override
    public void failed(WebRequest request, int attempt, WebFailure.Cause cause) {
        tell(request, attempt, cause.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    @Override
    public void hostDelayed(String host, Instant until) {
        err.println(host + " asks to be left alone until " + until);
    }

    @Override
    public void networkFoundDead() {
        err.println("several hosts were asked and none was reached: the network is taken for dead");
    }

    private void tell(WebRequest request, int attempt, String what) {
        err.println(request.method() + " " + Shown.text(request.url().address())
                + (attempt > 1 ? " (attempt " + attempt + ")" : "") + ": " + what);
    }
}
