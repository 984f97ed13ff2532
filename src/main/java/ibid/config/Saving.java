package ibid.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which public archives are asked to keep what is cited: none, unless the user says so.
 *
 * @param wayback Save Page Now of a Wayback-compatible archive
 * @param time how long a run waits for archives to make copies
 */
public record Saving(Optional<SavePageNow> wayback, Duration time) {
    public static final Saving NONE = new Saving(Optional.empty(), Duration.ofMinutes(10));

    public boolean any() {
        return wayback.isPresent();
    }

    /** The base addresses of the archives. */
    public List<String> addresses() {
        return wayback.stream()
                .flatMap(service ->
                        Stream.of(service.archive().index(), service.archive().replay()))
                .toList();
    }

    /**
     * Save Page Now, with the keys of an account.
     *
     * @param archive it is at {@code index/save}
     */
    public record SavePageNow(Settings.Wayback archive, Secret accessKey, Secret secretKey) {}
}
