package ibid.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Findings that a browser lays out at once.
 *
 * <p>All chunks but the first stand in a {@code noscript} element each: to a browser that runs the page's script they are
 * text that costs nothing until it is looked at, and to all others they are the page.
 *
 * @param first whether it is shown at once everywhere
 */
public record Chunk(boolean first, List<Part> parts) {
    /** Findings or targets of one chunk; the page's script shows as many at a time. */
    static final int SIZE = 50;

    /**
     * Findings of one document.
     *
     * @param continued whether findings of the same document stand in the chunk before
     */
    public record Part(DocumentView document, boolean continued, List<FindingView> findings) {}

    static List<Chunk> of(List<DocumentView> documents) {
        var chunks = new ArrayList<Chunk>();
        var parts = new ArrayList<Part>();
        var room = SIZE;
        for (var document : documents) {
            var findings = document.findings();
            for (var from = 0; from < findings.size(); ) {
                var to = Math.min(findings.size(), from + room);
                parts.add(new Part(document, from > 0, findings.subList(from, to)));
                room -= to - from;
                from = to;
                if (room == 0) {
                    chunks.add(new Chunk(chunks.isEmpty(), List.copyOf(parts)));
                    parts.clear();
                    room = SIZE;
                }
            }
        }
        if (!parts.isEmpty()) {
            chunks.add(new Chunk(chunks.isEmpty(), List.copyOf(parts)));
        }
        return chunks;
    }

    /** The same list in pieces of {@link #SIZE}. */
    static <T> List<List<T>> pieces(List<T> all) {
        return IntStream.iterate(0, from -> from < all.size(), from -> from + SIZE)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + SIZE)))
                .toList();
    }
}
