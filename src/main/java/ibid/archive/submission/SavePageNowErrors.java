package ibid.archive.submission;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What helps against the errors of Save Page Now 2, by their codes and, where it has none, by its words. */
final class SavePageNowErrors {
    private static final String PREFIX = "error:";

    /** Codes of the service's documentation, and those that clients met; all others pass by themselves. */
    private static final Map<String, Remedy> BY_CODE = Map.ofEntries(
            entry("bad-request", Remedy.NONE),
            entry("blocked", Remedy.NONE),
            entry("blocked-client-ip", Remedy.NONE),
            entry("blocked-url", Remedy.NONE),
            entry("filesize-limit", Remedy.NONE),
            entry("ftp-access-denied", Remedy.NONE),
            entry("http-version-not-supported", Remedy.NONE),
            entry("invalid-url-syntax", Remedy.NONE),
            entry("invalid-host-resolution", Remedy.NONE),
            entry("method-not-allowed", Remedy.NONE),
            entry("not-implemented", Remedy.NONE),
            entry("no-access", Remedy.NONE),
            entry("not-found", Remedy.NONE),
            entry("too-many-redirects", Remedy.NONE),
            entry("unauthorized", Remedy.NONE),
            // Passes, but not today.
            entry("too-many-daily-captures", Remedy.NONE),
            entry("max-daily-bandwidth-host", Remedy.NONE),
            entry("bandwidth-limit-exceeded", Remedy.REST),
            entry("too-many-requests", Remedy.REST),
            entry("user-session-limit", Remedy.REST),
            entry("max-daily-bandwidth", Remedy.STOP),
            entry("max-daily-bandwidth-from-ip", Remedy.STOP));

    private record Words(String part, Remedy remedy) {}

    private static final List<Words> BY_WORDS = List.of(
            new Words("daily not-logged-in captures limit", Remedy.STOP),
            new Words("captures per day", Remedy.STOP),
            new Words("already reached the limit", Remedy.REST),
            new Words("temporarily overloaded", Remedy.REST),
            new Words("cannot start capture", Remedy.LATER));

    private SavePageNowErrors() {}

    /** What helps against an error with this code, or where there is none with these words. */
    static Remedy of(String code, String message) {
        if (!code.isEmpty()) {
            var bare = code.startsWith(PREFIX) ? code.substring(PREFIX.length()) : code;
            return BY_CODE.getOrDefault(bare, Remedy.LATER);
        }
        var said = message.toLowerCase(Locale.ROOT);
        return BY_WORDS.stream()
                .filter(words -> said.contains(words.part()))
                .map(Words::remedy)
                .findFirst()
                .orElse(Remedy.NONE);
    }
}
