package ibid.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What captures are wanted.
 *
 * @param url the address, or the beginning of addresses, with scheme
 * @param match whether {@code url} is one address or what others begin with
 * @param original a regular expression for the whole original address, in the syntax that Java and servers share; rows that do not
 *     match are left out
 * @param statuses only captures with one of these statuses; all where empty
 * @param onePerAddress whether one capture of each address is enough
 * @param closest date as 14 digits: captures near it come first
 * @param limit most rows wanted; below zero that many of the last ones
 */
public record CaptureQuery(
        String url,
        Match match,
        Optional<String> original,
        List<Integer> statuses,
        boolean onePerAddress,
        Optional<String> closest,
        int limit) {
    public CaptureQuery {
        statuses = List.copyOf(statuses);
    }

    /** How {@code url} is meant. */
    public enum Match {
        EXACT,
        PREFIX,
        HOST,
        DOMAIN
    }

    /** All captures of one address. */
    public static CaptureQuery of(String url, int limit) {
        return new CaptureQuery(url, Match.EXACT, Optional.empty(), List.of(), false, Optional.empty(), limit);
    }

    /** The last captures of one address, the newest at the end. */
    public static CaptureQuery last(String url, List<Integer> statuses, int most) {
        return new CaptureQuery(url, Match.EXACT, Optional.empty(), statuses, false, Optional.empty(), -most);
    }

    /** Captures of one address, those made nearest to a moment first. */
    public static CaptureQuery near(String url, Instant date, List<Integer> statuses, int limit) {
        return new CaptureQuery(
                url, Match.EXACT, Optional.empty(), statuses, false, Optional.of(Replay.digits(date)), limit);
    }

    /** Whether many addresses are asked for. */
    public boolean isWide() {
        return match != Match.EXACT;
    }

    /** One capture of each address that begins so. */
    public static CaptureQuery below(String prefix, int limit) {
        return new CaptureQuery(prefix, Match.PREFIX, Optional.empty(), List.of(), true, Optional.empty(), limit);
    }
}
