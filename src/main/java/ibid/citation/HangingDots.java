package ibid.citation;

import ibid.document.Document;
import ibid.document.OffsetMap;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Three dots or an ellipsis that hang on an address without a space, or stand in it, where neither a platform's rule nor the look of
 * the text says whether they stand for what was cut: {@code https://e.com/item/48…}, {@code https://e.com/some/pa...}.
 *
 * <p>Who ends a sentence so wrote the whole address, and who pasted what a platform shows wrote a cut one; only asking tells
 * them apart. Patterns, ranges and files are whole, as {@link TruncationGuard} has it.
 */
final class HangingDots {
    /** No platform of the table shows less of a long address, mark included. */
    private static final int SHORTEST_SHOWN = 20;

    /** A digit before the mark and a number behind it. */
    private static final Pattern NUMBERS = Pattern.compile("\\d{2,}(?![A-Za-z])");

    private final Dialects dialects;
    private final Suffixes suffixes = new Suffixes();

    HangingDots(Dialects dialects) {
        this.dialects = dialects;
    }

    /**
     * How an address reads if it was cut.
     *
     * @param start offset in the source text; {@code end} is exclusive
     * @param isLikely whether it more likely was than not
     */
    record Reading(int start, int end, Truncation truncation, boolean isLikely) {}

    /** The cut reading of a spot; {@code next} is where the one behind it begins in the source. */
    Optional<Reading> of(Document document, Spot spot, int next) {
        if (spot.truncation().isPresent() || spot.split().isPresent() || !isWeb(spot.kind())) {
            return Optional.empty();
        }
        if (spot.rank().compareTo(Spot.Rank.URL) < 0) {
            return inDestination(spot);
        }
        var block = document.blocks().get(spot.block());
        var isAsShown = block.text().startsWith(spot.cited(), spot.textStart())
                && spot.textEnd() - spot.textStart() == spot.cited().length();
        return isAsShown
                ? inText(block.text(), block.map(), spot).filter(reading -> reading.end() <= next)
                : Optional.empty();
    }

    private static boolean isWeb(CitationKind kind) {
        return switch (kind) {
            case LINK, IMAGE, REFERENCE, BARE_URL, BARE_HOST, BIBLIOGRAPHY -> true;
            case IDENTIFIER, FILE, MAIL -> false;
        };
    }

    /** Nobody ends a sentence inside of a destination: dots at its end are likely what a platform put there. */
    private Optional<Reading> inDestination(Spot spot) {
        var cited = spot.cited();
        var runs = new TruncationRuns(cited);
        if (!runs.hasNext(0)) {
            return Optional.empty();
        }
        var mark = runs.next();
        return parts(cited, 0, mark, cited.length())
                .map(parts -> new Reading(
                        spot.start(),
                        spot.end(),
                        truncation(parts),
                        isLong(parts) && (isEllipsis(parts) || parts.tail().isEmpty())));
    }

    private Optional<Reading> inText(String text, OffsetMap map, Spot spot) {
        var start = spot.textStart();
        var inside = spot.cited().indexOf("...");
        var isInside = inside >= 0;
        var at = isInside ? start + inside : spot.textEnd();
        if (at >= text.length()) {
            return Optional.empty();
        }
        var mark = TruncationRun.at(text, at);
        if (mark.end() == at) {
            return Optional.empty();
        }
        var end = isInside ? spot.textEnd() : endBehind(text, start, mark);
        return parts(text, start, mark, end)
                .map(parts -> new Reading(
                        spot.start(),
                        map.end(start
                                + parts.head().length()
                                + parts.mark().length()
                                + parts.tail().length()),
                        truncation(parts),
                        isLong(parts)
                                && isEllipsis(parts)
                                && spot.kind() != CitationKind.BARE_HOST
                                && showsMoreThanHost(parts)));
    }

    private static boolean showsMoreThanHost(DialectText parts) {
        return TruncationHost.of(parts.head()).whole() || TruncationSigns.hasAddressSign(parts.tail());
    }

    /** Where the address ends if it goes on behind the mark; where the mark does if what follows is prose, or longer than any tail. */
    private static int endBehind(String text, int start, TruncationRun mark) {
        var end = TruncationReach.tailEnd(text, mark.end());
        var isProse = mark.end() < text.length() && UrlChars.isUnspaced(text.charAt(mark.end()));
        return end < 0 || isProse ? mark.end() : TruncationReach.withoutPunctuation(text, start, mark.end(), end);
    }

    /** The three parts; empty where these dots are no cut. */
    private Optional<DialectText> parts(String text, int start, TruncationRun run, int end) {
        var marks = run.marks(text);
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        var mark = marks.get(0);
        var parts = new DialectText(
                text.substring(start, mark.start()),
                text.substring(mark.start(), mark.end()),
                run.end() < end ? text.substring(mark.end(), end) : "");
        return mayBeCut(parts) ? Optional.of(parts) : Optional.empty();
    }

    private boolean mayBeCut(DialectText parts) {
        var head = parts.head();
        var host = TruncationHost.of(head);
        if (!host.isPlausible() || TruncationGuard.isGenuine(parts) || TruncationSigns.hasMark(parts.tail())) {
            return false;
        }
        if (!host.whole()) {
            return isLinked(head)
                    && (parts.tail().isEmpty() ? endsInHost(host) : host.isDotted() && goesOn(host, parts));
        }
        var last = head.charAt(head.length() - 1);
        var endsInside = Character.isLetterOrDigit(last) || "-_%+".indexOf(last) >= 0;
        return parts.tail().isEmpty() ? endsInside : (endsInside || last == '/') && goesOn(host, parts);
    }

    private static boolean isLinked(String head) {
        return DialectPrefix.schemeLength(head) > 0 || DialectPrefix.startsWithWww(head);
    }

    /** {@code https://www.washingtonp...}: under no top-level domain, and no number. */
    private boolean endsInHost(TruncationHost host) {
        var name = host.name();
        return host.isDotted()
                && Character.isLetter(name.charAt(name.length() - 1))
                && name.indexOf(':') < 0
                && !suffixes.hasKnownEnding(name);
    }

    /** Code hosts join revisions by dots; elsewhere dots between numbers are a range. */
    private static boolean goesOn(TruncationHost host, DialectText parts) {
        var around = parts.head().charAt(parts.head().length() - 1) + parts.tail();
        var isRange = Character.isDigit(parts.tail().charAt(0))
                ? NUMBERS.matcher(around).lookingAt()
                : TruncationSigns.isRange(parts.head(), parts.tail());
        return !isRange && !TruncationGuard.isCodeHost(host);
    }

    private static boolean isLong(DialectText parts) {
        return parts.joined().length() >= SHORTEST_SHOWN;
    }

    private static boolean isEllipsis(DialectText parts) {
        return parts.mark().equals("…");
    }

    private Truncation truncation(DialectText parts) {
        return dialects.truncation(parts.head(), parts.mark(), parts.tail());
    }
}
