package ibid.archive;

import ibid.archive.CopyJudgement.Kind;
import ibid.archive.CopySearch.Seen;
import ibid.archive.NearestCopy.Chosen;
import ibid.citation.CitingDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Chooses among copies, and says why this one and why not those that are nearer. */
final class CopyChoice {
    /** Reasons that are told, and copies that were passed over for them. */
    private static final int MOST_REASONS = 8;

    private final List<ListedCopy> copies;
    private final Map<ListedCopy, Seen> seen;
    private final CitingDate date;

    /**
     * A choice.
     *
     * @param copies all, nearest first
     * @param seen those that were looked at
     */
    CopyChoice(List<ListedCopy> copies, Map<ListedCopy, Seen> seen, CitingDate date) {
        this.copies = copies;
        this.seen = seen;
        this.date = date;
    }

    /** @param problems one clause for each archive that could not tell */
    Chosen chosen(List<String> problems) {
        if (copies.isEmpty()) {
            return new Chosen(Optional.empty(), problems, Set.of(), problems.isEmpty());
        }
        var shown = first(copy -> is(copy, Kind.SHOWS));
        var likely = shown.or(() -> first(copy -> is(copy, Kind.MAY_SHOW)))
                .or(() -> first(copy -> is(copy, Kind.NAMED_OTHERWISE)))
                .or(() -> first(copy -> copy.objection().isEmpty() && !isRefuted(copy)));
        var evidence = new ArrayList<String>();
        evidence.add(shown.map(this::verified).orElseGet(() -> unverified(likely)));
        evidence.addAll(passedOver(likely));
        unread(likely).ifPresent(evidence::add);
        evidence.addAll(problems);
        return new Chosen(
                likely.map(copy -> copy.snapshot(shown.isPresent(), date)),
                evidence,
                copies.stream().filter(this::isRefuted).map(ListedCopy::url).collect(Collectors.toSet()),
                likely.isEmpty() && problems.isEmpty());
    }

    private Optional<ListedCopy> first(Predicate<ListedCopy> wanted) {
        return copies.stream().filter(wanted).findFirst();
    }

    private boolean is(ListedCopy copy, Kind kind) {
        return Optional.ofNullable(seen.get(copy)).filter(what -> what.is(kind)).isPresent();
    }

    private boolean isRefuted(ListedCopy copy) {
        return copy.objection().isPresent()
                || Optional.ofNullable(seen.get(copy)).filter(Seen::refutes).isPresent();
    }

    private String verified(ListedCopy copy) {
        return "the copy in " + copy.archive() + " of " + day(copy.at()) + " was read and shows what was cited: "
                + why(copy) + "; of " + copies.size() + " known " + (copies.size() == 1 ? "copy" : "copies")
                + " it is the nearest such to " + date.sentence();
    }

    private String unverified(Optional<ListedCopy> likely) {
        var none = copies.size() == 1
                ? "the one known copy was not found to show what was cited"
                : "of " + copies.size() + " known copies none was found to show what was cited";
        return none
                + likely.map(copy -> "; the likeliest is that of " + day(copy.at()) + ", for " + date.sentence() + ": "
                                + why(copy))
                        .orElse("");
    }

    private String why(ListedCopy copy) {
        return Optional.ofNullable(seen.get(copy)).map(Seen::why).orElse("it was not read");
    }

    /** What was nearer than the chosen copy, by the reason. */
    private List<String> passedOver(Optional<ListedCopy> chosen) {
        Map<String, List<ListedCopy>> byReason = new LinkedHashMap<>();
        for (var copy : copies) {
            if (chosen.filter(copy::equals).isPresent()) {
                break;
            }
            copy.objection()
                    .or(() -> Optional.ofNullable(seen.get(copy)).map(Seen::why))
                    .ifPresent(why -> byReason.computeIfAbsent(why, unused -> new ArrayList<>())
                            .add(copy));
        }
        var sentences = new ArrayList<String>();
        byReason.entrySet().stream()
                .limit(MOST_REASONS)
                .forEach(reason -> sentences.add("passed over: " + named(reason.getValue()) + ": " + reason.getKey()));
        var rest = byReason.values().stream()
                .skip(MOST_REASONS)
                .mapToInt(List::size)
                .sum();
        if (rest > 0) {
            sentences.add("passed over: " + rest + " more for other reasons");
        }
        return sentences;
    }

    private static String named(List<ListedCopy> copies) {
        var times = copies.stream()
                .map(ListedCopy::at)
                .sorted(Comparator.naturalOrder())
                .toList();
        var first = day(times.get(0));
        var last = day(times.get(times.size() - 1));
        return copies.size() == 1
                ? "the copy of " + first
                : copies.size() + " copies of " + (first.equals(last) ? first : first + " to " + last);
    }

    /** Nearer copies that nobody looked at. */
    private Optional<String> unread(Optional<ListedCopy> chosen) {
        var nearer = chosen.map(copies::indexOf).orElse(copies.size());
        var unread = copies.subList(0, nearer).stream()
                .filter(copy -> copy.objection().isEmpty() && !seen.containsKey(copy))
                .count();
        return unread == 0
                ? Optional.empty()
                : Optional.of(unread + (unread == 1 ? " nearer copy was" : " nearer copies were")
                        + " not read, for no more than " + CopySearch.MOST_READ + " are");
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
