package ibid.document;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a text and what is to stand in its place.
 *
 * @param start offset in the text, in UTF-16 code units
 * @param end exclusive end; where it is the start, something is put between
 */
public record Rewriting(int start, int end, String text) {

    public static Rewriting between(int offset, String text) {
        return new Rewriting(offset, offset, text);
    }

    /**
     * Several that belong together as one, with what stands between them as it is; empty where there is none. Of two for the
     * same offset the first comes first.
     *
     * @param from where the whole is to begin at the latest
     */
    public static Optional<Rewriting> joined(String source, int from, List<Rewriting> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var ordered =
                parts.stream().sorted(Comparator.comparingInt(Rewriting::start)).toList();
        var start = Math.min(from, ordered.get(0).start());
        var written = new StringBuilder();
        var at = start;
        for (var part : ordered) {
            written.append(source, at, part.start()).append(part.text());
            at = part.end();
        }
        return Optional.of(new Rewriting(start, at, written.toString()));
    }
}
