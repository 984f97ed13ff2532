package ibid.document.markup;

import ibid.document.Comment;
import ibid.document.OffsetMap;
import java.util.List;

/** The comments of HTML that stands in Markdown. */
final class MarkdownComments {
    private MarkdownComments() {}

    /** Adds those of a stretch of HTML; one that is never closed runs to its end. */
    static void add(String html, OffsetMap map, List<Comment> comments) {
        for (var open = html.indexOf("<!--"); open >= 0; ) {
            var found = html.indexOf("-->", open + 4);
            var end = found < 0 ? html.length() : found + 3;
            var text = html.substring(Math.min(open + 4, end), found < 0 ? end : found);
            comments.add(new Comment(map.start(open), map.end(end), text.strip()));
            open = html.indexOf("<!--", end);
        }
    }
}
