package ibid.archive;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** The line before one service of an archive. Used under its host's lock only. */
final class ArchiveLane {
    private final PriorityQueue<ArchiveQuestion> waiting =
            new PriorityQueue<>(Comparator.comparing((ArchiveQuestion question) -> question.turn)
                    .thenComparingLong(question -> question.number));
    private final Deque<Instant> begun = new ArrayDeque<>();
    private final ArchivePace pace;
    private Instant afterLast = Instant.MIN;
    private int underWay;

    ArchiveLane(ArchivePace pace) {
        this.pace = pace;
    }

    ArchivePace pace() {
        return pace;
    }

    void add(ArchiveQuestion question) {
        waiting.add(question);
    }

    boolean mayAsk() {
        return !waiting.isEmpty() && underWay < pace.together();
    }

    boolean isIdle() {
        return underWay == 0;
    }

    /** When the pace allows the next request. */
    Instant next(Instant now) {
        while (!begun.isEmpty() && !begun.getFirst().plus(pace.window()).isAfter(now)) {
            begun.removeFirst();
        }
        var room = begun.size() < pace.most() ? now : begun.getFirst().plus(pace.window());
        return afterLast.isAfter(room) ? afterLast : room;
    }

    ArchiveQuestion take(Instant now) {
        underWay++;
        begun.addLast(now);
        afterLast = now.plus(pace.interval());
        return waiting.remove();
    }

    void answered() {
        underWay--;
    }

    /** What waits of this kind, in no order. */
    List<ArchiveQuestion> takeAll(Predicate<ArchiveQuestion> which) {
        var all = waiting.stream().filter(which).toList();
        waiting.removeAll(all);
        return all;
    }
}
