package ibid.citation;

import ibid.document.SourceText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The passages of a plain text: each begins with the lines that name its title, author and date, and ends where the next
 * begins or behind the address that closes it.
 *
 * <p>A passage is known by an author's line directly beside a date's line, or by a line that says "By"; the title is the line above
 * them. The name of a newspaper counts where it stands between a title and a date. At most one blank line may stand between. What stands in no passage has no title, author or date.
 */
final class Passages {
    private static final int LONGEST_LINE = 2048;

    private final SourceText source;
    private final PassageLines lines;
    private final List<Passage> passages = new ArrayList<>();

    /** Lines count from 1; {@code body} is the first line behind the header and {@code last} the last of the passage. */
    record Passage(int body, int last, Optional<String> title, Optional<String> author, Optional<String> date) {}

    private record Header(
            int first, int last, Optional<String> title, Optional<String> author, Optional<String> date) {}

    Passages(SourceText source, PassageLines lines) {
        this.source = source;
        this.lines = lines;
        var headers = headers();
        for (var i = 0; i < headers.size(); i++) {
            var header = headers.get(i);
            var next = i + 1 < headers.size() ? headers.get(i + 1).first() : source.lineCount() + 1;
            passages.add(new Passage(
                    header.last() + 1,
                    lastLine(header.last() + 1, next),
                    header.title(),
                    header.author(),
                    header.date()));
        }
    }

    /** The passage that holds the line. */
    Optional<Passage> at(int line) {
        var low = 0;
        var high = passages.size();
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (passages.get(middle).body() <= line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low > 0 && line <= passages.get(low - 1).last() ? Optional.of(passages.get(low - 1)) : Optional.empty();
    }

    private List<Header> headers() {
        var headers = new ArrayList<Header>();
        var worth = worthLooking();
        var line = worth.nextSetBit(1);
        while (line > 0) {
            var header = headerAt(
                    line,
                    headers.isEmpty() ? 0 : headers.get(headers.size() - 1).last());
            header.ifPresent(headers::add);
            line = worth.nextSetBit(header.map(Header::last).orElse(line) + 1);
        }
        return headers;
    }

    /**
     * The lines below which or on which a date may stand, and those that may say "By"; nearly no line is one, and that is seen without
     * copying it.
     */
    private BitSet worthLooking() {
        var worth = new BitSet();
        var isBehindBlank = false;
        for (var line = 1; line <= source.lineCount(); line++) {
            var from = start(line);
            var to = end(line);
            if (to - from <= WrittenDates.LONGEST && WrittenDates.mayHoldDate(source.text(), from, to)) {
                worth.set(isBehindBlank ? Math.max(0, line - 2) : line - 1, line + 1);
            } else if (lines.mayBeByLine(source.text(), from, to)) {
                worth.set(line);
            }
            isBehindBlank = from >= to;
        }
        return worth;
    }

    /** The header whose first line below the title is {@code line}. */
    private Optional<Header> headerAt(int line, int taken) {
        var text = shown(line);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var next = neighbour(line, 1);
        var ownDate = lines.date(text);
        var date = ownDate.isPresent() ? ownDate : lines.date(shown(next));
        var author = ownDate.isPresent()
                ? lines.author(shown(next))
                : date.isPresent() ? lines.author(text) : lines.byLine(text);
        var both = date.isPresent();
        var above = neighbour(line, -1);
        var title = Optional.of(shown(above)).filter(t -> above > taken && !t.isEmpty() && lines.isTitle(t));
        if (author.isEmpty() && both && ownDate.isEmpty() && title.isPresent()) {
            author = lines.masthead(text);
        }
        if (author.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Header(title.isPresent() ? above : line, both ? next : line, title, author, date));
    }

    /** The next line in a direction that is not blank, at most one blank line away; 0 where there is none. */
    private int neighbour(int line, int step) {
        var near = line + step;
        if (start(near) >= end(near)) {
            near += step;
        }
        return near >= 1 && near <= source.lineCount() ? near : 0;
    }

    private int lastLine(int from, int next) {
        var closing = 0;
        for (var line = from; line < next; line++) {
            var text = shown(line);
            if (lines.isAddress(text)) {
                closing = line;
            } else if (closing > 0 && !isBlank(line)) {
                return closing;
            }
        }
        return next - 1;
    }

    private boolean isBlank(int line) {
        return source.lineEnd(line) - source.lineStart(line) < LONGEST_LINE && start(line) >= end(line);
    }

    /** The line without white space around it; empty for lines that are too long to be part of a header, and outside the text. */
    private String shown(int line) {
        var start = start(line);
        return source.text().substring(start, Math.max(start, end(line)));
    }

    /** Where the line is shown from; its end or beyond where nothing of it is. */
    private int start(int line) {
        if (!isLine(line)) {
            return 0;
        }
        var at = source.lineStart(line);
        var end = source.lineEnd(line);
        while (at < end && Character.isWhitespace(source.text().charAt(at))) {
            at++;
        }
        return at;
    }

    private int end(int line) {
        if (!isLine(line)) {
            return 0;
        }
        var at = source.lineEnd(line);
        var start = source.lineStart(line);
        while (at > start && Character.isWhitespace(source.text().charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private boolean isLine(int line) {
        return line >= 1 && line <= source.lineCount() && source.lineEnd(line) - source.lineStart(line) <= LONGEST_LINE;
    }
}
