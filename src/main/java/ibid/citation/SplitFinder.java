package ibid.citation;

import ibid.document.Document;
import ibid.document.TextBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Puts addresses together that are broken over lines, in one document.
 *
 * <p>Inside brackets that close later all white space goes. Elsewhere a line must have been forced to end where it does, and the
 * next must look like the rest of an address: a false join makes an address that nobody wrote. What may or may not be broken is
 * cited as it stands and keeps both readings. A link that the markup spells out is the truth: nothing is joined with it.
 */
final class SplitFinder {
    /** The most lines that an address goes on for. */
    static final int MOST_LINES = 3;

    /** A longer piece of a line is data, not the rest of an address. */
    private static final int LONGEST_PIECE = 1000;

    private static final int LONGEST_PREFIX = 100;
    private static final Pattern ITEM = Pattern.compile("([\\s>]*)[-*+•]\\s");

    private final Document document;
    private final LinkRanges links;

    SplitFinder(Document document) {
        this.document = document;
        this.links = new LinkRanges(document.links());
    }

    /** The same citations of a block, in the order of its text, those put together that are broken. */
    List<Found> joined(TextBlock block, List<Found> found) {
        var joined = new ArrayList<Found>(found.size());
        for (var i = 0; i < found.size(); i++) {
            var each = found.get(i);
            var limit = i + 1 < found.size()
                    ? found.get(i + 1).start()
                    : block.text().length();
            var isAddress =
                    each.kind() == CitationKind.BARE_URL && each.truncation().isEmpty();
            joined.add(isAddress ? joined(block, each, limit) : each);
        }
        return joined;
    }

    private Found joined(TextBlock block, Found found, int limit) {
        // What runs into the next citation goes on no line further; to read on would be the square of the text.
        var pieceEnd = SplitLine.pieceEnd(block.text(), found.end(), limit);
        if (pieceEnd >= limit || !SplitLine.endsAt(block.text(), pieceEnd)) {
            return found;
        }
        return SplitBrackets.around(block.text(), found, limit)
                .or(() -> goingOn(block, found, limit))
                .filter(whole -> !links.overlap(
                        block.map().start(found.start()), block.map().end(whole.end())))
                .orElse(found);
    }

    private Optional<Found> goingOn(TextBlock block, Found found, int limit) {
        var text = block.text();
        var pieceStart = found.start();
        var pieceEnd = SplitLine.pieceEnd(text, found.end());
        var ways = new SplitWays(text.substring(pieceStart, pieceEnd));
        var weakest = SplitLikelihood.SURE;
        var end = found.end();
        for (var lines = 0; lines < MOST_LINES && SplitLine.endsAt(text, pieceEnd); lines++) {
            var next = SplitLine.next(text, pieceEnd);
            var nextEnd = SplitLine.pieceEnd(text, next);
            var likelihood = nextEnd > limit || nextEnd - next > LONGEST_PIECE
                    ? SplitLikelihood.NONE
                    : likelihood(block, pieceStart, pieceEnd, next, nextEnd);
            if (likelihood == SplitLikelihood.NONE) {
                break;
            }
            weakest = weakest.compareTo(likelihood) < 0 ? likelihood : weakest;
            ways.add(text.substring(next, nextEnd));
            end = nextEnd - sentenceEnd(text, found.start(), ways.first());
            pieceStart = next;
            pieceEnd = nextEnd;
        }
        if (pieceStart == found.start() || end <= pieceStart) {
            return Optional.empty();
        }
        return Optional.of(split(found, end, ways.without(pieceEnd - end), weakest));
    }

    /** Characters at the end of what was put together that belong to the sentence around it. */
    private static int sentenceEnd(String text, int start, CharSequence joined) {
        var before = start == 0 ? "" : text.substring(start - 1, start);
        var whole = before + joined;
        var host = whole.indexOf("://") + 3;
        return whole.length() - UrlEnd.of(whole, before.length(), Math.max(host, before.length()), whole.length());
    }

    private static Found split(Found found, int end, List<String> ways, SplitLikelihood likelihood) {
        if (likelihood == SplitLikelihood.SURE) {
            return found.joined(end, ways, "its line had to end where it does, and the next goes on as addresses do");
        }
        var readings = new ArrayList<>(ways);
        readings.add(found.cited());
        return found.perhapsSplit(readings, "its line had to end where it does, and the next may go on with it");
    }

    private SplitLikelihood likelihood(TextBlock block, int pieceStart, int pieceEnd, int next, int nextEnd) {
        var source = document.source();
        var line = source.lineOf(block.map().start(pieceEnd - 1));
        var token = SplitToken.of(block.text().substring(next, nextEnd));
        if (next == nextEnd
                || source.lineOf(block.map().start(next)) != line + 1
                || !belongTogether(source.line(line), source.line(line + 1))) {
            return SplitLikelihood.NONE;
        }
        var margin = SplitMargin.of(
                source,
                source.lineOf(block.map().start(0)),
                line,
                source.lineOf(block.map().end(block.text().length())));
        return SplitEvidence.of(block.text().substring(pieceStart, pieceEnd), token, margin);
    }

    /** Whether both lines are quoted equally deep, no rows of a table, and the second not behind the list item that the first begins. */
    private static boolean belongTogether(String first, String second) {
        var item = ITEM.matcher(first);
        return quotes(first) == quotes(second)
                && !(hasColumns(first) && hasColumns(second))
                && !(item.lookingAt() && indentation(second) <= item.end(1));
    }

    private static boolean hasColumns(String line) {
        var text = line.substring(indentation(line)).stripTrailing();
        return text.contains("  ") || text.indexOf('|') >= 0 || text.indexOf('\t') >= 0;
    }

    private static int quotes(String line) {
        var prefix = line.substring(0, indentation(line));
        return (int) prefix.chars().filter(c -> c == '>').count();
    }

    /** Characters of the line before its text, marks of quoting among them. */
    private static int indentation(String line) {
        var at = 0;
        while (at < Math.min(line.length(), LONGEST_PREFIX)
                && (Character.isWhitespace(line.charAt(at)) || line.charAt(at) == '>')) {
            at++;
        }
        return at;
    }
}
