package ibid.document.office;

import ibid.document.ExplicitLink;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.TextBlock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Puts a chapter's text in the place of its markup, and its links where they are shown. */
final class EpubChapter {
    private EpubChapter() {}

    /** @param reading of the chapter's markup */
    static void add(Reading reading, String chapter, OfficeText out) {
        reading.problems().forEach(p -> out.problem(Problem.Kind.LIMIT, chapter + ": " + p.message()));
        var blocks = reading.blocks().stream()
                .filter(block -> block.kind() != TextBlock.Kind.CODE)
                .toList();
        var links = reading.links();
        var next = 0;
        for (var i = 0; i < blocks.size(); i++) {
            var end = i + 1 < blocks.size() ? blocks.get(i + 1).map().start(0) : Integer.MAX_VALUE;
            var placed = new PlacedLinks(blocks.get(i));
            // A link that stands before all text belongs to the first; one right before a block, such as a tag's, to
            // that.
            for (; next < links.size() && belongs(links.get(next), blocks.get(i), end); next++) {
                if (isOutside(links.get(next))) {
                    placed.add(links.get(next));
                }
            }
            out.add(placed.paragraph(), chapter);
        }
        var rest = new Paragraph();
        for (; next < links.size(); next++) {
            if (isOutside(links.get(next))) {
                rest.addBare(
                        links.get(next).kind(),
                        links.get(next).destination(),
                        links.get(next).text());
            }
        }
        out.add(rest, chapter);
    }

    /** Whether a link stands before the end of a block, or behind it with nothing to show. */
    private static boolean belongs(ExplicitLink link, TextBlock block, int nextStart) {
        var blockEnd = block.map().end(block.text().length());
        return link.start() < blockEnd
                || (link.start() < nextStart && link.text().isEmpty());
    }

    /** Whether a link leads out of the book. */
    private static boolean isOutside(ExplicitLink link) {
        return link.destination().startsWith("//")
                || link.destination().strip().matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");
    }

    /** A name as it stands in the package, where it is not escaped. */
    static String decoded(String href) {
        var fragment = href.indexOf('#');
        var name = fragment < 0 ? href : href.substring(0, fragment);
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
