package ibid.citation;

import ibid.document.TextBlock;
import java.util.List;
import java.util.Optional;

/** The headings of a document, by where they stand. */
final class Headings {
    private static final int LONGEST = 300;

    private final List<TextBlock> headings;
    private final BlockIndex index;

    Headings(List<TextBlock> blocks) {
        headings = blocks.stream()
                .filter(block -> block.kind() == TextBlock.Kind.HEADING)
                .toList();
        index = new BlockIndex(headings);
    }

    /** The nearest heading above an offset of the source; a citation in a heading has that one. */
    Optional<String> above(int offset) {
        for (var at = index.blockAt(offset); at >= 0; at--) {
            var text = headings.get(at).text();
            var shown = Sentences.fold(text.substring(0, Math.min(text.length(), LONGEST)));
            if (!shown.isEmpty()) {
                return Optional.of(shown);
            }
        }
        return Optional.empty();
    }
}
