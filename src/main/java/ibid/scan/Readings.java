package ibid.scan;

import ibid.finding.ReportBuilder.Cited;
import ibid.finding.ReportBuilder.Examined;
import ibid.resolution.Resolution;
import ibid.target.Target.PlaceholderTarget;
import ibid.target.TargetParser;
import java.util.Map;
import java.util.Optional;

/**
 * Settles how citations are read that may be cut or whole, by what asking for the whole address showed.
 *
 * <p>Where a page is or once was, it is whole; where nothing is, it was cut; where nobody could tell, the likelier reading
 * stays.
 */
final class Readings {
    private final TargetParser parser;
    private final Map<String, Resolution> known;

    /** @param known by the key of the target; what becomes of cut targets is added */
    Readings(TargetParser parser, Map<String, Resolution> known) {
        this.parser = parser;
        this.known = known;
    }

    Examined settled(Examined examined) {
        var isClear = examined.cited().stream()
                .allMatch(cited -> cited.citation().otherwise().isEmpty());
        return isClear
                ? examined
                : new Examined(
                        examined.document(),
                        examined.cited().stream().map(this::settled).toList(),
                        examined.trace());
    }

    private Cited settled(Cited cited) {
        var citation = cited.citation();
        if (citation.otherwise().isEmpty() || citation.passedOver().isPresent()) {
            return cited;
        }
        var whole = citation.read(false);
        var target = parser.parse(whole);
        var resolution = Optional.ofNullable(known.get(target.key()));
        // A pattern with a blank to fill in is no address, so nothing of it can have been cut.
        var isCut = !(target instanceof PlaceholderTarget)
                && resolution
                        .flatMap(Readings::isCut)
                        .orElse(citation.truncation().isPresent());
        if (!isCut) {
            return new Cited(whole, target);
        }
        var cut = citation.read(true);
        var cutTarget = parser.parse(cut);
        cut.truncation()
                .ifPresent(truncation -> resolution.ifPresent(answered -> known.putIfAbsent(
                        cutTarget.key(), Resolution.of(answered.outcome().cutAt(truncation.mark())))));
        return new Cited(cut, cutTarget);
    }

    /** Empty where nobody could tell. */
    private static Optional<Boolean> isCut(Resolution resolution) {
        return switch (resolution.outcome().verdict()) {
            case ALIVE, MOVED -> Optional.of(false);
            case BROKEN -> Optional.of(resolution.snapshots().isEmpty());
            case UNVERIFIED, SKIPPED -> Optional.empty();
        };
    }
}
