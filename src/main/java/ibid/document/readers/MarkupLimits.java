package ibid.document.readers;

import ibid.document.Format;
import ibid.document.Problem;
import java.util.Locale;
import java.util.Optional;

/** How much markup of one document is followed; beyond it a tree would not fit into memory or take quadratic time. */
final class MarkupLimits {
    /** At most some hundred bytes of tree stand for each mark, so this is what fits beside the text. */
    static final int MOST_MARKS = 2_000_000;

    /** An element with its attributes weighs about twice as much as a Markdown node. */
    static final int MOST_TAGS = 1_000_000;

    /** More images inside each other's text than this take the parser quadratic time before it gives them up. */
    static final int MOST_OPEN_IMAGES = 1000;

    private static final String MARKDOWN_MARKS = "*_[]`<&|\\>\n\r";

    private MarkupLimits() {}

    /** The limit that the text goes beyond, after which it is to be read as plain text. */
    static Optional<Problem> hit(Format format, String text) {
        var most = format == Format.MARKDOWN ? MOST_MARKS : MOST_TAGS;
        var isTooMuch = switch (format) {
            case HTML, XML, JATS, FEED -> hasMore(text, "<", most);
            case MARKDOWN -> hasMore(text, MARKDOWN_MARKS, most);
            default -> false;
        };
        if (isTooMuch) {
            return Optional.of(problem("It holds more than %,d marks of markup", most));
        }
        return format == Format.MARKDOWN && opensTooManyImages(text)
                ? Optional.of(problem("It opens more than %,d images inside each other", MOST_OPEN_IMAGES))
                : Optional.empty();
    }

    private static Problem problem(String what, int limit) {
        return Problem.limit(String.format(Locale.ROOT, what, limit) + ", so the document was read as plain text.");
    }

    private static boolean hasMore(String text, String marks, int most) {
        if (text.length() <= most) {
            return false;
        }
        var count = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < 0x80 && marks.indexOf(c) >= 0 && ++count > most) {
                return true;
            }
        }
        return false;
    }

    private static boolean opensTooManyImages(String text) {
        var open = 0;
        var i = nextOpening(text, 0);
        while (i < text.length()) {
            var c = text.charAt(i);
            if (c == '[' && text.charAt(i - 1) == '!') {
                open++;
            } else if (c == ']' && open > 0) {
                open--;
            } else if (c == '\n' && text.charAt(i - 1) == '\n') {
                // A blank line ends the paragraph and whatever was open in it.
                open = 0;
            }
            if (open > MOST_OPEN_IMAGES) {
                return true;
            }
            // Nothing is closed where nothing is open, which is nearly everywhere.
            i = open == 0 ? nextOpening(text, i) : i + 1;
        }
        return false;
    }

    /** Offset of the bracket of the next image that opens; the text's length where none does. */
    private static int nextOpening(String text, int from) {
        var mark = text.indexOf("![", from);
        return mark < 0 ? text.length() : mark + 1;
    }
}
