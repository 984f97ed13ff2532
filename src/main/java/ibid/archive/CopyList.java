package ibid.archive;

import java.util.List;
import java.util.Optional;

/**
 * The copies of an address that one archive lists.
 *
 * @param problem one clause where there may be more
 */
record CopyList(List<ListedCopy> copies, Optional<String> problem) {
    CopyList {
        copies = List.copyOf(copies);
    }
}
