package ibid.document;

import java.util.List;
import java.util.Optional;

/** Finds the part of a document that an offset lies in. */
final class Parts {
    private Parts() {}

    /** @param parts in the order of the source, of nested ones the outer first */
    static Optional<Part> innermost(List<Part> parts, int offset) {
        var low = 0;
        var high = parts.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (parts.get(middle).start() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (var i = low - 1; i >= 0; i--) {
            if (offset < parts.get(i).end()) {
                return Optional.of(parts.get(i));
            }
        }
        return Optional.empty();
    }
}
