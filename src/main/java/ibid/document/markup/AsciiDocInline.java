package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.TextBlock;

/** Reads the inside of one paragraph, title or cell of AsciiDoc at a time. */
final class AsciiDocInline {
    private static final int NONE = -1;
    private static final int LONGEST_WORD = 20;
    private static final String ENDS_ADDRESS = "[]<>\"";

    private final Collected into;
    private final String text;
    private final AsciiDocMacros macros;
    private final AsciiDocAttributes attributes;
    private OffsetMap.Builder prose = new OffsetMap.Builder();
    private Brackets brackets;
    private TextBlock.Kind kind = TextBlock.Kind.PROSE;
    private int level;
    private int taken;

    /** Behind this no backquote, no {@code >>} is left in the paragraph. */
    private boolean hasQuotes;

    private boolean hasReferences;

    AsciiDocInline(Collected into, AsciiDocAttributes attributes) {
        this.into = into;
        this.text = into.source();
        this.attributes = attributes;
        this.macros = new AsciiDocMacros(into, attributes);
        this.brackets = Brackets.of("", 0, 0);
    }

    /** Adds the block of a range of the source, its links, the program text in it, and its footnotes as blocks of their own. */
    void read(int from, int to, TextBlock.Kind blockKind, int blockLevel) {
        brackets = Brackets.of(text, from, to);
        kind = blockKind;
        level = blockLevel;
        hasQuotes = true;
        hasReferences = true;
        begin(from);
        for (var at = from; at < to; ) {
            at = step(at, to);
        }
        end(to);
    }

    private void begin(int from) {
        prose = new OffsetMap.Builder();
        taken = from;
    }

    private void end(int to) {
        take(to);
        into.block(kind, level, prose);
    }

    private void take(int end) {
        if (end > taken) {
            prose.add(text.substring(taken, end), taken, end);
            taken = end;
        }
    }

    private int replace(int from, int end) {
        take(from);
        prose.add(" ", from, end);
        taken = end;
        return end;
    }

    private int step(int at, int to) {
        return switch (text.charAt(at)) {
            case '\\' -> escape(at, to);
            case '`' -> hasQuotes ? quoted(at, to) : at + 1;
            case ':' -> colon(at, to);
            case '{' -> attribute(at, to);
            case '<' -> text.startsWith("<<", at) && hasReferences ? reference(at, to) : at + 1;
            case '[' -> text.startsWith("[[", at) ? anchor(at, to) : at + 1;
            default -> at + 1;
        };
    }

    /** The mark behind a backslash is text; so is the macro whose name stands there. */
    private int escape(int at, int to) {
        if (at + 1 >= to || "`{<[:hlxfim".indexOf(text.charAt(at + 1)) < 0) {
            return at + 1;
        }
        take(at);
        taken = at + 1;
        var end = at + 2;
        while (end < to && (Character.isLetter(text.charAt(end)) || text.charAt(end) == ':')) {
            end++;
        }
        return end;
    }

    private int quoted(int open, int to) {
        var marks = text.startsWith("``", open) ? "``" : "`";
        var start = open + marks.length();
        var close = Spaces.find(text, marks, start + 1, to);
        if (close < 0) {
            hasQuotes = marks.length() > 1;
            return start;
        }
        var end = close + marks.length();
        // A curved quotation mark is written as a straight one with a backquote.
        var isCurved = open > taken
                && end < to
                && "\"'".indexOf(text.charAt(open - 1)) >= 0
                && text.charAt(open - 1) == text.charAt(end);
        if (isCurved) {
            return start;
        }
        into.code(start, close);
        return replace(open, end);
    }

