package ibid.finding;

import java.util.Map;
import java.util.Set;

/**
 * What was found of living pages and their copies, where somebody asked for it.
 *
 * @param unarchived keys of targets of which every archive that was asked has no copy
 * @param drifted what became of pages, by the keys of their targets
 */
public record Living(Set<String> unarchived, Map<String, Drifted> drifted) {
    public Living {
        unarchived = Set.copyOf(unarchived);
        drifted = Map.copyOf(drifted);
    }
}
