package ibid.finding;

import ibid.finding.Report.ReportedTarget;
import ibid.resolution.Verdict;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import java.util.Optional;

/** A redirect that leaves an address what it was, but for a small thing. */
enum SmallMove {
    /** From http to https, whatever else of the host's name and of the final slash was put right with it. */
    TO_HTTPS,
    /** To or from a final slash: nobody is helped by an edit. */
    FINAL_SLASH;

    /** Which one the redirects of a target that is there were, if any. */
    static Optional<SmallMove> of(ReportedTarget target) {
        var outcome = target.outcome();
        if (!(target.target() instanceof UrlTarget cited)
                || (outcome.verdict() != Verdict.ALIVE && outcome.verdict() != Verdict.MOVED)) {
            return Optional.empty();
        }
        return outcome.finalUrl().flatMap(Url::parse).flatMap(end -> between(cited.url(), end));
    }

    private static Optional<SmallMove> between(Url start, Url end) {
        if (!withoutSlash(start.path()).equals(withoutSlash(end.path()))
                || !start.query().equals(end.query())
                || start.address().equals(end.address())) {
            return Optional.empty();
        }
        if (start.scheme().equals("http") && end.scheme().equals("https")) {
            return start.hostWithoutWww().equals(end.hostWithoutWww()) ? Optional.of(TO_HTTPS) : Optional.empty();
        }
        return start.parsed().host().equals(end.parsed().host())
                        && start.port() == end.port()
                        && start.scheme().equals(end.scheme())
                ? Optional.of(FINAL_SLASH)
                : Optional.empty();
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
