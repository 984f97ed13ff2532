package ibid.archive;

import ibid.config.Settings;
import ibid.url.Url;
import java.time.Duration;

/**
 * How fast one service of an archive is asked.
 *
 * @param most requests in any {@code window}
 * @param interval shortest time between two requests
 * @param together most requests under way at once
 * @param timeout for one whole answer
 */
record ArchivePace(int most, Duration window, Duration interval, int together, Duration timeout) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The Wayback Machine allows 30 index requests a minute; four fifths of it leave room for a clock that is off. */
    static final ArchivePace WAYBACK_INDEX = new ArchivePace(24, MINUTE, Duration.ofSeconds(1), 2, MINUTE);

    /** It allows 600 copies a minute, of which four fifths are used. */
    static final ArchivePace WAYBACK_COPIES =
            new ArchivePace(480, MINUTE, Duration.ofMillis(125), 2, Duration.ofSeconds(45));

    /** An account of the Wayback Machine may have 7 copies a minute made; who stays below is not turned away by a clock that is off. */
    static final ArchivePace SAVES = new ArchivePace(6, MINUTE, Duration.ofSeconds(2), 1, Duration.ofSeconds(90));

    /** How far it is with a copy: clients ask every 2 to 5 seconds. */
    static final ArchivePace STATUS = new ArchivePace(30, MINUTE, Duration.ofSeconds(1), 2, Duration.ofSeconds(30));

    /** Common Crawl and others without stated limits: one request at a time, a second between. */
    static final ArchivePace OTHER_INDEX = new ArchivePace(30, MINUTE, Duration.ofSeconds(1), 1, MINUTE);

    /** What the user says of a host counts where it is slower: a limit of an account is not the user's to raise. */
    ArchivePace slowerIfSaid(Settings.Web settings, Url host) {
        var said = unlessSaid(settings, host);
        return new ArchivePace(
                most,
                window,
                said.interval.compareTo(interval) > 0 ? said.interval : interval,
                Math.min(together, said.together),
                timeout);
    }

    /** What the user says of a host counts instead. */
    ArchivePace unlessSaid(Settings.Web settings, Url host) {
        return settings.differing(host.host(), host.port())
                .map(said -> new ArchivePace(
                        said.interval().isPresent() ? Integer.MAX_VALUE : most,
                        window,
                        said.interval().orElse(interval),
                        Math.max(1, said.concurrency().orElse(together)),
                        timeout))
                .orElse(this);
    }
}
