package ibid.citation;

import ibid.config.Settings;
import ibid.document.Document;
import ibid.document.Entry;
import ibid.document.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the citations of a document: links that its markup spells out, addresses in its text, cut ones among them, and hosts in prose.
 *
 * <p>Nothing is found in program text. {@code data:} and {@code javascript:} destinations, empty destinations and plain mail addresses
 * in prose are no citations: the first are content or code themselves, and a person's address is no source. Placeholders
 * ({@code https://...}, {@code http://<host>/}) are; what they are is for later stages to say. Instances hold nothing of a
 * document and may be shared by threads.
 */
public final class CitationFinder {
    private final int most;
    private final SpotFinder spots;
    private final HangingDots dots;
    private final PassageLines lines;
    private final AccessDates accessDates;
    private final IgnoreList ignored;
    private final CitationFilter filter;
    private final boolean isWhole;

    public CitationFinder(Settings.Documents limits) {
        this(limits, Dialects.load());
    }

    /** @param dialects of the run, which need not be read twice */
    public CitationFinder(Settings.Documents limits, Dialects dialects) {
        var dates = new WrittenDates();
        this.most = limits.maxCitations();
        this.spots = new SpotFinder(new TruncationFinder(dialects));
        this.dots = new HangingDots(dialects);
        this.lines = new PassageLines(dates);
        this.accessDates = new AccessDates(dates);
        this.ignored = IgnoreList.of(limits.ignoreFile());
        this.filter = new CitationFilter(limits);
        this.isWhole = true;
    }

    private CitationFinder(CitationFinder whole) {
        this.most = whole.most;
        this.spots = whole.spots;
        this.dots = whole.dots;
        this.lines = whole.lines;
        this.accessDates = whole.accessDates;
        this.ignored = whole.ignored;
        this.filter = whole.filter;
        this.isWhole = false;
    }

    /**
     * Finds the same citations, but leaves their places and contexts empty and calls each a mention: for whoever shows nothing
     * but what is cited.
     */
    public CitationFinder citedAlone() {
        return new CitationFinder(this);
    }

    /**
     * The citations in the order of the document, none overlapping another, at most {@code maxCitations} of them; hostile text costs
     * time in proportion to its length and is never a reason to fail.
     */
    public Citations find(Document document) {
        var problems = new ArrayList<Problem>();
        // One more than allowed, to see that there are more.
        var found = withinLength(spots.spots(document, most + 1), problems);
        if (found.size() > most) {
            problems.add(limit("only the first %d citations were taken; raise the limit or split the document", most));
            found = found.subList(0, most);
        }
        var roles = new Roles(document);
        var contexts = isWhole && !found.isEmpty() ? new Contexts(document, lines, accessDates) : null;
        var entries = new EntryIndex(document);
        var ignores = IgnoreComments.of(document);
        problems.addAll(ignores.problems());
        var wanted = filter.of(document.path());
        var citations = new ArrayList<Citation>(found.size());
        for (var i = 0; i < found.size(); i++) {
            var spot = found.get(i);
            var entry = entries.at(spot.start());
            var context = contexts == null ? Context.NONE : contexts.of(found, i, entry);
            var written = entry.isPresent()
                    ? listed(document, spot, entry.get(), entries, context)
                    : citation(document, defined(document, roles, spot), roles, context);
            var next = i + 1 < found.size() ? found.get(i + 1).start() : Integer.MAX_VALUE;
            var reading = dots.of(document, spot, next);
            var citation = reading.isPresent() ? perhapsCut(document, written, reading.get()) : written;
            var why = ignores.at(spot.start());
            why = why.isPresent() ? why : ignored.names(citation.text(), citation.cited());
            why = why.isPresent() ? why : wanted.leavesOut(citation.text(), citation.cited());
            citations.add(why.isPresent() ? citation.passedOver(why.get()) : citation);
        }
        return new Citations(citations, problems);
    }

    /** The likelier reading first. A cut address is shown with its dots, and a link's destination has them already. */
    private Citation perhapsCut(Document document, Citation whole, HangingDots.Reading reading) {
        var parts = DialectText.of(reading.truncation());
        var isInText = !whole.cited().endsWith(parts.mark() + parts.tail());
        var cut = new Citation(
                whole.document(),
                isInText && isWhole ? place(document, reading, whole.place()) : whole.place(),
                whole.kind(),
                isInText ? document.source().text().substring(reading.start(), reading.end()) : whole.text(),
                parts.joined(),
                whole.role(),
                Optional.of(reading.truncation()),
                whole.split(),
                whole.passedOver(),
                whole.context());
        return reading.isLikely() ? cut.or(whole) : whole.or(cut);
    }

    private static Place place(Document document, HangingDots.Reading reading, Place whole) {
        var place = Place.in(document, reading.start(), reading.end());
        return whole.location().map(place::orElseNamed).orElse(place);
    }

    private static List<Spot> withinLength(List<Spot> spots, List<Problem> problems) {
        var within = spots.stream()
                .filter(spot -> spot.end() - spot.start() <= UrlFinder.LONGEST)
                .toList();
        if (within.size() < spots.size()) {
            problems.add(limit("addresses of more than %d characters were left out", UrlFinder.LONGEST));
        }
        return within;
    }

    private static Problem limit(String message, int number) {
        return new Problem(Problem.Kind.LIMIT, String.format(Locale.ROOT, message, number));
    }

    /** In text that is reStructuredText but not named so, definitions are found as addresses. */
    private static Spot defined(Document document, Roles roles, Spot spot) {
        var isDefinition = document.format().isPlain()
                && spot.rank() == Spot.Rank.URL
                && spot.kind() == CitationKind.BARE_URL
                && roles.isDefinition(spot);
        return isDefinition ? spot.as(CitationKind.REFERENCE) : spot;
    }

    private Citation citation(Document document, Spot spot, Roles roles, Context context) {
        return isWhole
                ? citation(document, spot, Place.in(document, spot.start(), spot.end()), roles.of(spot), context)
                : citation(document, spot, Place.UNKNOWN, Citation.Role.MENTION, context);
    }

    /** A citation in a bibliographic entry: whatever its markup, it stands for the work that the entry lists. */
    private Citation listed(Document document, Spot spot, Entry entry, EntryIndex entries, Context context) {
        var place =
                isWhole ? Place.in(document, spot.start(), spot.end()).orElseNamed(entries.name(entry)) : Place.UNKNOWN;
        var kind = EntryIndex.kind(spot.kind(), spot.cited());
        return citation(document, spot.as(kind), place, EntryIndex.role(kind), context);
    }

    private static Citation citation(Document document, Spot spot, Place place, Citation.Role role, Context context) {
        return new Citation(
                document.path(),
                place,
                spot.kind(),
                text(document, spot),
                spot.cited(),
                role,
                spot.truncation(),
                spot.split(),
                Optional.empty(),
                context);
    }

    /** In a container an address behind words stands in no text. */
    private static String text(Document document, Spot spot) {
        var isHidden = document.source().isContainer() && spot.rank() == Spot.Rank.EXPLICIT;
        return isHidden ? spot.cited() : document.source().text().substring(spot.start(), spot.end());
    }
}
