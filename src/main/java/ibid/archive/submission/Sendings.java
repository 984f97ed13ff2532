package ibid.archive.submission;

import ibid.store.RecordCodec;
import ibid.store.Shelf;
import ibid.store.Store;
import java.util.Optional;

/** What archives were sent in this run and those before it, by archive and address. */
final class Sendings {
    private final Shelf<Sending> shelf;

    Sendings(Store store) {
        this.shelf = store.shelf("sendings", new RecordCodec<>(Sending.class));
    }

    Optional<Sending> of(String archive, String address) {
        return shelf.get(key(archive, address));
    }

    /** Whether it is remembered now: a full disk, or another run that has the store, may keep it from being. */
    boolean put(String archive, String address, Sending sending) {
        var key = key(archive, address);
        shelf.put(key, sending);
        return shelf.get(key).filter(sending::equals).isPresent();
    }

    void forget(String archive, String address) {
        shelf.remove(key(archive, address));
    }

    private static String key(String archive, String address) {
        return archive + " " + address;
    }
}