    /** Reads the macro or address whose name ends before a colon. */
    private int colon(int at, int to) {
        var start = at;
        while (start > taken && at - start < LONGEST_WORD && isLowerCase(text.charAt(start - 1))) {
            start--;
        }
        if (start == at || (start > taken && Character.isLetterOrDigit(text.charAt(start - 1)))) {
            return at + 1;
        }
        var name = text.substring(start, at);
        if (text.startsWith("//", at + 1)) {
            return address(start, at + 3, to);
        }
        var isBlock = at + 1 < to && text.charAt(at + 1) == ':';
        var target = isBlock ? at + 2 : at + 1;
        if (name.startsWith("footnote")) {
            return footnote(start, target, to);
        }
        if (!AsciiDocMacros.isOne(name)) {
            return at + 1;
        }
        var open = macros.open(target, to);
        var close = open < 0 ? NONE : brackets.closing(open);
        if (close < 0 || close >= to) {
            return at + 1;
        }
        macros.read(name, start, target, open, close);
        return linked(start, open + 1, close, name.equals("link") || name.equals("xref") || name.equals("mailto"));
    }

    private static boolean isLowerCase(char c) {
        return c >= 'a' && c <= 'z';
    }

    /** Keeps the words of a link in the text where they are words alone. */
    private int linked(int start, int textStart, int close, boolean hasWords) {
        var words = hasWords ? macros.words(textStart, close) : "";
        if (words.isBlank() || !LinkWords.stayInProse(words) || !text.startsWith(words, textStart)) {
            return replace(start, close + 1);
        }
        take(start);
        prose.add(words, textStart, textStart + words.length());
        taken = close + 1;
        return taken;
    }

    /** Reads an address: with words in brackets it is a link, with an attribute it leads elsewhere, else it stays in the text. */
    private int address(int start, int from, int to) {
        var end = from;
        while (end < to && !Character.isWhitespace(text.charAt(end)) && ENDS_ADDRESS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        var isLink = end < to && text.charAt(end) == '[' && brackets.closing(end) >= 0;
        var hasAttribute = Spaces.find(text, '{', start, end) >= 0;
        if (end == from || (!isLink && !hasAttribute)) {
            return end;
        }
        if (!isLink) {
            while (end > from && ".,;:!?)".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
        }
        var close = isLink ? brackets.closing(end) : end - 1;
        var words = isLink ? macros.words(end + 1, close) : "";
        var linkKind = isLink ? ExplicitLink.Kind.LINK : ExplicitLink.Kind.AUTOLINK;
        var addressEnd = end;
        attributes
                .substituted(text.substring(start, end))
                .ifPresent(address -> into.link(linkKind, address, start, addressEnd, words));
        return isLink ? linked(start, end + 1, close, true) : replace(start, end);
    }

    /** Reads an address that begins with an attribute; any other attribute shows its name. */
    private int attribute(int open, int to) {
        var close = Spaces.find(text, '}', open, Math.min(to, open + 100));
        if (close < 0) {
            return open + 1;
        }
        var value = attributes.value(text.substring(open + 1, close));
        var isAddress = value.filter(v -> v.startsWith("http") && v.contains("://") && v.indexOf(' ') < 0)
                .isPresent();
        return isAddress ? address(open, close + 1, to) : close + 1;
    }

    private int reference(int open, int to) {
        var close = Spaces.find(text, ">>", open + 2, to);
        if (close < 0) {
            hasReferences = false;
            return open + 2;
        }
        var comma = Spaces.find(text, ',', open + 2, close);
        var idEnd = comma < 0 ? close : comma;
        var words = comma < 0 ? "" : text.substring(comma + 1, close);
        macros.reference(open + 2, idEnd, words);
        if (words.isBlank() || !LinkWords.stayInProse(words)) {
            return replace(open, close + 2);
        }
        take(open);
        prose.add(words, comma + 1, close);
        taken = close + 2;
        return taken;
    }

    private int anchor(int open, int to) {
        var close = brackets.closing(open);
        return close < 0 || close >= to ? open + 2 : replace(open, close + 1);
    }

    /** The words of a footnote are a block of their own, in the middle of the one that they stand in. */
    private int footnote(int start, int target, int to) {
        var open = Spaces.find(text, '[', target, Math.min(to, target + 100));
        var close = open < 0 ? NONE : brackets.closing(open);
        if (close < 0 || close >= to) {
            return target;
        }
        end(start);
        begin(open + 1);
        for (var at = open + 1; at < close; ) {
            at = step(at, close);
        }
        end(close);
        begin(close + 1);
        return close + 1;
    }
}
