package ibid.citation;

import ibid.document.Document;
import ibid.document.ExplicitLink;
import ibid.document.TextBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds every place of a document that cites something: in the text of its blocks, and where its markup says so. */
final class SpotFinder {
    private static final int LONGEST_LINK_TEXT = 300;

    private final Suffixes suffixes = new Suffixes();
    private final TruncationFinder truncations;
    private final UrlFinder urls;
    private final HostFinder hosts;
    private final DefangedFinder defanged;
    private final IdentifierFinder identifiers = new IdentifierFinder();

    SpotFinder(TruncationFinder truncations) {
        this.truncations = truncations;
        this.urls = new UrlFinder(suffixes);
        this.hosts = new HostFinder(suffixes);
        this.defanged = new DefangedFinder(suffixes);
    }

    /** The spots in the order of the source, none overlapping another; of each sort at most {@code most}. */
    List<Spot> spots(Document document, int most) {
        var spots = explicit(document, most);
        var splits = new SplitFinder(document);
        var inText = 0;
        for (var i = 0; i < document.blocks().size() && inText < most; i++) {
            var block = document.blocks().get(i);
            if (block.kind() != TextBlock.Kind.CODE) {
                var found = inText(block, splits, most - inText);
                inText += found.size();
                for (var each : found) {
                    spots.add(spot(block, i, each));
                }
            }
        }
        spots.sort(Comparator.comparingInt(Spot::start).thenComparing(Spot::rank));
        return withoutOverlaps(spots);
    }

    private List<Spot> explicit(Document document, int most) {
        var index = new BlockIndex(document.blocks());
        var spots = new ArrayList<Spot>();
        for (var link : document.links()) {
            var kind = Destination.kindOf(link);
            if (kind.isPresent() && spots.size() < most) {
                spots.add(spot(link, kind.get(), index, blockAround(link, document, index)));
            }
        }
        return spots;
    }

    /** The block before a cell or a value is none of its own. */
    private static int blockAround(ExplicitLink link, Document document, BlockIndex index) {
        var block = index.blockAt(link.start());
        var isBefore = block >= 0
                && document.partAt(link.start())
                        .filter(part -> document.blocks().get(block).map().start(0) < part.start())
                        .isPresent();
        return isBefore ? -1 : block;
    }

    private Spot spot(ExplicitLink link, CitationKind kind, BlockIndex index, int block) {
        var at = block < 0 ? 0 : index.textAt(block, link.start());
        return new Spot(
                link.start(),
                link.end(),
                link.kind() == ExplicitLink.Kind.REFERENCE ? Spot.Rank.DEFINITION : Spot.Rank.EXPLICIT,
                kind,
                link.destination(),
                truncation(link.destination()),
                Optional.empty(),
                link.text(),
                block,
                at,
                at);
    }

    /** A destination can be a pasted, already cut address: then it is to be recovered, not requested. */
    private Optional<Truncation> truncation(String destination) {
        for (var cut : truncations.find(destination)) {
            if (cut.start() == 0 && cut.end() == destination.length()) {
                return Optional.of(cut.truncation());
            }
        }
        return Optional.empty();
    }

    /** The citations of one block: cut addresses before whole ones before hosts before identifiers, where they overlap. */
    private List<Found> inText(TextBlock block, SplitFinder splits, int most) {
        var text = block.text();
        var signs = BlockSigns.of(text, suffixes);
        if (signs.isEmpty()) {
            return List.of();
        }
        var found = signs.ofCut() ? cut(text, most) : new ArrayList<Found>();
        addOthers(found, signs.ofDefanged() ? defanged.find(text, most) : List.of());
        addOthers(found, signs.ofAddress() ? urls.find(text, most) : List.of());
        addOthers(found, signs.ofScheme() ? SchemeFinder.find(text, most) : List.of());
        var whole = found.isEmpty() ? found : splits.joined(block, found);
        addOthers(whole, signs.ofHost() ? hosts.find(text, most) : List.of());
        var named = signs.ofIdentifier() ? identifiers.find(text, most) : List.<Found>of();
        removeParts(whole, named);
        addOthers(whole, named);
        return whole;
    }

    private List<Found> cut(String text, int most) {
        var found = new ArrayList<Found>();
        for (var cut : truncations.find(text)) {
            if (found.size() < most) {
                found.add(Found.of(cut, text.substring(cut.start(), cut.end())));
            }
        }
        return found;
    }

    /** An address inside a longer identifier is a part of it: {@code swh:1:cnt:...;origin=https://e.com}. */
    private static void removeParts(List<Found> found, List<Found> wholes) {
        var at = wholes.iterator();
        if (!at.hasNext()) {
            return;
        }
        var rest = new ArrayList<Found>(found.size());
        var whole = at.next();
        for (var part : found) {
            while (whole.end() <= part.start() && at.hasNext()) {
                whole = at.next();
            }
            if (whole.start() >= part.start() || part.end() > whole.end()) {
                rest.add(part);
            }
        }
        found.clear();
        found.addAll(rest);
    }

    private static void addOthers(List<Found> found, List<Found> others) {
        if (others.isEmpty()) {
            return;
        }
        if (found.isEmpty()) {
            found.addAll(others);
            return;
        }
        var known = List.copyOf(found);
        var at = 0;
        for (var other : others) {
            while (at < known.size() && known.get(at).end() <= other.start()) {
                at++;
            }
            if (at == known.size() || other.end() <= known.get(at).start()) {
                found.add(other);
            }
        }
        found.sort(Comparator.comparingInt(Found::start));
    }

    private static Spot spot(TextBlock block, int index, Found found) {
        return new Spot(
                block.map().start(found.start()),
                block.map().end(found.end()),
                rank(found.kind()),
                found.kind(),
                found.cited(),
                found.truncation(),
                found.split(),
                referenceText(block.text(), found.start()),
                index,
                found.start(),
                found.end());
    }

    private static Spot.Rank rank(CitationKind kind) {
        return switch (kind) {
            case BARE_HOST -> Spot.Rank.HOST;
            case IDENTIFIER -> Spot.Rank.IDENTIFIER;
            default -> Spot.Rank.URL;
        };
    }

    /** The words of reStructuredText's {@code `words <address>`_}. */
    private static String referenceText(String text, int start) {
        if (start == 0 || text.charAt(start - 1) != '<') {
            return "";
        }
        var from = start - 1;
        while (from > 0
                && start - from < LONGEST_LINK_TEXT
                && text.charAt(from - 1) != '`'
                && text.charAt(from - 1) != '>') {
            from--;
        }
        return from > 0 && text.charAt(from - 1) == '`' ? text.substring(from, start - 1) : "";
    }

    private static List<Spot> withoutOverlaps(List<Spot> sorted) {
        var kept = new ArrayList<Spot>(sorted.size());
        for (var spot : sorted) {
            var last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last == null || last.end() <= spot.start()) {
                kept.add(spot);
            } else if (spot.rank().compareTo(last.rank()) < 0) {
                kept.set(kept.size() - 1, spot);
            }
        }
        return kept;
    }
}
