package ibid.citation;

import java.util.List;

/**
 * A citation whose text was cut.
 *
 * @param head what is shown before the mark
 * @param mark the mark as written, spaces included: {@code ...}, {@code …}, {@code " ... "}
 * @param tail what is shown behind the mark; empty where only the head is shown
 * @param dialects names of the dialects whose rule can have produced exactly this text, in the order of the table
 * @param minimumLength fewest characters the full URL can have, scheme included
 */
public record Truncation(String head, String mark, String tail, List<String> dialects, int minimumLength) {
    public Truncation {
        dialects = List.copyOf(dialects);
    }
}
