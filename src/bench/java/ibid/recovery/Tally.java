package ibid.recovery;

import java.util.Locale;

/** What came of the citations of one dialect. */
final class Tally {
    static final String HEADER = String.format(
            Locale.ROOT,
            "%-22s %6s %6s | %7s %7s %7s %7s %7s %7s %7s | %7s %7s | %8s",
            "dialect",
            "cut",
            "found",
            "first",
            "top 5",
            "sure+",
            "sure-",
            "abst.",
            "lookups",
            "pages",
            "sure-",
            "abst.",
            "baseline");

    private final String name;
    int cut;
    int found;
    int first;
    int topFive;
    int certainRight;
    int certainWrong;
    int abstained;
    int requests;
    int pages;
    int certainWithout;
    int abstainedWithout;
    int baselineFirst;

    Tally(String name) {
        this.name = name;
    }

    void add(Tally other) {
        cut += other.cut;
        found += other.found;
        first += other.first;
        topFive += other.topFive;
        certainRight += other.certainRight;
        certainWrong += other.certainWrong;
        abstained += other.abstained;
        requests += other.requests;
        pages += other.pages;
        certainWithout += other.certainWithout;
        abstainedWithout += other.abstainedWithout;
        baselineFirst += other.baselineFirst;
    }

    /** Shares of the cut addresses that were found in their documents; certain and right is of those in first place. */
    String row() {
        return String.format(
                Locale.ROOT,
                "%-22s %6d %6d | %7s %7s %7s %7s %7s %7.2f %7.2f | %7s %7s | %8s",
                name,
                cut,
                found,
                share(first, found),
                share(topFive, found),
                share(certainRight, first),
                share(certainWrong, found),
                share(abstained, found),
                found == 0 ? 0 : (double) requests / found,
                found == 0 ? 0 : (double) pages / found,
                share(certainWithout, found),
                share(abstainedWithout, found),
                share(baselineFirst, found));
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.2f%%", 100.0 * part / whole);
    }
}
