package ibid.archive.submission;

import ibid.url.CanonicalKey;
import ibid.url.Level;
import ibid.url.Url;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An address that archives may be asked to keep.
 *
 * @param address without fragment
 * @param ends where it was seen to redirect to, in this run; a copy of one of these is a copy of it
 * @param whyNot the clause that tells why it is not to be sent, where there is one
 */
public record PageToSave(String address, Set<String> ends, Optional<String> whyNot) {
    public PageToSave {
        ends = Set.copyOf(ends);
    }

    /** Whether it is its own address, however that is spelled, or one of its ends. */
    boolean isShownAt(Url url) {
        return Stream.concat(Stream.of(address), ends.stream())
                .flatMap(own -> Url.parse(own).stream())
                .anyMatch(own -> CanonicalKey.areEqual(own, url, Level.SOURCE));
    }
}
