package ibid.archive;

import ibid.store.Packed;
import ibid.store.RecordCodec;
import ibid.store.Shelf;
import ibid.store.Store;
import java.time.Duration;
import java.util.Optional;

/**
 * Listings that are kept between runs. One with captures counts for a week, for what is archived stays so; one without any
 * for a day, for somebody may have made a copy since.
 */
public final class KeptListings implements ListingMemory {
    private static final Duration WITH_CAPTURES = Duration.ofDays(7);
    private static final Duration WITHOUT = Duration.ofDays(1);

    private final Shelf<CaptureListing> listings;

    public KeptListings(Store store) {
        this.listings = store.shelf("listings", new Packed<>(new RecordCodec<>(CaptureListing.class)));
    }

    @Override
    public Optional<CaptureListing> known(String index, CaptureQuery query) {
        var key = key(index, query);
        return listings.get(key, WITHOUT)
                .or(() -> listings.get(key, WITH_CAPTURES)
                        .filter(old -> !old.captures().isEmpty()));
    }

    @Override
    public void learn(String index, CaptureQuery query, CaptureListing listing) {
        listings.put(key(index, query), listing);
    }

    /** A record tells all of its components. */
    private static String key(String index, CaptureQuery query) {
        return index + " " + query;
    }
}
