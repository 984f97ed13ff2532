package ibid.document.mail;

import ibid.document.Comment;
import ibid.document.Entry;
import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.Part;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.TextBlock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What has been found in the messages of one document so far. */
final class MailFindings {
    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<ExplicitLink> links = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private int partCount;

    void add(Reading reading) {
        blocks.addAll(reading.blocks());
        links.addAll(reading.links());
        parts.addAll(reading.parts());
        entries.addAll(reading.entries());
        comments.addAll(reading.comments());
        problems.addAll(reading.problems());
    }

    void add(TextBlock block) {
        blocks.add(block);
    }

    void add(ExplicitLink link) {
        links.add(link);
    }

    void add(Part part) {
        parts.add(part);
    }

    /** A limit that many parts hit is said once. */
    void add(Problem problem) {
        problems.add(problem);
    }

    /** Counts one more part; false where there are too many. */
    boolean mayReadPart() {
        if (partCount == MailLimits.MOST_PARTS) {
            add(MailLimits.TOO_MANY);
            return false;
        }
        partCount++;
        return true;
    }

    boolean saysSomething() {
        return !blocks.isEmpty() || !links.isEmpty();
    }

    /** Counts on with what another has counted. */
    MailFindings fresh() {
        var other = new MailFindings();
        other.partCount = partCount;
        return other;
    }

    void addAll(MailFindings other) {
        partCount = other.partCount;
        add(other.reading());
    }

    /** Adds what another has found in a text that stands coded in this document. */
    void addWithin(MailFindings other, OffsetMap map) {
        partCount = other.partCount;
        add(other.reading().within(map));
    }

    Reading reading() {
        return Reading.inSourceOrder(blocks, links, List.copyOf(problems))
                .withParts(parts)
                .withEntries(entries)
                .withComments(comments);
    }
}
