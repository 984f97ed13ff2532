package ibid.report.view;

import ibid.finding.Finding;
import ibid.finding.Recovery;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.finding.RuleId;
import ibid.report.view.PlaceView.Quote;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** One finding as the page tells it: what is wrong, where, why that is known, and what to do. */
public final class FindingView {
    /** Most places of one finding that are listed. */
    static final int MAX_PLACES = 50;

    private final Finding finding;
    private final int number;
    private final List<ReportedCitation> citations;
    private final Optional<ReportedTarget> reported;
    private final Optional<TargetView> target;
    private final Lookup lookup;

    /** @param number from 1, in the order of the report */
    FindingView(Finding finding, int number, Lookup lookup) {
        this.finding = finding;
        this.number = number;
        this.citations = lookup.citations(finding.citations());
        this.reported = finding.target().flatMap(lookup::target);
        this.target = reported.map(t -> new TargetView(t, lookup));
        this.lookup = lookup;
    }

    /** A citation of a repeated passage, or of a group that says the same. */
    public record Copy(String title, List<PlaceView> places) {}

    int number() {
        return number;
    }

    public String anchor() {
        return "f" + number;
    }

    public String severity() {
        return Words.of(finding.severity());
    }

    /** The severity as a class name. */
    public String severityClass() {
        return finding.severity().label();
    }

    public String rule() {
        return finding.rule().label();
    }

    public String headline() {
        return Wording.headline(finding, recovery(), copies().size());
    }

    public String message() {
        return Shown.text(finding.message());
    }

    /** Sentences that a page said when it was cited, and does not say any more. */
    public List<String> gone() {
        return finding.drift().stream()
                .flatMap(drift -> drift.removed().stream())
                .map(Shown::text)
                .toList();
    }

    /** Sentences that it says now, and did not. */
    public List<String> added() {
        return finding.drift().stream()
                .flatMap(drift -> drift.added().stream())
                .map(Shown::text)
                .toList();
    }

    /** What to do about it. */
    public String advice() {
        var advice = Wording.advice(
                finding.rule(), recovery(), target.map(TargetView::advice).orElse("Look at it by hand."));
        var title = firstOf(c -> c.citation().context().title());
        return finding.rule() == RuleId.TRUNCATED_URL && recovery() == Recovery.UNRESOLVED && title.isPresent()
                ? advice + " A web search for the title may find it, too."
                : advice;
    }

    private Recovery recovery() {
        return citations.stream()
                .flatMap(c -> c.recovery().stream())
                .findFirst()
                .orElse(Recovery.UNRESOLVED);
    }

    /** Where it stands first: a place in a document, or the document. */
    public String place() {
        return citations.isEmpty()
                ? finding.document().map(Shown::text).orElse("")
                : PlaceView.label(citations.get(0).citation());
    }

    /** The document it is told under. */
    String document() {
        return citations.isEmpty()
                ? finding.document().orElse("")
                : citations.get(0).citation().document();
    }

    /** The places behind the first. */
    public List<PlaceView> furtherPlaces() {
        return isGroup() ? List.of() : places(citations.stream().skip(1));
    }

    public int morePlaces() {
        return Math.max(0, citations.size() - MAX_PLACES);
    }

    private static List<PlaceView> places(Stream<ReportedCitation> citations) {
        return citations.limit(MAX_PLACES - 1).map(PlaceView::of).toList();
    }

    private boolean isGroup() {
        return switch (finding.rule()) {
            case DUPLICATE_CITATION, INCONSISTENT_CITATION, DUPLICATE_PASSAGE -> true;
            default -> false;
        };
    }

    /** The places of a duplicate as groups: each copy of a passage, or each citation of a source. */
    public List<Copy> copies() {
        if (!isGroup()) {
            return List.of();
        }
        var copies = new ArrayList<Copy>();
        var seen = new HashSet<String>();
        var from = 0;
        for (var i = 0; i <= citations.size(); i++) {
            // A copy ends where its first target comes again.
            var ends = i == citations.size() || !seen.add(citations.get(i).target());
            if (ends && i > from && copies.size() < MAX_PLACES) {
                copies.add(copy(copies.size() + 1, citations.subList(from, i)));
                from = i;
                seen.clear();
                if (i < citations.size()) {
                    seen.add(citations.get(i).target());
                }
            }
        }
        return copies;
    }

    private static Copy copy(int number, List<ReportedCitation> citations) {
        return new Copy(
                ordinal(number),
                citations.stream().limit(MAX_PLACES).map(PlaceView::of).toList());
    }

    private static String ordinal(int number) {
        return switch (number) {
            case 1 -> "First time";
            case 2 -> "Second time";
            case 3 -> "Third time";
            default -> "Time no. " + number;
        };
    }

    /** The text as written, where nothing else shows it. */
    public Optional<String> text() {
        return isGroup() || specimen().isPresent() || quote().isPresent()
                ? Optional.empty()
                : citations.stream()
                        .findFirst()
                        .map(c -> Shown.text(c.citation().text()));
    }

    public Optional<Quote> quote() {
        return isGroup()
                ? Optional.empty()
                : citations.stream().findFirst().flatMap(c -> PlaceView.of(c).quote());
    }

    /** The cut address, taken apart. */
    public Optional<Specimen> specimen() {
        return finding.rule() == RuleId.TRUNCATED_URL
                ? firstOf(c -> c.citation().truncation()).map(Specimen::of)
                : Optional.empty();
    }

    /** What the citing passage says of its source: title, author and date. */
    public Optional<String> source() {
        var parts = Stream.of(
                        firstOf(c -> c.citation().context().title()).map(t -> "“" + Shown.text(t) + "”"),
                        firstOf(c -> c.citation().context().author()).map(Shown::text),
                        firstOf(c -> c.citation().context().date()).map(d -> Shown.text(Words.date(d))))
                .flatMap(Optional::stream)
                .toList();
        return isGroup() || parts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", parts));
    }

    private <T> Optional<T> firstOf(Function<ReportedCitation, Optional<T>> part) {
        return citations.stream().flatMap(c -> part.apply(c).stream()).findFirst();
    }

    /** The target with evidence, hops, candidates and snapshots; empty for findings about citations alone. */
    public Optional<TargetView> target() {
        return isGroup() ? Optional.empty() : target;
    }

    public List<FixView> fixes() {
        return finding.fixes().stream().map(f -> FixView.of(f, lookup)).toList();
    }

    boolean hasSafeFix() {
        return finding.fixes().stream().anyMatch(FixView::isSafe);
    }

    /** The target it is about, whatever of it is told here. */
    Optional<ReportedTarget> reported() {
        return reported;
    }

    /** What the page's search looks through, beside the target's name. */
    String searched() {
        var cited =
                citations.stream().findFirst().map(c -> Shown.text(c.citation().text()));
        var title = firstOf(c -> c.citation().context().title()).map(Shown::text);
        return Stream.of(Optional.of(place()), Optional.of(message()), cited, title)
                .flatMap(Optional::stream)
                .reduce("", (all, part) -> all.contains(part) ? all : all + "\n" + part)
                .strip();
    }

    Finding finding() {
        return finding;
    }
}
