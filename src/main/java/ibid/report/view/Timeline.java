package ibid.report.view;

import ibid.archive.Snapshot;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The copies of a target on a line of time, with the day on which it was cited.
 *
 * @param copies where each stands, of {@link #WIDTH}
 * @param cited where the day of the citation stands
 * @param citedDay in words; empty where it is not known
 */
public record Timeline(List<Integer> copies, Optional<Integer> cited, String citedDay, String from, String to) {
    /** Length of the line, in the units of the marks. */
    public static final int WIDTH = 1000;

    /** Room for half a mark at both ends. */
    private static final int MARGIN = 8;

    /** Empty where all of it is one day. */
    static Optional<Timeline> of(List<Snapshot> snapshots, Optional<String> cited) {
        var citedAt = snapshots.isEmpty() ? Optional.<Instant>empty() : cited.flatMap(Timeline::start);
        var moments = Stream.concat(snapshots.stream().map(Snapshot::capturedAt), citedAt.stream())
                .sorted()
                .toList();
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        var first = moments.get(0);
        var last = moments.get(moments.size() - 1);
        return Words.isoDay(first).equals(Words.isoDay(last))
                ? Optional.empty()
                : Optional.of(new Timeline(
                        snapshots.stream()
                                .map(s -> at(s.capturedAt(), first, last))
                                .distinct()
                                .toList(),
                        citedAt.map(when -> at(when, first, last)),
                        citedAt.isPresent() ? cited.map(Words::date).orElse("") : "",
                        Words.day(first),
                        Words.day(last)));
    }

    private static int at(Instant moment, Instant first, Instant last) {
        var length = (double) (last.getEpochSecond() - first.getEpochSecond());
        return MARGIN
                + (int) Math.round((WIDTH - 2 * MARGIN) * (moment.getEpochSecond() - first.getEpochSecond()) / length);
    }

    /** The first moment of an ISO date of any precision. */
    private static Optional<Instant> start(String iso) {
        var day = iso + (iso.length() == 4 ? "-01-01" : iso.length() == 7 ? "-01" : "");
        try {
            return Optional.of(LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
