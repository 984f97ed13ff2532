package ibid.document.mail;

import java.util.ArrayList;
import java.util.List;

/** Takes the body of a {@code multipart/*} entity apart (RFC 2046 section 5.1.1). */
final class Multipart {
    private Multipart() {}

    /** A part, from its header on to before the line end that belongs to the next boundary. */
    record Range(int from, int to) {}

    /** The parts, one more than are read at most; where the last boundary is missing, the last part goes on to the end. */
    static List<Range> parts(String text, String boundary, int from, int to) {
        var parts = new ArrayList<Range>();
        var opening = "--" + boundary;
        var partFrom = -1;
        for (var at = from; at < to && parts.size() <= MailLimits.MOST_PARTS; ) {
            var lineEnd = Header.lineEnd(text, at, to);
            if (isBoundary(text, opening, at, lineEnd)) {
                if (partFrom >= 0) {
                    parts.add(new Range(partFrom, Math.max(partFrom, withoutLineEnd(text, at))));
                }
                if (text.startsWith("--", at + opening.length())) {
                    return parts;
                }
                partFrom = Header.next(lineEnd, to);
            }
            at = lineEnd + 1;
        }
        if (partFrom >= 0 && partFrom < to) {
            parts.add(new Range(partFrom, to));
        }
        return parts;
    }

    private static boolean isBoundary(String text, String opening, int from, int lineEnd) {
        if (!text.startsWith(opening, from)) {
            return false;
        }
        var at = from + opening.length();
        at += text.startsWith("--", at) ? 2 : 0;
        return at <= lineEnd && text.substring(at, lineEnd).isBlank();
    }

    private static int withoutLineEnd(String text, int lineStart) {
        var end = lineStart - 1;
        return end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }
}
