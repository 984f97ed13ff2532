package ibid.document.office;

import ibid.document.ExplicitLink;
import ibid.document.TextBlock;

/** A block of markup as a paragraph, in which each link stands over the words that it shows. */
final class PlacedLinks {
    private final TextBlock block;
    private final String text;
    private final Paragraph paragraph = new Paragraph();
    private int done;

    PlacedLinks(TextBlock block) {
        this.block = block;
        this.text = block.text();
        paragraph.makeHeading(block.level());
    }

    /** Adds a link that stands behind those added before. */
    void add(ExplicitLink link) {
        var at = Math.max(done, textAt(link.start()));
        paragraph.append(text.substring(done, at));
        done = at;
        var words = link.text().strip();
        if (link.kind() == ExplicitLink.Kind.IMAGE || words.isEmpty()) {
            paragraph.addBare(link.kind(), link.destination(), words);
            return;
        }
        var end = endOf(words, at);
        if (end < 0 && !standsIn(at)) {
            paragraph.addBare(link.kind(), link.destination(), words);
            return;
        }
        // Words in which something else could be found stand as one space in the text of the block.
        var opened = paragraph.open(link.destination());
        paragraph.append(end < 0 ? words : text.substring(at, end));
        paragraph.close(opened);
        done = end < 0 ? at + 1 : end;
    }

    /** The first place in the text that stands at or behind an offset of the markup. */
    private int textAt(int offset) {
        var low = 0;
        var high = text.length();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (block.map().start(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where the words end that begin at a place of the text, but for its blanks; -1 where others stand there. */
    private int endOf(String words, int from) {
        var at = from;
        for (var i = 0; i < words.length(); i++) {
            if (Character.isWhitespace(words.charAt(i))) {
                continue;
            }
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at == text.length() || text.charAt(at) != words.charAt(i)) {
                return -1;
            }
            at++;
        }
        return at;
    }

    /** Whether one space of the text stands in for more of the markup. */
    private boolean standsIn(int at) {
        return at < text.length()
                && text.charAt(at) == ' '
                && block.map().end(at + 1) - block.map().start(at) > 1;
    }

    Paragraph paragraph() {
        paragraph.append(text.substring(done));
        done = text.length();
        return paragraph;
    }
}
