package ibid.report.view;

import ibid.finding.Report;
import ibid.resolution.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How many targets have each verdict, as a bar. */
public record Health(List<Part> parts) {
    /** Width of the bar, in the units of {@link Part}. */
    public static final int WIDTH = 1000;

    /** A verdict must be seen even where it is one among thousands. */
    private static final int LEAST = 12;

    private static final int GAP = 4;

    /**
     * One verdict of the bar.
     *
     * @param start from the left, of {@link #WIDTH}
     * @param width 0 where no target has the verdict
     */
    public record Part(String verdictClass, String verdict, int count, int start, int width) {
        public String number() {
            return Words.number(count);
        }
    }

    static Health of(Report report) {
        var counts = report.verdicts();
        var total = Math.max(1, report.targets().size());
        var present = (int) counts.values().stream().filter(c -> c > 0).count();
        var room = WIDTH - present * LEAST;
        var parts = new ArrayList<Part>();
        var start = 0;
        for (var verdict : Verdict.values()) {
            var count = counts.getOrDefault(verdict, 0);
            var width = count == 0 ? 0 : LEAST + (int) ((long) room * count / total);
            parts.add(new Part(Words.name(verdict), Words.of(verdict), count, start, Math.max(0, width - GAP)));
            start += width;
        }
        return new Health(List.copyOf(parts));
    }

    /** The bar in words. */
    public String summary() {
        return parts.stream()
                .filter(p -> p.count() > 0)
                .map(p -> p.verdict() + ": " + p.number())
                .collect(Collectors.joining(", "));
    }
}
