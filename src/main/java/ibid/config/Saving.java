package ibid.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which public archives are asked to keep what is cited: none, unless the user says so.
 *
 * @param wayback Save Page Now of a Wayback-compatible archive
 * @param perma Perma.cc or a service with its interface
 * @param time how long a run waits for archives to make copies
 */
public record Saving(Optional<SavePageNow> wayback, Optional<Perma> perma, Duration time) {
    public static final Saving NONE = new Saving(Optional.empty(), Optional.empty(), Duration.ofMinutes(10));

    public boolean any() {
        return wayback.isPresent() || perma.isPresent();
    }

    /** The base addresses of the archives. */
    public List<String> addresses() {
        return Stream.concat(
                        wayback.map(SavePageNow::archive).stream()
                                .flatMap(archive -> Stream.of(archive.index(), archive.replay())),
                        perma.map(Perma::api).stream())
                .toList();
    }

    /**
     * Save Page Now, with the keys of an account.
     *
     * @param archive it is at {@code index/save}
     */
    public record SavePageNow(Settings.Wayback archive, Secret accessKey, Secret secretKey) {}

    /**
     * Perma.cc, with the key of an account.
     *
     * @param api base address of its interface, without final slash
     * @param links base address of its links, without final slash
     */
    public record Perma(String api, String links, Secret key) {
        public static final String PUBLIC = "https://api.perma.cc/v1";
    }
}
