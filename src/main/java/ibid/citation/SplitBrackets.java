package ibid.citation;

import java.util.Optional;

/** Addresses in brackets or quotes that close on a later line: all white space in them goes (RFC 3986 appendix C). */
final class SplitBrackets {
    private static final String URL_LABEL = "URL:";

    private SplitBrackets() {}

    /**
     * The address put together; empty where no bracket opens directly before it, or none closes within the limits, or more than
     * one word stands on a line.
     */
    static Optional<Found> around(String text, Found found, int limit) {
        var closing = closing(text, found.start());
        if (closing == 0) {
            return Optional.empty();
        }
        var end = SplitLine.pieceEnd(text, found.start());
        var ways = new SplitWays(text.substring(found.start(), end));
        for (var lines = 0; lines < SplitFinder.MOST_LINES && SplitLine.endsAt(text, end); lines++) {
            var next = SplitLine.next(text, end);
            var piece = pieceEnd(text, next, closing);
            if (piece == next || piece > limit || new SplitToken(text.substring(next, piece), "").isOtherThing()) {
                return Optional.empty();
            }
            ways.add(text.substring(next, piece));
            end = piece;
            if (end < text.length() && text.charAt(end) == closing) {
                return Optional.of(found.joined(
                        end, ways.without(0), "the " + name(closing) + " around it close on a later line"));
            }
        }
        return Optional.empty();
    }

    private static int pieceEnd(String text, int from, char closing) {
        var end = SplitLine.pieceEnd(text, from);
        var at = closing == ')' ? text.indexOf(')', from) : -1;
        return at >= 0 && at < end ? at : end;
    }

    /** What closes the bracket that opens before the address; 0 where none does. */
    private static char closing(String text, int start) {
        var label = start;
        while (label > 0 && text.charAt(label - 1) == ' ') {
            label--;
        }
        label -= URL_LABEL.length();
        var isLabelled = text.regionMatches(true, label, URL_LABEL, 0, URL_LABEL.length());
        var opens = (isLabelled ? label : start) - 1;
        if (opens < 0) {
            return 0;
        }
        return switch (text.charAt(opens)) {
            case '<' -> '>';
            case '"' -> '"';
            case '(' -> isLabelled ? ')' : 0;
            default -> 0;
        };
    }

    private static String name(char closing) {
        return closing == '>' ? "angle brackets" : closing == '"' ? "quotes" : "brackets";
    }
}
