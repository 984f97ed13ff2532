package ibid.finding;

import ibid.citation.Citation;
import ibid.finding.Report.ReportedCitation;
import ibid.target.TargetKind;
import ibid.target.WrittenAddress;
import ibid.url.CanonicalKey;
import ibid.url.Level;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why two citations are taken for citations of one source, from strictest to loosest. */
public enum Equivalence {
    TEXT("L0", "The texts are the same."),
    ADDRESS("L1", "The addresses mean the same."),
    DOCUMENT(
            "L2",
            "The addresses differ only in fragment, tracking, index file or mobile host, or in what carries them."),
    SOURCE("L3", "The addresses differ only in http or https, www or a final slash."),
    /** Seen, not read from the addresses. */
    END("L4", "The addresses were seen to lead to the same page."),
    IDENTIFIER("L5", "They name the same work.");

    private static final Set<TargetKind> NO_IDENTIFIERS =
            EnumSet.of(TargetKind.URL, TargetKind.TRUNCATED_URL, TargetKind.FILE, TargetKind.MAIL);

    private final String label;
    private final String sentence;

    Equivalence(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    /** The name in the report. */
    public String label() {
        return label;
    }

    /** What is the same, one sentence. */
    public String sentence() {
        return sentence.substring(0, sentence.length() - 1) + " (" + label + ").";
    }

    /** The loosest of the reasons for which citations of one source agree with the first of them. */
    static Equivalence among(Collection<ReportedCitation> citations, Facts facts) {
        var first = citations.iterator().next();
        var kind = facts.kindOf(first);
        return citations.stream()
                .map(ReportedCitation::citation)
                .filter(other -> !other.cited().equals(first.citation().cited()))
                .map(other -> between(first.citation(), other, kind))
                .reduce(TEXT, Equivalence::looser);
    }

    /** The same for citations of several sources, which are told apart by these keys. */
    static Equivalence within(
            Collection<ReportedCitation> citations, Function<ReportedCitation, String> source, Facts facts) {
        return citations.stream().collect(Collectors.groupingBy(source)).values().stream()
                .map(ofOne -> among(ofOne, facts))
                .reduce(TEXT, Equivalence::looser);
    }

    private static Equivalence looser(Equivalence one, Equivalence other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Equivalence between(Citation one, Citation other, Optional<TargetKind> kind) {
        var identifies = kind.filter(k -> !NO_IDENTIFIERS.contains(k)).isPresent();
        var left = WrittenAddress.of(one);
        var right = WrittenAddress.of(other);
        if (left.isEmpty() || right.isEmpty()) {
            return identifies ? IDENTIFIER : ADDRESS;
        }
        return Stream.of(Level.values())
                .filter(level -> level != Level.TEXT && CanonicalKey.areEqual(left.get(), right.get(), level))
                .findFirst()
                .map(Equivalence::of)
                .orElse(identifies ? IDENTIFIER : END);
    }

    private static Equivalence of(Level level) {
        return switch (level) {
            case TEXT -> TEXT;
            case ADDRESS, RESOURCE -> ADDRESS;
            case DOCUMENT -> DOCUMENT;
            case SOURCE -> SOURCE;
        };
    }
}
