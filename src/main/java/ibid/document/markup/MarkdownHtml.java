package ibid.document.markup;

import ibid.document.Comment;
import ibid.document.TextBlock;

/** Reads a block of HTML that stands in Markdown. */
final class MarkdownHtml {
    private final Collected into;

    MarkdownHtml(Collected into) {
        this.into = into;
    }

    /**
     * Adds what the block shows and cites. Most blocks are one comment or one tag, which are read without a parser: to set one
     * up takes longer than to parse so little.
     *
     * @return depth of the deepest element
     */
    int read(TextBlock block) {
        var html = block.text();
        var map = block.map();
        if (isComment(html)) {
            into.comments()
                    .add(new Comment(map.start(0), map.end(html.length()), html.substring(4, html.length() - 3)));
            return 0;
        }
        var depth = isTag(html) && !HtmlLinks.mayBeIn(html)
                ? 0
                : HtmlReader.readPart(html, map, into.blocks(), into.links(), into.comments());
        JsxLinks.add(html, map, into.links());
        return depth;
    }

    /** Whether this is one comment that ends where it seems to (HTML sections 13.2.5.43 to 13.2.5.52). */
    private static boolean isComment(String html) {
        return html.startsWith("<!--")
                && html.indexOf("-->", 4) == html.length() - 3
                && !html.startsWith(">", 4)
                && !html.startsWith("->", 4)
                && !html.contains("--!>")
                && html.indexOf('\0') < 0;
    }

    /** Whether this is one tag and nothing else: it has no text, and in its attributes alone may be something. */
    private static boolean isTag(String html) {
        var name = html.startsWith("</") ? 2 : 1;
        return name < html.length()
                && html.charAt(0) == '<'
                && Character.isLetter(html.charAt(name))
                && html.lastIndexOf('<') == 0
                && html.indexOf('>') == html.length() - 1;
    }
}
