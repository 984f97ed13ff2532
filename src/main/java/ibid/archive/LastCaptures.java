package ibid.archive;

import java.util.List;
import java.util.Optional;

/**
 * What archives have of one address.
 *
 * @param last the last capture of all, where it is known
 * @param good the last capture of the page itself, not of an error or a redirect
 * @param none archives that have no capture of it
 * @param problems one clause for each archive that could not tell
 */
public record LastCaptures(Optional<Snapshot> last, Optional<Snapshot> good, List<String> none, List<String> problems) {
    public LastCaptures {
        none = List.copyOf(none);
        problems = List.copyOf(problems);
    }

    /** Where nobody was asked. */
    public static LastCaptures unasked(String problem) {
        return new LastCaptures(Optional.empty(), Optional.empty(), List.of(), List.of(problem));
    }
}
