package ibid.archive.submission;

import ibid.archive.Snapshot;
import java.util.List;

/**
 * The copies of an address that an archive lists.
 *
 * @param copies in any order; error pages that were captured are among them
 * @param complete whether these are all that it knows of
 */
record Listed(List<Snapshot> copies, boolean complete) {
    /** The archive did not tell. */
    static final Listed NOTHING = new Listed(List.of(), false);

    Listed {
        copies = List.copyOf(copies);
    }
}
