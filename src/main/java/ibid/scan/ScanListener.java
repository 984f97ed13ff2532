package ibid.scan;

import ibid.citation.Citations;
import ibid.document.Document;
import ibid.resolution.Outcome;
import ibid.target.Target;

/**
 * What happens in a run, as it happens. Progress, statistics and debug output are listeners.
 *
 * <p>Events nest so; calls come from several threads at once, but those of one target come one after the other:
 *
 * <pre>
 * started
 *   documentRead*
 *   targetQueued* targetResolved*
 *   networkFoundDead?
 *   saved*
 * finished
 * </pre>
 */
public interface ScanListener {

    default void started(int documents) {}

    default void documentRead(Document document, Citations citations) {}

    default void targetQueued(Target target) {}

    default void targetResolved(Target target, Outcome outcome) {}

    /** Several hosts were asked and none was reached; said once. */
    default void networkFoundDead() {}

    /** Of the addresses that archives are to keep, what became of so many is known. */
    default void saved(int known, int all) {}

    default void finished() {}

    /** Listens to nothing. */
    ScanListener NONE = new ScanListener() {};
}
