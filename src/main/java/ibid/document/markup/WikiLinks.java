package ibid.document.markup;

import ibid.document.OffsetMap;
import ibid.document.TextBlock;

/**
 * Wikilinks in Markdown, {@code [[Page]]} and {@code [[Page|words]]}: they name a page wherever it lies, so they are no paths
 * and cite nothing. What looks like a file or host in one is none either.
 */
final class WikiLinks {
    private WikiLinks() {}

    /** The block with the words of wikilinks in their place. */
    static TextBlock removed(TextBlock block) {
        var text = block.text();
        var open = text.indexOf("[[");
        if (open < 0 || text.indexOf("]]", open) < 0) {
            return block;
        }
        var out = new OffsetMap.Builder();
        var at = 0;
        while (open >= 0) {
            var close = text.indexOf("]]", open + 2);
            if (close < 0) {
                break;
            }
            open = text.lastIndexOf("[[", close - 1);
            var inner = text.substring(open + 2, close);
            if (open >= at && !inner.contains("://") && inner.indexOf('\n') < 0) {
                var words = inner.indexOf('|') + 1;
                copy(block, out, at, open);
                if (LinkWords.stayInProse(inner.substring(words))) {
                    copy(block, out, open + 2 + words, close);
                } else {
                    out.add(" ", block.map().start(open), block.map().end(close + 2));
                }
                at = close + 2;
            }
            open = text.indexOf("[[", close + 2);
        }
        copy(block, out, at, text.length());
        return out.isEmpty() ? block : out.build(block.kind(), block.level());
    }

    private static void copy(TextBlock block, OffsetMap.Builder out, int from, int to) {
        for (var i = from; i < to; i++) {
            out.add(
                    block.text().substring(i, i + 1),
                    block.map().start(i),
                    block.map().end(i + 1));
        }
    }
}
