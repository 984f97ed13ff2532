package ibid.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** HTTP statuses as ranges: {@code 200..299,403} (both ends count). */
public record StatusRanges(List<Range> ranges) {

    public static final StatusRanges NONE = new StatusRanges(List.of());

    private static final Pattern ONE = Pattern.compile("(\\d{3})(?:\\.\\.=?(\\d{3}))?");

    public StatusRanges {
        ranges = List.copyOf(ranges);
    }

    /** From one status to another, both included. */
    public record Range(int first, int last) {}

    /** Reads {@code 200..299,403}. */
    public static StatusRanges parse(String text) throws UsageException {
        var ranges = new ArrayList<Range>();
        for (var part : text.split(",", -1)) {
            var match = ONE.matcher(part.strip());
            if (!match.matches()) {
                throw new UsageException("\"" + part + "\" is no HTTP status or range; write them like 200..299,403.");
            }
            var first = Integer.parseInt(match.group(1));
            var last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
            if (last < first) {
                throw new UsageException("The range of HTTP statuses \"" + part + "\" ends before it begins; write it"
                        + " like 200..299.");
            }
            ranges.add(new Range(first, last));
        }
        return new StatusRanges(ranges);
    }

    public boolean contains(int status) {
        return ranges.stream().anyMatch(r -> r.first() <= status && status <= r.last());
    }
}
