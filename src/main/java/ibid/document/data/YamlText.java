package ibid.document.data;

import ibid.document.OffsetMap;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** The text of a scalar. Where it goes over several lines, they stay lines: only escapes have to be read. */
final class YamlText {
    private YamlText() {}

    static Optional<FieldText> of(String text, int start, int end, ScalarStyle style) {
        return switch (style) {
            case SINGLE_QUOTED -> single(text, start + 1, end - 1);
            case DOUBLE_QUOTED -> EscapedText.of(text, start + 1, end - 1);
            case LITERAL, FOLDED -> block(text, start, end);
            default -> FieldText.straight(text, start, end);
        };
    }

    /** The first line of a block says how it is to be read, and may have a comment. */
    private static Optional<FieldText> block(String text, int start, int end) {
        var line = EscapedText.indexOf(text, '\n', start, end);
        return line == end ? Optional.empty() : FieldText.straight(text, line + 1, end);
    }

    private static Optional<FieldText> single(String text, int start, int end) {
        if (EscapedText.indexOf(text, '\'', start, end) >= end) {
            return FieldText.straight(text, start, Math.max(start, end));
        }
        var out = new OffsetMap.Builder();
        for (var at = start; at < end; ) {
            var to = EscapedText.indexOf(text, '\'', at, end);
            out.add(text.substring(at, to), at, to);
            at = to;
            if (to < end) {
                at = Math.min(end, to + 2);
                out.add("'", to, at);
            }
        }
        return FieldText.of(out);
    }
}
