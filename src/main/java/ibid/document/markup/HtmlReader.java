package ibid.document.markup;

import ibid.document.Comment;
import ibid.document.DocumentReader;
import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.TextBlock;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;

/**
 * Reads HTML: the text of each block element, and the addresses in attributes that cite something.
 *
 * <p>Elements deeper than {@value #DEEPEST} are read as siblings of that depth. Where {@code <base href>} is absolute,
 * relative destinations are resolved against it, for they mean nothing beside the file; their range stays that of the
 * attribute as written.
 */
public final class HtmlReader implements DocumentReader {
    public static final int DEEPEST = 512;

    @Override
    public Reading read(SourceText source) {
        var blocks = new ArrayList<TextBlock>();
        var links = new ArrayList<ExplicitLink>();
        var text = source.text();
        var comments = new ArrayList<Comment>();
        var deepest = readPart(text, OffsetMap.straight(0, text.length()), blocks, links, comments);
        var problems = new ArrayList<Problem>();
        if (deepest >= DEEPEST) {
            problems.add(tooDeep());
        }
        return Reading.inSourceOrder(blocks, links, problems).withComments(comments);
    }

    /** The problem of markup that goes as deep as is followed, or deeper. */
    public static Problem tooDeep() {
        return Problem.limit(
                "Its elements are nested deeper than %d levels; what lies deeper was read as lying there.", DEEPEST);
    }

    /**
     * Reads HTML that stands in another document.
     *
     * @param map from {@code html} to that document's source
     * @return depth of the deepest element
     */
    static int readPart(String html, OffsetMap map, List<TextBlock> blocks, List<ExplicitLink> links) {
        return readPart(html, map, blocks, links, new ArrayList<>());
    }

    /** The same, with its comments. */
    static int readPart(
            String html, OffsetMap map, List<TextBlock> blocks, List<ExplicitLink> links, List<Comment> comments) {
        var walk = new HtmlWalk(new MarkupSlice(html, map), blocks, comments);
        var deepest = walk.read();
        walk.finish(links);
        return deepest;
    }

    /** Reads the attributes of one tag that stands alone. */
    static void readTag(String tag, OffsetMap map, List<ExplicitLink> links) {
        var slice = new MarkupSlice(tag, map);
        for (Element element : parsedTag(tag).children()) {
            HtmlLinks.of(element, slice, links::add);
        }
    }

    /** As XML a tag is kept wherever it stands; as HTML a lone table cell would be dropped. */
    static Document parsedTag(String tag) {
        return Parser.xmlParser()
                .settings(ParseSettings.htmlDefault)
                .setTrackPosition(true)
                .parseInput(tag, "");
    }
}
