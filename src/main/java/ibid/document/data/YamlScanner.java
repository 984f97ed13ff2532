package ibid.document.data;

import ibid.document.Comment;
import ibid.document.Problem;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2, one document or many, with the place of each scalar. Aliases are not followed: what they repeat stands where it
 * was named. Where the text stops being YAML, as templates do, the rest is read line by line.
 */
public final class YamlScanner {
    /** The parser takes quadratic time for what is nested. */
    private static final int DEEPEST = 200;

    private final String text;
    private final DataSink sink;
    private final Deque<Level> levels = new ArrayDeque<>();
    /** The parser counts code points; this is how far they have been counted. */
    private int codePoint;

    private int offset;
    private int read;

    private YamlScanner(String text, DataSink sink) {
        this.text = text;
        this.sink = sink;
    }

    /** A mapping or sequence that is open. */
    private static final class Level {
        final DataPath path;
        final boolean isMapping;
        boolean expectsKey;
        int index = -1;
        String key = "";

        Level(DataPath path, boolean isMapping) {
            this.path = path;
            this.isMapping = isMapping;
            this.expectsKey = isMapping;
        }

        /** The path of the node that comes now. */
        DataPath next() {
            return isMapping ? path.at(key) : path.at(++index);
        }
    }

    /** The problem that kept the end of the text from being read as YAML. */
    public static Optional<Problem> scan(String text, DataSink sink) {
        return new YamlScanner(text, sink).scan();
    }

    private Optional<Problem> scan() {
        var settings = LoadSettings.builder()
                .setUseMarks(true)
                .setCodePointLimit(Integer.MAX_VALUE)
                .build();
        try {
            for (var event : new Parse(settings).parseString(text)) {
                take(event);
                if (levels.size() > DEEPEST) {
                    lines(read);
                    return Optional.of(
                            problem("Its values are nested deeper than " + DEEPEST + " levels from line %d on"));
                }
            }
            comments(text.length());
            return Optional.empty();
        } catch (YamlEngineException e) {
            lines(read);
            return Optional.of(problem("It is no YAML any more from line %d on"));
        } finally {
            while (!levels.isEmpty()) {
                sink.closed(levels.pop().path, text.length());
            }
        }
    }

    private Problem problem(String what) {
        var line =
                1 + (int) text.substring(0, read).chars().filter(c -> c == '\n').count();
        var message = String.format(Locale.ROOT, what, line) + ", so the rest was read as plain text.";
        return Problem.limit(message);
    }

    private void take(Event event) {
        var start = event.getStartMark().map(this::offsetOf).orElse(read);
        if (event instanceof CollectionEndEvent) {
            comments(start);
            var end = event.getEndMark().map(this::offsetOf).orElse(start);
            var ended = levels.isEmpty() ? DataPath.ROOT : levels.pop().path;
            // The end of a block is where the next token begins.
            sink.closed(ended, end > start ? end : read);
            read = Math.max(read, end);
            return;
        }
        comments(start);
        if (event instanceof ScalarEvent scalar) {
            var end = event.getEndMark().map(this::offsetOf).orElse(start);
            scalar(scalar, start, end);
            read = Math.max(read, end);
        } else if (event instanceof CollectionStartEvent) {
            var path = place();
            sink.opened(path, start);
            levels.push(new Level(path, event instanceof MappingStartEvent));
        } else if (event instanceof NodeEvent) {
            place();
        }
    }

    /** The path of a node; in a mapping each second one is a name. */
    private DataPath place() {
        if (levels.isEmpty()) {
            return DataPath.ROOT;
        }
        var level = levels.element();
        var path = level.next();
        if (level.isMapping) {
            level.expectsKey = !level.expectsKey;
        }
        return path;
    }

    private void scalar(ScalarEvent scalar, int start, int end) {
        var isKey = !levels.isEmpty() && levels.element().expectsKey;
        var value = YamlText.of(text, start, end, scalar.getScalarStyle());
        if (isKey) {
            levels.element().key = scalar.getValue();
            var path = place();
            value.ifPresent(name -> sink.key(path, name));
        } else {
            var path = place();
            value.ifPresent(v -> sink.value(path, v));
        }
    }

    /** Marks come in the order of the text, but for the ends of blocks. */
    private int offsetOf(Mark mark) {
        if (mark.getIndex() < codePoint) {
            codePoint = 0;
            offset = 0;
        }
        offset = text.offsetByCodePoints(offset, Math.min(mark.getIndex(), text.length()) - codePoint);
        codePoint = mark.getIndex();
        return offset;
    }

    /** Between nodes there are only signs, anchors and comments. */
    private void comments(int until) {
        for (var i = read; i < until; i++) {
            if (text.charAt(i) == '#' && (i == 0 || Character.isWhitespace(text.charAt(i - 1)))) {
                var start = i;
                while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                    i++;
                }
                sink.comment(new Comment(start, i, text.substring(start + 1, i).strip()));
            }
        }
        read = Math.max(read, until);
    }

    private void lines(int from) {
        for (var at = from; at < text.length(); ) {
            var end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            FieldText.straight(text, at, end).ifPresent(line -> sink.value(DataPath.ROOT, line));
            at = end + 1;
        }
    }
}
