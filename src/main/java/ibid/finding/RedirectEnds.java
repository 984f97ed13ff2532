package ibid.finding;

import ibid.finding.Report.ReportedTarget;
import ibid.resolution.Verdict;
import ibid.target.Target;
import ibid.target.Target.UrlTarget;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Where the addresses of a run were seen to lead, as far as that tells which of them are one source: the end of their
 * redirects, or what the page there calls its own address.
 *
 * <p>A home page and a page that many addresses end at are where sites send readers whose page is gone: they prove nothing.
 */
final class RedirectEnds {
    private static final int MOST_WAYS = 3;

    private final Map<String, Url> ends = new HashMap<>();

    /** @param canonical what the page of a target calls its own address */
    RedirectEnds(List<ReportedTarget> targets, Function<Target, Optional<String>> canonical) {
        Map<String, Set<String>> ways = new HashMap<>();
        for (var target : targets) {
            if (target.target() instanceof UrlTarget start) {
                end(target, start.url(), canonical)
                        .filter(end -> !isHome(end) || isHome(start.url()))
                        .ifPresent(end -> {
                            ends.put(target.id(), end);
                            ways.computeIfAbsent(key(end), k -> new HashSet<>()).add(key(start.url()));
                        });
            }
        }
        ends.values().removeIf(end -> ways.getOrDefault(key(end), Set.of()).size() > MOST_WAYS);
    }

    private static Optional<Url> end(ReportedTarget target, Url start, Function<Target, Optional<String>> canonical) {
        var outcome = target.outcome();
        if (outcome.verdict() != Verdict.ALIVE && outcome.verdict() != Verdict.MOVED) {
            return Optional.empty();
        }
        var last = outcome.finalUrl().flatMap(Url::parse).orElse(start);
        var end = canonical.apply(target.target()).flatMap(last::resolve).orElse(last);
        return Optional.of(end).filter(url -> !url.equals(start));
    }

    /** The address at the end of the way, or the target's own. */
    Url meant(ReportedTarget target, UrlTarget url) {
        return ends.getOrDefault(target.id(), url.url());
    }

    private static boolean isHome(Url url) {
        return url.path().equals("/") && url.query().isEmpty();
    }

    private static String key(Url url) {
        return CanonicalKey.of(url, Level.SOURCE);
    }
}
