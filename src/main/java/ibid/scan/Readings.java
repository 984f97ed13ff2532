package ibid.scan;

import ibid.finding.ReportBuilder.Cited;
import ibid.finding.ReportBuilder.Examined;
import ibid.resolution.CutOutcome;
import ibid.resolution.CutOutcome.Asked;
import ibid.resolution.Resolution;
import ibid.resolution.Verdict;
import ibid.target.Target.PlaceholderTarget;
import ibid.target.TargetParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Settles how citations are read that may be cut or whole, by what asking for their readings showed.
 *
 * <p>Where a page is or once was, it is whole; where nothing is, neither with the dots nor without them, it was cut; where
 * nobody could tell, the likelier reading stays. A page at the part before the dots proves little where that part ends in a
 * number or another address of the run goes on there: {@code /item/48…} of {@code /item/48213}.
 */
final class Readings {
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("[/=]\\d+$");

    private final TargetParser parser;
    private final Map<String, Resolution> known;
    private final FullAddresses full;

    /** @param known by the key of the target; what becomes of the readings is added */
    Readings(TargetParser parser, Map<String, Resolution> known, FullAddresses full) {
        this.parser = parser;
        this.known = known;
        this.full = full;
    }

    /** The other readings to ask for, because the server has nothing at the one that was asked. */
    List<Cited> toAskAlso(List<Examined> documents) {
        var others = new ArrayList<Cited>();
        documents.forEach(document -> document.cited()
                .forEach(cited -> Dotted.of(cited.citation(), parser)
                        .filter(this::isGone)
                        .flatMap(dotted -> dotted.second(parser))
                        .ifPresent(others::add)));
        return others;
    }

    /** Of a host that does not answer no other address does. */
    private boolean isGone(Dotted dotted) {
        return known(dotted.whole())
                .map(Resolution::outcome)
                .filter(outcome ->
                        outcome.verdict() == Verdict.BROKEN && outcome.status().isPresent())
                .isPresent();
    }

    Examined settled(Examined examined) {
        var isClear = examined.cited().stream()
                .allMatch(cited -> cited.citation().otherwise().isEmpty());
        return isClear
                ? examined
                : new Examined(
                        examined.document(),
                        examined.cited().stream()
                                .map(cited -> Dotted.of(cited.citation(), parser)
                                        .map(this::settled)
                                        .orElse(cited))
                                .toList(),
                        examined.trace());
    }

    private Cited settled(Dotted dotted) {
        // A pattern with a blank to fill in is no address, so nothing of it can have been cut.
        if (dotted.whole().target() instanceof PlaceholderTarget) {
            return dotted.whole();
        }
        var second = Optional.of(dotted).filter(this::isGone).flatMap(gone -> gone.second(parser));
        var title = second.filter(reading -> !dotted.withDots()
                && asked(reading, true).filter(Asked::isThere).isPresent());
        if (title.isPresent()) {
            note(
                    title.get(),
                    "nothing is at " + address(dotted.whole()) + ": the \"" + dotted.hanging()
                            + "\" behind it belongs to the address");
            return title.get();
        }
        var signs = signs(dotted);
        if (signs.isEmpty() && !isCut(dotted)) {
            if (!dotted.withDots()) {
                note(dotted.whole(), "written with \"" + dotted.hanging() + "\" behind it, and asked without that");
            }
            return dotted.whole();
        }
        return cut(dotted, second.flatMap(reading -> asked(reading, !dotted.withDots())), signs);
    }

    private Cited cut(Dotted dotted, Optional<Asked> second, List<String> signs) {
        var target = parser.parse(dotted.cut());
        asked(dotted.whole(), dotted.withDots())
                .map(first -> CutOutcome.of(dotted.truncation().mark(), first, second, signs))
                .ifPresent(outcome -> known.putIfAbsent(target.key(), Resolution.of(outcome)));
        return new Cited(dotted.cut(), target);
    }

    private boolean isCut(Dotted dotted) {
        return known(dotted.whole()).flatMap(Readings::isCut).orElse(dotted.looksCut());
    }

    /** Empty where nobody could tell. */
    private static Optional<Boolean> isCut(Resolution resolution) {
        return switch (resolution.outcome().verdict()) {
            case ALIVE, MOVED -> Optional.of(false);
            case BROKEN -> Optional.of(resolution.snapshots().isEmpty());
            case UNVERIFIED, SKIPPED -> Optional.empty();
        };
    }

    /** What speaks for a cut although the part before the dots may be an address; none where nothing is at it. */
    private List<String> signs(Dotted dotted) {
        var key = dotted.whole().target().key();
        var isTold = known(dotted.whole()).flatMap(Readings::isCut).orElse(false);
        if (dotted.withDots() || isTold || known(dotted.whole()).isEmpty()) {
            return List.of();
        }
        var signs = new ArrayList<String>();
        full.continuing(key, dotted.truncation())
                .ifPresent(longer -> signs.add("it may stand for " + longer + ", which the run cites"));
        if (dotted.truncation().mark().equals("…")
                && ENDS_IN_NUMBER.matcher(key).find()) {
            signs.add("it may stand for the rest of a number, because the address ends in one before it");
        }
        return signs;
    }

    private void note(Cited reading, String sentence) {
        known.computeIfPresent(
                reading.target().key(),
                (key, resolution) -> resolution.with(resolution.outcome().and(sentence)));
    }

    private Optional<Asked> asked(Cited reading, boolean withDots) {
        return known(reading).map(resolution -> new Asked(address(reading), withDots, resolution.outcome()));
    }

    private Optional<Resolution> known(Cited reading) {
        return Optional.ofNullable(known.get(reading.target().key()));
    }

    private static String address(Cited reading) {
        return reading.target().shown();
    }
}
