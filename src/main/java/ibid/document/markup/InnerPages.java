package ibid.document.markup;

import ibid.document.Comment;
import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.TextBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the HTML that stands coded inside one document, as in the entries of a feed or the parts of a message.
 *
 * <p>Of all pages in a document together {@value #MOST_TAGS} tags are followed; what lies behind is read as plain text.
 */
public final class InnerPages {
    static final int MOST_TAGS = 1_000_000;

    private int tags;
    private boolean isOver;

    /**
     * Reads one page.
     *
     * @param map from {@code html} to the source, where all that is found will stand
     */
    public Reading read(String html, OffsetMap map) {
        return read(html, map, BaseAddress.NONE);
    }

    /** Reads one page whose relative addresses are relative to {@code base}, where it says nothing else. */
    public Reading read(String html, OffsetMap map, BaseAddress base) {
        if (html.isEmpty()) {
            return Reading.NOTHING;
        }
        tags += tags(html);
        if (tags > MOST_TAGS) {
            return plainly(html, map);
        }
        var blocks = new ArrayList<TextBlock>();
        var links = new ArrayList<ExplicitLink>();
        var comments = new ArrayList<Comment>();
        var deepest = HtmlReader.readPart(html, map, blocks, links, comments);
        links.replaceAll(base::resolved);
        var reading = Reading.inSourceOrder(blocks, links, List.of()).withComments(comments);
        return deepest < HtmlReader.DEEPEST ? reading : reading.withProblem(HtmlReader.tooDeep());
    }

    private Reading plainly(String html, OffsetMap map) {
        var block = new TextBlock(TextBlock.Kind.PROSE, 0, html, map);
        var reading = Reading.inSourceOrder(List.of(block), List.of(), List.of());
        if (isOver) {
            return reading;
        }
        isOver = true;
        return reading.withProblem(Problem.limit(
                "The pages in it hold more than %,d tags; the rest of them was read as plain text.", MOST_TAGS));
    }

    private int tags(String html) {
        var count = 0;
        for (var at = html.indexOf('<'); at >= 0 && tags + count <= MOST_TAGS; at = html.indexOf('<', at + 1)) {
            count++;
        }
        return count;
    }
}
