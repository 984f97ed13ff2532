package ibid.document.office;

import ibid.document.ContainerReader.Contents;
import ibid.document.Entry;
import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.Part;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.TextBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** All text of a package in reading order, as it grows: each paragraph is a line or more, a block and, by its location, a part. */
final class OfficeText {
    static final int MOST_CHARS = 16 << 20;
    static final int MOST_LINKS = 200_000;

    private final StringBuilder text = new StringBuilder();
    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<ExplicitLink> links = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private boolean isFull;

    /** Whether no more is taken. */
    boolean isFull() {
        return isFull;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Offset behind all text so far. */
    int length() {
        return text.length();
    }

    void problem(Problem.Kind kind, String message) {
        var problem = new Problem(kind, message);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    void addEntry(Entry entry) {
        entries.add(entry);
    }

    /**
     * Adds a paragraph behind all others.
     *
     * @param location what people call its place; paragraphs of one location in a row share a part
     * @return where it begins
     */
    int add(Paragraph paragraph, String location) {
        var shown = paragraph.text();
        var found = paragraph.links();
        var start = text.length();
        if (isFull || (shown.isBlank() && found.isEmpty())) {
            return start;
        }
        if (text.length() + shown.length() > MOST_CHARS || links.size() + found.size() > MOST_LINKS) {
            isFull = true;
            problem(
                    Problem.Kind.LIMIT,
                    String.format(
                            Locale.ROOT,
                            "What stands from %s on was not read: %,d characters and %,d links of a document are read.",
                            location,
                            MOST_CHARS,
                            MOST_LINKS));
            return start;
        }
        text.append(shown).append('\n');
        if (!shown.isBlank()) {
            var kind = paragraph.level() > 0 ? TextBlock.Kind.HEADING : TextBlock.Kind.PROSE;
            blocks.add(new TextBlock(kind, paragraph.level(), shown, OffsetMap.straight(start, shown.length())));
        }
        for (var link : found) {
            links.add(link(link, shown, start));
        }
        addPart(start, location);
        return start;
    }

    private static ExplicitLink link(Paragraph.Link link, String shown, int base) {
        var start = link.start();
        var end = link.end();
        while (start < end && Character.isWhitespace(shown.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(shown.charAt(end - 1))) {
            end--;
        }
        var words = start < end ? shown.substring(start, end) : link.alternative();
        return new ExplicitLink(link.kind(), link.destination(), base + start, base + end, words.strip());
    }

    private void addPart(int start, String location) {
        var last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (last != null && last.end() == start && last.location().orElse("").equals(location)) {
            parts.set(parts.size() - 1, Part.named(last.start(), text.length(), location));
        } else {
            parts.add(Part.named(start, text.length(), location));
        }
    }

    Contents contents() {
        links.sort(Comparator.comparingInt(ExplicitLink::start).thenComparingInt(ExplicitLink::end));
        var reading = new Reading(blocks, links, parts, entries, List.of(), problems);
        return new Contents(SourceText.ofContainer(text.toString()), reading);
    }
}
