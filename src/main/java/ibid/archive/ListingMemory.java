package ibid.archive;

import java.util.Optional;

/** Keeps what indexes answered for longer than a run. Used by several threads. */
public interface ListingMemory {

    /**
     * What an index answered before, as long as that is worth something.
     *
     * @param index its query address
     */
    Optional<CaptureListing> known(String index, CaptureQuery query);

    /** An index has answered, and completely. */
    void learn(String index, CaptureQuery query, CaptureListing listing);

    /** Remembers nothing. */
    ListingMemory NONE = new ListingMemory() {
        @Override
        public Optional<CaptureListing> known(String index, CaptureQuery query) {
            return Optional.empty();
        }

        @Override
        public void learn(String index, CaptureQuery query, CaptureListing listing) {}
    };
}
