package ibid.finding;

import java.util.List;

/** A passage and the places where it occurs again, all in the order of the report. */
record RepeatedPassage(Passage original, List<Passage> copies) {
    RepeatedPassage {
        copies = List.copyOf(copies);
    }
}
