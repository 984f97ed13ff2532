package ibid.web;

import java.time.Instant;

/**
 * What happens at the web, as it happens.
 *
 * <p>Events of one request nest so; events of different requests interleave:
 *
 * <ul>
 *   <li>{@link #queued}
 *       <ul>
 *         <li>{@link #sent}, attempt 1
 *         <li>{@link #answered} or {@link #failed}, attempt 1
 *         <li>{@link #sent}, attempt 2 ...
 *       </ul>
 *   <li>{@link #ended}, exactly once, also for what was never sent
 * </ul>
 *
 * <p>{@link #hostDelayed} and {@link #networkFoundDead} belong to no request. Events come on the threads that cause
 * them, several at once; an implementation is quick, never blocks, never throws and never calls back into {@link Web}.
 */
public interface WebListener {

    /** A listener that does nothing. */
    WebListener NONE = new WebListener() {};

    default void queued(WebRequest request) {}

    /** An attempt leaves the queue; {@code attempt} counts from 1. */
    default void sent(WebRequest request, int attempt) {}

    default void answered(WebRequest request, int attempt, int status) {}

    default void failed(WebRequest request, int attempt, WebFailure.Cause cause) {}

    default void ended(WebRequest request, WebReply reply) {}

    /** The host asked to be left alone; {@code host} is its key in the queue: name, and port where unusual. */
    default void hostDelayed(String host, Instant until) {}

    /** Several hosts were asked and none reached; at most once in a run. */
    default void networkFoundDead() {}
}
