package ibid.document.bibliography;

import ibid.document.Comment;
import ibid.document.Entry;
import ibid.document.ExplicitLink;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.TextBlock;
import ibid.document.data.FieldText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Collects what a bibliography's fields cite. */
final class Listing {
    /** A scheme, or a name with a scheme of its own: nothing that only looks like a host. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[a-z][a-z0-9+.-]{1,20}://|(?:doi|urn|hdl|info|mailto|magnet|ark|swh|arxiv):)\\S*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TOKEN = Pattern.compile("\\S+");
    private static final Pattern NEXT = Pattern.compile(";(?=(?:https?|ftp)://)|[;,]\\z", Pattern.CASE_INSENSITIVE);

    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<ExplicitLink> links = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /** A field that holds an address, or several; text in its place is looked through. */
    void address(FieldText value) {
        var found = new ArrayList<ExplicitLink>();
        var tokens = TOKEN.matcher(value.text());
        while (tokens.find()) {
            var from = tokens.start();
            for (var part : NEXT.split(tokens.group(), -1)) {
                if (!part.isEmpty() && !addAddress(found, value, part, from)) {
                    prose(value);
                    return;
                }
                from += part.length() + 1;
            }
        }
        links.addAll(found);
    }

    private static boolean addAddress(List<ExplicitLink> found, FieldText value, String part, int from) {
        var isWww = part.regionMatches(true, 0, "www.", 0, 4);
        if (!isWww && !ADDRESS.matcher(part).matches()) {
            return false;
        }
        var kind = isWww ? ExplicitLink.Kind.AUTOLINK : ExplicitLink.Kind.LINK;
        found.add(link(kind, part, value, from, from + part.length(), ""));
        return true;
    }

    void identifier(IdentifierField field, FieldText value) {
        for (var each : field.in(value.text())) {
            links.add(link(ExplicitLink.Kind.LINK, each.spelled(), value, each.start(), each.end(), ""));
        }
    }

    /** A link whose whole text is an address or a path. */
    void link(FieldText value, String text) {
        var first = value.first();
        var last = value.last();
        if (first < last) {
            links.add(link(ExplicitLink.Kind.LINK, value.text().substring(first, last), value, first, last, text));
        }
    }

    /** A part of a value that is a path to a file. */
    void file(FieldText value, int start, int end, String path) {
        if (!path.isBlank()) {
            links.add(link(ExplicitLink.Kind.LINK, path, value, start, end, ""));
        }
    }

    private static ExplicitLink link(
            ExplicitLink.Kind kind, String destination, FieldText value, int start, int end, String text) {
        return new ExplicitLink(
                kind, destination, value.map().start(start), value.map().end(end), text);
    }

    /** Text in which an address may stand. */
    void prose(FieldText value) {
        blocks.add(value.prose());
    }

    void entry(Entry entry) {
        entries.add(entry);
    }

    void comment(Comment comment) {
        comments.add(comment);
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    Reading reading() {
        entries.sort(Comparator.comparingInt(Entry::start)
                .thenComparing(Comparator.comparingInt(Entry::end).reversed()));
        comments.sort(Comparator.comparingInt(Comment::start));
        return Reading.inSourceOrder(blocks, links, problems)
                .withEntries(entries)
                .withComments(comments);
    }
}
