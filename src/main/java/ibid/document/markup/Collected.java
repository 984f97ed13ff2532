package ibid.document.markup;

import ibid.document.Comment;
import ibid.document.Entry;
import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.TextBlock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a reader has found in one text so far, in any order. */
final class Collected {
    private final String source;
    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<ExplicitLink> links = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    Collected(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    /** For readers of embedded text, which add to it. */
    List<TextBlock> blocks() {
        return blocks;
    }

    /** For readers of embedded text, which add to it. */
    List<ExplicitLink> links() {
        return links;
    }

    /** For readers of embedded text, which add to it. */
    List<Comment> comments() {
        return comments;
    }

    /** Adds what was collected, unless it shows nothing. */
    void block(TextBlock.Kind kind, int level, OffsetMap.Builder builder) {
        if (!Spaces.isBlank(builder.text())) {
            blocks.add(builder.build(kind, level));
        }
    }

    /** Adds a range of the source as program text. */
    void code(int from, int to) {
        if (from < to) {
            blocks.add(TextBlock.straight(TextBlock.Kind.CODE, 0, source.substring(from, to), from));
        }
    }

    /** Adds a link unless it leads nowhere. */
    void link(ExplicitLink.Kind kind, String destination, int start, int end, String text) {
        if (!destination.isBlank()) {
            links.add(new ExplicitLink(kind, destination, start, end, text.strip()));
        }
    }

    /** Adds the comment of a range whose marks stand outside of {@code textStart} to {@code textEnd}. */
    void comment(int start, int end, int textStart, int textEnd) {
        comments.add(new Comment(
                start,
                end,
                source.substring(textStart, Math.max(textStart, textEnd)).strip()));
    }

    void entry(Entry entry) {
        entries.add(entry);
    }

    void problem(Problem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    Reading reading() {
        comments.sort(Comparator.comparingInt(Comment::start));
        entries.sort(Comparator.comparingInt(Entry::start));
        return Reading.inSourceOrder(blocks, links, problems)
                .withComments(comments)
                .withEntries(entries);
    }
}
