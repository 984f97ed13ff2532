package ibid.finding;

import ibid.finding.Report.ReportedTarget;
import ibid.resolution.Reason;
import ibid.resolution.Verdict;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import java.util.Optional;

/**
 * Where an address was seen to lead, other than to itself.
 *
 * @param isForGood whether every step of the way said that it will stay so
 */
record LiveEnd(Url url, boolean isForGood) {

    static Optional<LiveEnd> of(ReportedTarget target) {
        var outcome = target.outcome();
        var isThere = outcome.verdict() == Verdict.ALIVE || outcome.verdict() == Verdict.MOVED;
        return outcome.finalUrl()
                .filter(end -> isThere)
                .flatMap(Url::parse)
                .filter(end -> target.target() instanceof UrlTarget start && !end.equals(start.url()))
                .map(end -> new LiveEnd(end, outcome.reason() == Reason.PERMANENT_REDIRECT));
    }
}
