package ibid.citation;

import java.util.List;
import java.util.Optional;

/**
 * One platform's rule for showing a long URL cut: the first {@code head}, the mark, the last {@code tail}.
 *
 * @param name as in reports
 * @param drops what is taken away in front
 * @param base the part of the rest that head and tail are counted in
 * @param mark the mark as the platform writes it, spaces included
 */
record Dialect(
        String name,
        String platform,
        DialectPrefix drops,
        DialectBase base,
        DialectLimit limit,
        DialectExtent head,
        String mark,
        DialectExtent tail,
        DialectDecoding decoding,
        List<DialectHabit> habits) {
    private static final int SHORTEST_SCHEME = "http://".length();

    Dialect {
        habits = List.copyOf(habits);
    }

    /** What this platform would show for {@code fullUrl}; empty when it shows the URL whole. */
    Optional<String> shown(String fullUrl) {
        return cut(fullUrl).map(DialectText::joined);
    }

    /** As {@link #shown}, in its parts. */
    Optional<DialectText> cut(String fullUrl) {
        var url = fullUrl;
        for (var habit : habits) {
            if (!habit.appliesTo(fullUrl)) {
                return Optional.empty();
            }
            url = habit.prepared(url);
        }
        var measured = drops.droppedFrom(decoding.measured(url));
        var text = drops.droppedFrom(decoding.shown(url));
        if (limit.isExceededBy(measured, fullUrl)) {
            return Optional.of(new DialectText(headOf(text), mark, tail.lastOf(base.counted(text))));
        }
        return limit.leavesHeadAlone(measured)
                ? Optional.of(new DialectText(headOf(text), mark, ""))
                : Optional.empty();
    }

    private String headOf(String text) {
        var start = base.start(text);
        var shown = text.substring(0, start) + head.firstOf(text.substring(start));
        for (var habit : habits) {
            shown = habit.headShown(shown);
        }
        return shown;
    }

    /** Whether this rule can have produced exactly this text, from whatever URL. */
    boolean canHaveWritten(DialectShape shape) {
        var text = shape.text();
        return TruncationMark.agree(mark, text.mark())
                && tailFits(shape.tail(), text.tail())
                && headFits(shape.head(base))
                && drops.canHaveLeft(text.head())
                && base.start(text.head()) < text.head().length()
                && habits.stream().allMatch(habit -> habit.canHaveLeft(text.head(), text.tail()));
    }

    private boolean headFits(DialectMeasure measure) {
        var mayLack = habits.stream().mapToInt(DialectHabit::headMayLack).sum();
        for (var lacking = 0; lacking <= mayLack; lacking++) {
            if (measure.canBe(head.count() - lacking, head.unit())) {
                return true;
            }
        }
        return false;
    }

    private boolean tailFits(DialectMeasure measure, String text) {
        return text.isEmpty()
                ? tail.count() == 0 || limit.canLeaveHeadAlone()
                : tail.count() > 0 && measure.canBe(tail.count(), tail.unit());
    }

    /** Fewest characters of a full URL, scheme included, that this rule shows so; see {@link Dialects#minimumLength}. */
    int minimumLength(DialectText text) {
        var hidden = DialectPrefix.schemeLength(text.head()) == 0 ? SHORTEST_SCHEME : 0;
        var kept =
                DialectUnit.BYTES.length(text.head().substring(0, limit.base().start(text.head())));
        var alone = text.tail().isEmpty() && limit.canLeaveHeadAlone();
        var counted = (alone ? limit.headAlone() : limit.longest().count()) + 1;
        return Math.max(hidden + kept + counted, limit.wholeUrl() + 1);
    }
}
