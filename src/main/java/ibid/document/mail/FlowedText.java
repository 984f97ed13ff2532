package ibid.document.mail;

import ibid.document.OffsetMap;

/** Joins the lines of {@code format=flowed} text to the paragraphs they were (RFC 3676 section 4), quote marks taken off. */
final class FlowedText {
    private final String text;
    private final boolean dropsSpace;
    private final OffsetMap.Builder joined = new OffsetMap.Builder();

    private FlowedText(String text, boolean dropsSpace) {
        this.text = text;
        this.dropsSpace = dropsSpace;
    }

    /** @param dropsSpace whether the space that ends a line which goes on is none of the text ({@code DelSp=yes}) */
    static OffsetMap.Builder joined(String text, boolean dropsSpace) {
        var flowed = new FlowedText(text, dropsSpace);
        flowed.join();
        return flowed.joined;
    }

    private void join() {
        var goesOn = false;
        var depth = 0;
        var brokenAt = 0;
        for (var at = 0; at < text.length(); ) {
            var lineEnd = Header.lineEnd(text, at, text.length());
            var end = lineEnd > at && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
            var start = at;
            while (start < end && text.charAt(start) == '>') {
                start++;
            }
            var lineDepth = start - at;
            // A line that would begin with a space, a quote mark or "From " was given a space before.
            start += start < end && text.charAt(start) == ' ' ? 1 : 0;
            var isSignature = text.startsWith("-- ", start) && start + 3 == end;
            // An empty line ends a paragraph, whatever stands before it.
            if (at > 0 && (!goesOn || lineDepth != depth || isSignature || start == end)) {
                joined.add("\n", brokenAt, at);
            }
            goesOn = end > start && text.charAt(end - 1) == ' ' && !isSignature;
            depth = lineDepth;
            var shownEnd = goesOn && dropsSpace ? end - 1 : end;
            joined.add(text.substring(start, shownEnd), start, shownEnd);
            brokenAt = end;
            at = lineEnd + 1;
        }
    }
}
