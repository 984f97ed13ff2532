package ibid.document.pdf;

import ibid.document.ContainerReader.Contents;
import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.Part;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.TextBlock;
import ibid.document.pdf.PdfPage.Range;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the pages of a document together: one text, a block for each paragraph, a part for each page. */
final class PdfContents {
    private final List<PdfPage> pages;
    private final StringBuilder text = new StringBuilder();
    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<ExplicitLink> links = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    PdfContents(List<PdfPage> pages) {
        this.pages = pages;
    }

    Contents contents(List<Problem> problems) {
        var joined = pages.stream().map(LinkJoin::of).toList();
        var isAuthored = joined.stream().anyMatch(LinkJoin::isAuthored);
        for (var i = 0; i < pages.size(); i++) {
            add(pages.get(i), joined.get(i).links(isAuthored));
        }
        links.sort(Comparator.comparingInt(ExplicitLink::start));
        var reading = new Reading(blocks, links, parts, List.of(), List.of(), problems);
        return new Contents(SourceText.ofContainer(text.toString()), reading);
    }

    private void add(PdfPage page, List<LinkJoin.Joined> joined) {
        var start = text.length();
        text.append(page.text());
        if (!page.text().endsWith("\n")) {
            text.append('\n');
        }
        addBlocks(page.text(), start, joined);
        for (var link : joined) {
            if (link.ranges().isEmpty()) {
                // Nothing is shown for it, so it gets a line of its own behind the text of the page.
                links.add(new ExplicitLink(link.kind(), link.address(), text.length(), text.length(), ""));
                text.append('\n');
            } else {
                var shown = link.ranges().get(0);
                links.add(new ExplicitLink(
                        link.kind(),
                        link.address(),
                        start + shown.start(),
                        start + shown.end(),
                        link.shown().replace("\n", " ")));
            }
        }
        parts.add(Part.ofPage(start, text.length(), page.number()));
    }

    private void addBlocks(String page, int start, List<LinkJoin.Joined> joined) {
        var hidden = joined.stream()
                .flatMap(link -> link.ranges().stream().skip(1))
                .sorted(Comparator.comparingInt(Range::start))
                .toList();
        var nextHidden = 0;
        for (var from = 0; from < page.length(); ) {
            var blank = page.indexOf("\n\n", from);
            var end = blank < 0 ? page.length() : blank;
            var block = new OffsetMap.Builder();
            var at = from;
            for (; nextHidden < hidden.size() && hidden.get(nextHidden).start() < end; nextHidden++) {
                var range = hidden.get(nextHidden);
                if (range.start() >= at) {
                    block.add(page.substring(at, range.start()), start + at, start + range.start());
                    block.add(" ", start + range.start(), start + range.end());
                    at = range.end();
                }
            }
            if (at < end) {
                block.add(page.substring(at, end), start + at, start + end);
            }
            if (!block.isEmpty() && !block.text().toString().isBlank()) {
                blocks.add(block.build(TextBlock.Kind.PROSE, 0));
            }
            from = Math.max(end, at);
            while (from < page.length() && page.charAt(from) == '\n') {
                from++;
            }
        }
    }
}
