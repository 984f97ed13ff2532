package ibid.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds truncated URLs in a text.
 *
 * <p>From every {@code ...} and {@code …} it reads outwards. Lengths decide first: where a dialect writes exactly this text,
 * it is a cut, spaces around the mark, an empty tail and a missing scheme included. Without a dialect only a mark inside
 * a path, with the signs of {@link TruncationSigns}, is one. Linear: at most {@link TruncationReach#LIMIT} characters on
 * each side of a mark are read, and a text behind one cut is not read again.
 */
final class TruncationFinder {
    /**
     * This rule shows the first 17 characters of URLs of 21 to 30 without a tail. So short a head is more often a whole
     * address at the end of a sentence ({@code http://google.com...}).
     */
    private static final String TOO_SHORT_ALONE = "phpfusion-autolink";

    /** An address that ends in more punctuation than this is not looked for. */
    private static final int MOST_PUNCTUATION = 4;

    private final Dialects dialects;

    TruncationFinder(Dialects dialects) {
        this.dialects = dialects;
    }

    /** The truncated URLs of {@code text} in order, none overlapping. */
    List<Cut> find(String text) {
        var cuts = new ArrayList<Cut>();
        var floor = 0;
        for (var at = 0; at < text.length(); ) {
            var run = TruncationRun.at(text, at);
            if (run.end() == at) {
                at++;
                continue;
            }
            var cut = around(text, floor, run);
            at = cut.isPresent() ? Math.max(cut.get().end(), run.end()) : run.end();
            if (cut.isPresent()) {
                cuts.add(cut.get());
                floor = cut.get().end();
            }
        }
        return cuts;
    }

    /** The first reading of the dots that a dialect writes; else the first that looks cut. */
    private Optional<Cut> around(String text, int floor, TruncationRun run) {
        Optional<Cut> looksCut = Optional.empty();
        for (var core : run.marks(text)) {
            var mark = core.spaced(text);
            var headStart = TruncationReach.headStart(text, floor, mark.start());
            var starts = TruncationStart.in(text, headStart, mark.start());
            var tailEnd = starts.isEmpty() ? -1 : TruncationReach.tailEnd(text, mark.end());
            if (tailEnd < 0) {
                continue;
            }
            for (var start : starts) {
                var found = written(text, start, mark, tailEnd);
                if (found.isPresent() && !found.get().truncation().dialects().isEmpty()) {
                    return found;
                }
                looksCut = looksCut.or(() -> found);
            }
        }
        return looksCut;
    }

    /** One reading: the tail without the sentence's punctuation, unless only with some of it a dialect writes it so. */
    private Optional<Cut> written(String text, TruncationStart start, TruncationRun mark, int tailEnd) {
        var host = TruncationHost.of(text.substring(start.offset(), mark.start()));
        if (!host.isPlausible()) {
            return Optional.empty();
        }
        var trimmed = TruncationReach.withoutPunctuation(text, start.offset(), mark.end(), tailEnd);
        var last = trimmed == mark.end() ? trimmed : Math.min(tailEnd, trimmed + MOST_PUNCTUATION);
        for (var end = trimmed; end <= last; end++) {
            var parts = parts(text, start, mark, end);
            var names = TruncationGuard.isGenuine(parts) ? List.<String>of() : trusted(parts, start, host);
            if (!names.isEmpty()) {
                return Optional.of(cut(parts, start.offset(), end));
            }
        }
        var parts = parts(text, start, mark, trimmed);
        return looksCut(parts, start) ? Optional.of(cut(parts, start.offset(), trimmed)) : Optional.empty();
    }

    private static DialectText parts(String text, TruncationStart start, TruncationRun mark, int end) {
        return new DialectText(
                text.substring(start.offset(), mark.start()),
                text.substring(mark.start(), mark.end()),
                text.substring(mark.end(), end));
    }

    private Cut cut(DialectText parts, int start, int end) {
        return new Cut(start, end, dialects.truncation(parts.head(), parts.mark(), parts.tail()));
    }

    /** The dialects that write {@code parts}, as far as their lengths prove anything. */
    private List<String> trusted(DialectText parts, TruncationStart start, TruncationHost host) {
        var names = dialects.names(new DialectShape(parts));
        if (names.isEmpty()) {
            return names;
        }
        if (parts.tail().isEmpty()) {
            // A head that ends in its host is a whole address to the reader; where no path shows, lengths are chance.
            names = host.whole()
                    ? names.stream()
                            .filter(name -> !name.equals(TOO_SHORT_ALONE))
                            .toList()
                    : List.of();
        }
        return start.bare() ? trustedWithoutScheme(names, parts, host) : names;
    }

    /** "and/or…" is no address: a head without scheme needs a registrable host, a path, and the very mark of the platform. */
    private List<String> trustedWithoutScheme(List<String> names, DialectText parts, TruncationHost host) {
        if (!host.whole() || !host.isRegistrable()) {
            return List.of();
        }
        return dialects.all().stream()
                .filter(dialect -> names.contains(dialect.name()))
                .filter(dialect -> TruncationMark.sameDots(dialect.mark(), parts.mark()))
                .map(Dialect::name)
                .toList();
    }

    private static boolean looksCut(DialectText parts, TruncationStart start) {
        var spaced = TruncationMark.isSpace(parts.mark().charAt(0));
        return !start.bare() && !spaced && !TruncationGuard.isGenuine(parts) && TruncationSigns.lookCut(parts);
    }
}
