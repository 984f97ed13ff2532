package ibid.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What an index answered.
 *
 * @param captures in the order of the index; each fits the query, whatever the server made of it
 * @param complete whether these are all that the index holds for the query
 * @param problem one clause where the index could not tell, or not all of it
 * @param requests pages of answers that were asked for
 * @param dropped rows of the answers that could not be read, or that nobody had asked for
 */
public record CaptureListing(
        List<Row> captures, boolean complete, Optional<String> problem, int requests, int dropped) {
    public CaptureListing {
        captures = List.copyOf(captures);
    }

    /** A listing of which every row could be read. */
    public CaptureListing(List<Row> captures, boolean complete, Optional<String> problem, int requests) {
        this(captures, complete, problem, requests, 0);
    }

    /**
     * One capture.
     *
     * @param original the archived address as it was asked then
     * @param status empty where the index has none, as for a revisit
     * @param mimeType as the index has it; {@code warc/revisit} for one that had not changed
     * @param digest as the index has it
     */
    public record Row(String original, Instant at, OptionalInt status, String mimeType, String digest) {
        private static final Pattern SHA_1 = Pattern.compile("[A-Z2-7]{32}");

        /** Its status, or that of the captures with the same bytes: a page that had not changed was not stored again. */
        OptionalInt statusAmong(List<Row> rows) {
            if (status.isPresent()) {
                return status;
            }
            var statuses = rows.stream()
                    .filter(other -> other.digest.equals(digest))
                    .flatMapToInt(other -> other.status.stream())
                    .distinct()
                    .toArray();
            return statuses.length == 1 ? OptionalInt.of(statuses[0]) : OptionalInt.empty();
        }

        /** The digest with the name of its algorithm, where its form tells it. */
        String payloadDigest() {
            return SHA_1.matcher(digest).matches() ? "sha1:" + digest : digest;
        }
    }

    /** An index that could not be asked. */
    public static CaptureListing failed(String problem, int requests) {
        return new CaptureListing(List.of(), false, Optional.of(problem), requests);
    }
}
