package ibid.scan;

import ibid.archive.submission.PageToSave;
import ibid.finding.ReportBuilder.Cited;
import ibid.finding.ReportBuilder.Examined;
import ibid.resolution.Hop;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.target.Target;
import ibid.target.Target.UrlTarget;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which addresses of a run an archive may be asked to keep: those whose pages are there, as far as can be told. */
final class PagesToSave {
    /** What an archive may read where this run could not; behind a log-in it could not either. */
    private static final Set<Reason> PERHAPS_THERE = EnumSet.of(
            Reason.FORBIDDEN,
            Reason.BOT_WALL,
            Reason.RATE_LIMITED,
            Reason.TIMEOUT,
            Reason.RESET,
            Reason.SERVER_ERROR,
            Reason.SCRIPT_PAGE);

    private PagesToSave() {}

    /**
     * Each address once, in the order of the citations.
     *
     * @param resolutions by the keys of the targets
     */
    static List<PageToSave> of(List<Examined> documents, Map<String, Resolution> resolutions) {
        Map<String, PageToSave> pages = new LinkedHashMap<>();
        for (var document : documents) {
            for (var cited : document.cited()) {
                address(cited.target())
                        .filter(address -> isJudged(cited))
                        .ifPresent(address -> pages.computeIfAbsent(
                                address,
                                same -> page(
                                        same,
                                        Optional.ofNullable(resolutions.get(
                                                        cited.target().key()))
                                                .map(Resolution::outcome))));
            }
        }
        return List.copyOf(pages.values());
    }

    private static PageToSave page(String address, Optional<Outcome> outcome) {
        var ends = outcome.stream()
                .flatMap(known -> Stream.concat(known.hops().stream().map(Hop::url), known.finalUrl().stream()))
                .collect(Collectors.toSet());
        return new PageToSave(
                address, ends, outcome.map(PagesToSave::whyNot).orElse(Optional.of("it was not checked")));
    }

    /** An identifier names a source wherever it lies; what was defanged is not to be spread. */
    static Optional<String> address(Target target) {
        return target instanceof UrlTarget cited ? Optional.of(cited.url().address()) : Optional.empty();
    }

    private static boolean isJudged(Cited cited) {
        return cited.citation().passedOver().isEmpty();
    }

    private static Optional<String> whyNot(Outcome outcome) {
        return switch (outcome.verdict()) {
            case ALIVE, MOVED -> Optional.empty();
            case BROKEN -> Optional.of("the link is broken (" + outcome.reason().label() + ")");
            case SKIPPED ->
                Optional.of("it was not checked (" + outcome.reason().label() + ")");
            case UNVERIFIED ->
                PERHAPS_THERE.contains(outcome.reason())
                        ? Optional.empty()
                        : Optional.of(
                                "it could not be judged (" + outcome.reason().label() + ")");
        };
    }
}
