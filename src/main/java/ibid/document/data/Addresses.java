package ibid.document.data;

import ibid.document.Comment;
import ibid.document.ExplicitLink;
import ibid.document.Part;
import ibid.document.Problem;
import ibid.document.Reading;
import ibid.document.TextBlock;
import ibid.document.markup.BbCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Collects the values of data that may cite something. In data a word with a dot in it is a version, a file or a class far more
 * often than a host, so only a value that says it is an address, or whose name does, is looked through.
 */
final class Addresses {
    private static final Pattern WHOLE = Pattern.compile("(?:https?|ftp)://[^\\s\"<>]{3,}", Pattern.CASE_INSENSITIVE);
    private static final Pattern WORTH_A_LOOK = Pattern.compile(
            "://|www\\.|\\b(?:doi|arxiv|pmid|pmcid|isbn|issn|urn|hdl|ark|swh|orcid|mailto|hxxps?)\\b|\\b10\\.\\d{4}|\\[\\.\\]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NAMED = Pattern.compile(
            ".*(?:ur[li]s?|href|link|links|homepage|website|web|webpage|repository|permalink|doi|isbn|issn)",
            Pattern.CASE_INSENSITIVE);

    private final List<TextBlock> blocks = new ArrayList<>();
    private final List<ExplicitLink> links = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Comment> comments = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Takes a value.
     *
     * @param name by which it is called where it stands
     * @param location asked only where the value is taken
     */
    void value(String name, FieldText value, Supplier<String> location) {
        if (!isWorthALook(value.text()) && !isNamed(name)) {
            return;
        }
        var first = value.first();
        var last = value.last();
        if (first == last) {
            return;
        }
        var text = value.text().substring(first, last);
        var start = value.map().start(first);
        var end = value.map().end(last);
        if (WHOLE.matcher(text).matches() && text.toLowerCase(Locale.ROOT).lastIndexOf("://") < 6) {
            links.add(new ExplicitLink(ExplicitLink.Kind.AUTOLINK, text, start, end, ""));
        } else if (BbCode.isIn(text)) {
            var post = BbCode.read(value.text()).within(value.map());
            blocks.addAll(post.blocks());
            links.addAll(post.links());
        } else {
            blocks.add(value.prose());
        }
        parts.add(Part.named(start, end, location.get()));
    }

    /** Whether a text says of itself that it may cite something. */
    static boolean isWorthALook(CharSequence text) {
        return WORTH_A_LOOK.matcher(text).find();
    }

    private static boolean isNamed(String name) {
        return name.length() < 40 && NAMED.matcher(name).matches();
    }

    void comment(Comment comment) {
        comments.add(comment);
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    Reading reading() {
        parts.sort(Comparator.comparingInt(Part::start)
                .thenComparing(Comparator.comparingInt(Part::end).reversed()));
        comments.sort(Comparator.comparingInt(Comment::start));
        return Reading.inSourceOrder(blocks, links, problems).withParts(parts).withComments(comments);
    }

    /** A sink that takes the values of structured data, each called by its path. */
    DataSink sink() {
        return new DataSink() {
            @Override
            public void key(DataPath path, FieldText name) {
                if (name.mayHoldAddress()) {
                    Addresses.this.value("", name, path::toString);
                }
            }

            @Override
            public void value(DataPath path, FieldText value) {
                Addresses.this.value(path.name(), value, path::toString);
            }

            @Override
            public void comment(Comment comment) {
                Addresses.this.comment(comment);
            }
        };
    }
}
