package ibid.finding;

import ibid.finding.Report.ReportedCitation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One finding for every passage that occurs again with its citations, however many they are. */
final class DuplicatePassageRule implements Rule {
    private static final int PLACES_NAMED = 5;

    @Override
    public List<Finding> findings(Facts facts) {
        var findings = new ArrayList<Finding>();
        for (var passage : facts.passages()) {
            var citations = facts.index().in(passage);
            findings.add(new Finding(
                    RuleId.DUPLICATE_PASSAGE,
                    RuleId.DUPLICATE_PASSAGE.severity(),
                    message(passage),
                    Fingerprint.of(
                            RuleId.DUPLICATE_PASSAGE,
                            passage.original().document(),
                            citations.stream().map(facts::keyOf).collect(Collectors.joining(" "))),
                    Optional.of(passage.original().document()),
                    Optional.empty(),
                    citations.stream().map(ReportedCitation::id).toList(),
                    List.of()));
        }
        return findings;
    }

    private static String message(RepeatedPassage passage) {
        var original = passage.original();
        var copies = passage.copies().stream()
                .limit(PLACES_NAMED)
                .map(copy -> copy.document().equals(original.document())
                        ? copy.lines()
                        : copy.lines() + " of " + copy.document())
                .collect(Collectors.joining(", "));
        var more = passage.copies().size() - PLACES_NAMED;
        var isOne = !original.lines().startsWith("lines ");
        var lines = isOne ? "Line " : "Lines ";
        return lines
                + original.lines().substring(lines.length())
                + (isOne ? " occurs again as " : " occur again as ")
                + copies
                + (more > 0 ? " and at " + more + " more places" : "")
                + (isOne ? ", with its citations." : ", with their citations.");
    }
}
