package ibid.web;

import java.time.Duration;
import java.util.Optional;

/**
 * What one attempt says about its host.
 *
 * @param asked how long the host asks to be left alone
 */
record HostFeedback(Mood mood, Optional<Duration> asked) {

    static final HostFeedback UNKNOWN = new HostFeedback(Mood.UNKNOWN, Optional.empty());

    /** How the host met the attempt. */
    enum Mood {
        CONTENT,
        /** 429, or 503 with a time to come back at. */
        COMPLAINS,
        /** 503 without one: it is in trouble, not annoyed. */
        BUSY,
        SLOW,
        UNKNOWN
    }
}
