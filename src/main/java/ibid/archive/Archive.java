package ibid.archive;

import ibid.archive.warc.KeptPage;
import ibid.web.WebResponse;
import java.util.List;
import java.util.Optional;

/** Keeps what was fetched. */
public interface Archive extends AutoCloseable {

    /** Keeps a response with its request; empty where a cap or the response's kind forbids it. Never throws. */
    Optional<Snapshot> keep(WebResponse response);

    /**
     * Says where an address is cited, before what it answers is kept; the first place counts.
     *
     * @param address without fragment
     * @param place document and line, such as {@code docs/a.md#L12}
     */
    default void cited(String address, String place) {}

    /** Whether an earlier run kept the page, and less than 30 days ago; not read yet, it need not be whole. */
    default boolean hasRecent(String address) {
        return false;
    }

    /**
     * A whole copy of a page, made by an earlier run less than 30 days ago.
     *
     * @param address without fragment
     */
    default Optional<KeptPage> recent(String address) {
        return Optional.empty();
    }

    /** What of earlier runs had to be mended before anything was kept, one sentence each. */
    default List<String> repairs() {
        return List.of();
    }

    /** Waits for what is still being fetched for what was kept. */
    default void finish() {}

    /** One sentence if keeping came to an end early: a cap was hit or the disk is full. */
    Optional<String> problem();

    @Override
    void close();

    /** An archive that keeps nothing. */
    Archive NONE = new Archive() {
        @Override
        public Optional<Snapshot> keep(WebResponse response) {
            return Optional.empty();
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }

        @Override
        public void close() {}
    };
}
