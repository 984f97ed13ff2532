package ibid.citation;

import ibid.citation.PassedOver.Why;
import ibid.document.Comment;
import ibid.document.Document;
import ibid.document.Problem;
import ibid.document.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a document's comments tell Ibid to ignore: {@code ibid-ignore: reason} the citations on its own lines,
 * {@code ibid-ignore-next-line: reason} those on the line behind it, {@code ibid-ignore-start: reason} all up to
 * {@code ibid-ignore-end}, {@code ibid-ignore-file: reason} all of the document.
 *
 * <p>Without a reason nothing is ignored: whoever reads the report in a year must be able to tell why.
 */
final class IgnoreComments {
    private static final Pattern DIRECTIVE =
            Pattern.compile("\\A\\s*+ibid-ignore(-[a-z-]++)?+\\s*+:?+\\s*+(.*+)\\z", Pattern.DOTALL);
    private static final int LONGEST_REASON = 300;

    private final SourceText source;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Integer, String> byLine = new HashMap<>();
    private final NavigableMap<Integer, Block> blocks = new TreeMap<>();
    private Optional<String> file = Optional.empty();
    private Optional<Block> open = Optional.empty();

    /** Offsets of the source, and why what begins between them is ignored. */
    private record Block(int start, int end, String reason) {}

    private IgnoreComments(SourceText source) {
        this.source = source;
    }

    static IgnoreComments of(Document document) {
        var ignores = new IgnoreComments(document.source());
        document.reading().comments().forEach(ignores::read);
        ignores.close();
        return ignores;
    }

    /** Comments of Ibid's own that could not be followed. */
    List<Problem> problems() {
        return problems;
    }

    /** Why a citation that begins at an offset of the source is to be ignored. */
    Optional<PassedOver> at(int offset) {
        if (file.isEmpty() && blocks.isEmpty() && byLine.isEmpty()) {
            return Optional.empty();
        }
        var block = Optional.ofNullable(blocks.floorEntry(offset))
                .map(Map.Entry::getValue)
                .filter(found -> offset < found.end())
                .map(Block::reason);
        return file.or(() -> block)
                .or(() -> Optional.ofNullable(byLine.get(source.lineOf(offset))))
                .map(reason -> new PassedOver(Why.IGNORED, reason));
    }

    private void read(Comment comment) {
        var directive = DIRECTIVE.matcher(comment.text());
        if (!directive.matches()) {
            return;
        }
        var name = "ibid-ignore" + Optional.ofNullable(directive.group(1)).orElse("");
        var reason = shortened(Sentences.fold(directive.group(2)));
        if (name.equals("ibid-ignore-end")) {
            end(comment);
        } else if (reason.isEmpty()) {
            complain(comment, "\"" + name + "\" gives no reason, so nothing is ignored; write it behind a colon.");
        } else {
            start(name, comment, reason);
        }
    }

    private void start(String name, Comment comment, String reason) {
        var first = source.lineOf(comment.start());
        var last = source.lineOf(comment.end());
        switch (name) {
            case "ibid-ignore", "ibid-ignore-line" -> addLines(first, last, reason);
            case "ibid-ignore-next-line" -> addLines(last + 1, last + 1, reason);
            case "ibid-ignore-file" -> file = file.or(() -> Optional.of(reason));
            case "ibid-ignore-start" -> {
                open.ifPresent(block -> add(new Block(block.start(), comment.start(), block.reason())));
                open = Optional.of(new Block(comment.start(), source.text().length(), reason));
            }
            default ->
                complain(
                        comment,
                        "\"" + name
                                + "\" is not known; there are ibid-ignore, ibid-ignore-next-line, ibid-ignore-start,"
                                + " ibid-ignore-end and ibid-ignore-file.");
        }
    }

    private void addLines(int first, int last, String reason) {
        for (var line = first; line <= last; line++) {
            byLine.putIfAbsent(line, reason);
        }
    }

    private void end(Comment comment) {
        if (open.isEmpty()) {
            complain(comment, "\"ibid-ignore-end\" ends nothing: no ibid-ignore-start stands before it.");
        }
        open.ifPresent(block -> add(new Block(block.start(), comment.end(), block.reason())));
        open = Optional.empty();
    }

    /** What no comment ends reaches to the end of the document. */
    private void close() {
        open.ifPresent(this::add);
        open = Optional.empty();
    }

    private void add(Block block) {
        blocks.put(block.start(), block);
    }

    private static String shortened(String reason) {
        return reason.codePoints()
                .limit(LONGEST_REASON)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void complain(Comment comment, String what) {
        problems.add(new Problem(
                Problem.Kind.DIRECTIVE, "The comment in line " + source.lineOf(comment.start()) + ": " + what));
    }
}
