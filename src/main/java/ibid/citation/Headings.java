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
                .filter(block ->
                        block.kind() == TextBlock.Kind.HEADING && !shown(block).isEmpty())
                .toList();
        index = new BlockIndex(headings);
    }

    /** The nearest heading above an offset of the source; a citation in a heading has that one. */
    Optional<String> above(int offset) {
        var at = index.blockAt(offset);
        return at < 0 ? Optional.empty() : Optional.of(shown(headings.get(at)));
    }

    private static String shown(TextBlock heading) {
        var text = heading.text();
        return Sentences.fold(text.substring(0, Math.min(text.length(), LONGEST)));
    }
}
