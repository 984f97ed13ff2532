package ibid.archive;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The pages of a run that were to be looked up in archives, and those for which the time was too short. */
public final class LookedUp {
    private final Set<String> all = ConcurrentHashMap.newKeySet();
    private final Set<String> cutShort = ConcurrentHashMap.newKeySet();

    LookedUp() {}

    void add(String address, boolean isCutShort) {
        all.add(address);
        if (isCutShort) {
            cutShort.add(address);
        }
    }

    /** For how many of how many the time was too short, a sentence; empty where it was enough. */
    public Optional<String> remark() {
        var few = cutShort.size();
        return few == 0
                ? Optional.empty()
                : Optional.of(few + " of " + all.size() + (all.size() == 1 ? " page" : " pages")
                        + (few == 1 ? " was" : " were")
                        + " not looked up in archives, or not to the end, because the time for look-ups was over;"
                        + " --lookup-time gives more.");
    }
}
