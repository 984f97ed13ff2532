package ibid.document.pdf;

import java.util.List;

/**
 * What one page says.
 *
 * @param number from 1
 * @param text in reading order; lines end in LF, and a blank line parts paragraphs
 * @param links in the order in which the page lists them
 */
record PdfPage(int number, String text, List<Link> links) {
    PdfPage {
        links = List.copyOf(links);
    }

    /**
     * A link annotation.
     *
     * @param address a URI, or the path of a file
     * @param ranges of the page's text that the annotation covers, in the order of the text, none touching another
     */
    record Link(String address, List<Range> ranges) {
        Link {
            ranges = List.copyOf(ranges);
        }
    }

    /** A stretch of a page's text; the end is exclusive. */
    record Range(int start, int end) {}
}
