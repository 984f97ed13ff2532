package ibid.archive;

import ibid.config.Settings;
import ibid.web.LookupBudget;
import ibid.web.Scheduler;
import java.time.Duration;

/** Who is asked beside the cited hosts, and within what time: one for the whole run. */
public final class Lookups {
    private final LookupBudget budget;

    private Lookups(LookupBudget budget) {
        this.budget = budget;
    }

    /** Look-ups as the settings allow them: none where the run asks nobody, or only the cited hosts. */
    public static Lookups of(Settings settings, Scheduler scheduler) {
        var wanted = settings.lookup().enabled()
                && settings.check().enabled()
                && !settings.check().offline();
        return new Lookups(new LookupBudget(wanted ? settings.lookup().time() : Duration.ZERO, scheduler));
    }

    /** The time that all of them have together; none at all where nothing is to be looked up. */
    public LookupBudget budget() {
        return budget;
    }
}
