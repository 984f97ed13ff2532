package ibid.finding;

import java.util.List;

/** A passage and the places where it occurs again, all in the order of the report. */
public record RepeatedPassage(Passage original, List<Passage> copies) {
    public RepeatedPassage {
        copies = List.copyOf(copies);
    }
}
