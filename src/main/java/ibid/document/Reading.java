package ibid.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a reader found in one text; every offset is one into the text it was given.
 *
 * @param blocks in the order of the source
 * @param links in the order of the source
 * @param parts pages, paragraphs, cells or messages that have a name of their own, in the order of the source; of nested
 *     ones the outer first
 * @param entries bibliographic entries, in the order of the source
 * @param comments what the format's comments say, in the order of the source; no citations are found in them
 * @param problems limits that were hit, in the order they were
 */
public record Reading(
        List<TextBlock> blocks,
        List<ExplicitLink> links,
        List<Part> parts,
        List<Entry> entries,
        List<Comment> comments,
        List<Problem> problems) {
    public static final Reading NOTHING = new Reading(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Reading {
        blocks = List.copyOf(blocks);
        links = List.copyOf(links);
        parts = List.copyOf(parts);
        entries = List.copyOf(entries);
        comments = List.copyOf(comments);
        problems = List.copyOf(problems);
    }

    /** Puts blocks and links in the order of the source; a link that markup repair doubled counts once. */
    public static Reading inSourceOrder(List<TextBlock> blocks, List<ExplicitLink> links, List<Problem> problems) {
        return new Reading(inOrder(blocks), distinctInOrder(links), List.of(), List.of(), List.of(), problems);
    }

    /** Nearly all are found in order, which is seen sooner than sorted. */
    private static List<TextBlock> inOrder(List<TextBlock> blocks) {
        var last = 0;
        for (var block : blocks) {
            var start = block.map().start(0);
            if (start < last) {
                var sorted = new ArrayList<>(blocks);
                sorted.sort(Comparator.comparingInt(each -> each.map().start(0)));
                return sorted;
            }
            last = start;
        }
        return blocks;
    }

    private static List<ExplicitLink> distinctInOrder(List<ExplicitLink> links) {
        if (isAscending(links)) {
            return links;
        }
        var sorted = new ArrayList<>(links);
        sorted.sort(Comparator.comparingInt(ExplicitLink::start).thenComparingInt(ExplicitLink::end));
        var distinct = new ArrayList<ExplicitLink>(links.size());
        for (var link : sorted) {
            var last = distinct.isEmpty() ? null : distinct.get(distinct.size() - 1);
            if (last == null || last.start() != link.start() || last.end() != link.end()) {
                distinct.add(link);
            }
        }
        return distinct;
    }

    /** Whether each begins behind the one before it, so that none is there twice either. */
    private static boolean isAscending(List<ExplicitLink> links) {
        var last = -1;
        for (var link : links) {
            if (link.start() <= last) {
                return false;
            }
            last = link.start();
        }
        return true;
    }

    public Reading withParts(List<Part> named) {
        return new Reading(blocks, links, named, entries, comments, problems);
    }

    public Reading withEntries(List<Entry> listed) {
        return new Reading(blocks, links, parts, listed, comments, problems);
    }

    public Reading withComments(List<Comment> made) {
        return new Reading(blocks, links, parts, entries, made, problems);
    }

    public Reading withProblem(Problem problem) {
        var all = Stream.concat(problems.stream(), Stream.of(problem)).toList();
        return new Reading(blocks, links, parts, entries, comments, all);
    }

    /** This reading followed by that of text which stands behind it in the same source. */
    public Reading and(Reading next) {
        return new Reading(
                joined(blocks, next.blocks),
                joined(links, next.links),
                joined(parts, next.parts),
                joined(entries, next.entries),
                joined(comments, next.comments),
                joined(problems, next.problems));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return second.isEmpty()
                ? first
                : first.isEmpty()
                        ? second
                        : Stream.concat(first.stream(), second.stream()).toList();
    }

    /**
     * The reading of a text that stands inside another document, such as Markdown in the strings of a notebook.
     *
     * @param map from the text that was read to that document's source
     */
    public Reading within(OffsetMap map) {
        return new Reading(
                each(blocks, b -> OffsetMap.through(map, b)),
                each(
                        links,
                        l -> new ExplicitLink(
                                l.kind(), l.destination(), map.start(l.start()), map.end(l.end()), l.text())),
                each(parts, p -> new Part(map.start(p.start()), map.end(p.end()), p.page(), p.location())),
                each(entries, e -> e.at(map.start(e.start()), map.end(e.end()))),
                each(comments, c -> new Comment(map.start(c.start()), map.end(c.end()), c.text())),
                problems);
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> change) {
        return all.stream().map(change).toList();
    }
}
