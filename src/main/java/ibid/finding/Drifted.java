package ibid.finding;

import ibid.archive.Snapshot;
import ibid.page.Drift;

/**
 * A living page that does not say any more what it said when it was cited.
 *
 * @param copy of about that time
 */
public record Drifted(Drift drift, Snapshot copy) {}
