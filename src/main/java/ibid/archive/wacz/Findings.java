package ibid.archive.wacz;

import java.util.ArrayList;
import java.util.List;

/** What a check found, a sentence each; of many like ones the first are told and the others counted. */
final class Findings {
    private static final int MOST_TOLD = 100;

    private final List<String> told = new ArrayList<>();
    private long more;

    void add(String sentence) {
        if (told.size() < MOST_TOLD) {
            told.add(sentence);
        } else {
            more++;
        }
    }

    List<String> all() {
        var all = new ArrayList<>(told);
        if (more > 0) {
            all.add("and " + more + " more");
        }
        return all;
    }
}
