package ibid.archive;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How an index of captures wants to be asked: the two families differ in the names of fields, in filters and in paging.
 *
 * <p>Filters save transfer only: every row is looked at again here.
 */
enum CdxDialect {
    /**
     * The Wayback Machine's CDX server, OpenWayback and OutbackCDX: one JSON array, resume keys. OpenWayback 2.4.0 makes its
     * resume keys of the columns that were asked for, so that without {@code urlkey} they lead back to the start.
     */
    WAYBACK("original,timestamp,statuscode,mimetype,digest,urlkey"),
    /** pywb, Common Crawl and arquivo.pt: a JSON object a line, numbered pages. */
    PYWB("url,timestamp,status,mime,digest");

    private final String columns;

    CdxDialect(String columns) {
        this.columns = columns;
    }

    /** The columns that are wanted, under their names here. */
    List<String> columns() {
        return List.of(columns.split(",", -1));
    }

    /** A filter for rows whose whole original address matches. */
    String original(String expression) {
        // The Wayback dialect matches whole fields; pywb's "~" is anchored at the start alone.
        return this == WAYBACK ? "original:" + expression : "~url:(?:" + expression + ")$";
    }

    /** A filter for rows with one of these statuses. */
    String statuses(List<Integer> statuses) {
        var all = statuses.stream()
                .map(status -> String.format(Locale.ROOT, "%03d", status))
                .collect(Collectors.joining("|"));
        if (this == WAYBACK) {
            return "statuscode:" + (statuses.size() == 1 ? all : "(" + all + ")");
        }
        return statuses.size() == 1 ? "=status:" + all : "~status:(" + all + ")$";
    }
}
