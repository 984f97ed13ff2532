package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.TextBlock;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/** Walks through wikitext once, from character to character. */
final class WikitextScanner {
    private static final int LONGEST_TAG = 500;
    private static final int LONGEST_TITLE = 300;
    private static final Set<String> CODE = Set.of(
            "nowiki", "pre", "syntaxhighlight", "source", "code", "math", "chem", "score", "templatedata", "graph");

    private final Collected into;
    private final String text;
    private final WikitextBraces braces;
    private final WikitextTemplates templates;

    /** Elements of which no end is left in the text. */
    private final Set<String> unclosed = new HashSet<>();

    private OffsetMap.Builder prose = new OffsetMap.Builder();
    private TextBlock.Kind kind = TextBlock.Kind.PROSE;
    private int level;
    private int taken;
    private int openTemplates;
    private int openLinks;
    private int openTables;
    private boolean isAddress;

    WikitextScanner(Collected into) {
        this.into = into;
        this.text = into.source();
        this.braces = new WikitextBraces(text);
        this.templates = new WikitextTemplates(into, this);
    }

    void read() {
        read(0, text.length());
        endBlock(text.length());
    }

    /** Reads a range into the block that is open. */
    void read(int from, int to) {
        for (var at = from; at < to; ) {
            var next = at == 0 || text.charAt(at - 1) == '\n' ? line(at, to) : at;
            at = next > at ? next : step(at, to);
        }
    }

    private void take(int end) {
        if (end > taken) {
            prose.add(text.substring(taken, end), taken, end);
            taken = end;
        }
    }

    private int show(String shown, int from, int end) {
        take(from);
        prose.add(shown, from, end);
        taken = end;
        return end;
    }

    /** Ends the block before an offset; what follows is the next one. */
    void endBlock(int at) {
        take(at);
        into.block(kind, level, prose);
        prose = new OffsetMap.Builder();
        isAddress = false;
    }

    /** Goes on behind an offset, with nothing shown for what stands before it. */
    int skipTo(int offset) {
        taken = offset;
        return offset;
    }

    private int lineEnd(int at, int to) {
        var end = Spaces.find(text, '\n', at, to);
        return end < 0 ? to : end;
    }

    /** Reads what only the beginning of a line can mean, and says where to go on. */
    private int line(int at, int to) {
        var end = lineEnd(at, Math.min(to, at + 4));
        if (Spaces.isBlank(text.substring(at, end)) && end < to && text.charAt(end) == '\n') {
            endBlock(at);
            return skipTo(end + 1);
        }
        return switch (text.charAt(at)) {
            case '=' -> heading(at, to);
            case '*', '#', ':', ';' -> {
                endBlock(at);
                var item = at;
                while (item < to && "*#:;".indexOf(text.charAt(item)) >= 0) {
                    item++;
                }
                yield skipTo(item);
            }
            case '{' -> text.startsWith("{|", at) ? table(at, to) : at;
            case '|', '!' -> openTables > 0 ? row(at, to) : at;
            default -> at;
        };
    }

    private int heading(int at, int to) {
        var lineEnd = lineEnd(at, to);
        var end = Spaces.trimmedEnd(text, at, lineEnd);
        var marks = 0;
        while (marks < 6 && at + marks < end && text.charAt(at + marks) == '=' && text.charAt(end - 1 - marks) == '=') {
            marks++;
        }
        if (marks == 0 || end - at <= 2 * marks) {
            return at;
        }
        endBlock(at);
        kind = TextBlock.Kind.HEADING;
        level = marks;
        skipTo(at + marks);
        for (var inner = at + marks; inner < end - marks; ) {
            inner = step(inner, end - marks);
        }
        endBlock(Math.max(taken, end - marks));
        kind = TextBlock.Kind.PROSE;
        level = 0;
        return skipTo(lineEnd);
    }

    private int table(int at, int to) {
        endBlock(at);
        openTables++;
        return skipTo(lineEnd(at, to));
    }

    private int row(int at, int to) {
        endBlock(at);
        if (text.startsWith("|}", at)) {
            openTables--;
            return skipTo(at + 2);
        }
        if (text.startsWith("|-", at)) {
            return skipTo(lineEnd(at, to));
        }
        return skipTo(behindAttributes(text.startsWith("|+", at) ? at + 2 : at + 1, to));
    }

    /** What stands before a single bar is how a cell looks. */
    private int behindAttributes(int from, int to) {
        var limit = Math.min(to, from + LONGEST_TITLE);
        for (var at = from; at < limit && text.charAt(at) != '\n'; at++) {
            var c = text.charAt(at);
            if (c == '[' || c == '{' || c == '!') {
                break;
            }
            if (c == '|') {
                var isBar = !text.startsWith("||", at) && Spaces.find(text, '=', from, at) > 0;
                return isBar ? at + 1 : from;
            }
        }
        return from;
    }

    private int step(int at, int to) {
        return switch (text.charAt(at)) {
            case '<' -> tag(at, to);
            case '[' -> text.startsWith("[[", at) ? page(at, to) : external(at, to);
            case ']' -> {
                if (openLinks > 0 && text.startsWith("]]", at)) {
                    openLinks--;
                    yield show("", at, at + 2);
                }
                yield at + 1;
            }
            case '{' -> text.startsWith("{{", at) ? template(at, to) : at + 1;
            case '}' -> {
                if (openTemplates > 0 && text.startsWith("}}", at)) {
                    openTemplates--;
                    yield show(" ", at, at + 2);
                }
                yield at + 1;
            }
            case '|', '!' -> bar(at, to);
            case '\'' -> quotes(at, to);
            case '&' -> entity(at, to);
            case ':' -> {
                isAddress = isAddress || text.startsWith("//", at + 1);
                yield at + 1;
            }
            case ' ', '\n', '\t' -> {
                isAddress = false;
                yield at + 1;
            }
            default -> at + 1;
        };
    }

    private int tag(int at, int to) {
        if (text.startsWith("<!--", at)) {
            var found = unclosed.contains("!--") ? -1 : text.indexOf("-->", at + 4);
            if (found < 0) {
                unclosed.add("!--");
            }
            var end = found < 0 ? to : Math.min(to, found + 3);
            into.comment(at, end, Math.min(at + 4, end), found < 0 ? end : Math.max(at + 4, end - 3));
            return show("", at, end);
        }
        var name = tagName(at, to);
        var end = name.isEmpty() ? -1 : tagEnd(at, to);
        if (end < 0) {
            return at + 1;
        }
        var isAlone = text.charAt(end - 2) == '/';
        if (name.equals("ref") || name.equals("/ref")) {
            if (isAlone) {
                return show("", at, end);
            }
            endBlock(at);
            return skipTo(end);
        }
        if (CODE.contains(name) && !isAlone) {
            return code(name, at, end, to);
        }
        return show(name.equals("br") ? "\n" : isAddress || name.equals("sup") ? " " : "", at, end);
    }

    private String tagName(int at, int to) {
        var end = at + 1;
        while (end < to
                && end - at < 30
                && (Character.isLetterOrDigit(text.charAt(end)) || (end == at + 1 && text.charAt(end) == '/'))) {
            end++;
        }
        var isName = end < to
                && (text.charAt(end) == '>' || text.charAt(end) == '/' || Character.isWhitespace(text.charAt(end)));
        return isName ? text.substring(at + 1, end).toLowerCase(Locale.ROOT) : "";
    }

    private int tagEnd(int at, int to) {
        var limit = Math.min(to, at + LONGEST_TAG);
        for (var end = at + 1; end < limit && text.charAt(end) != '<'; end++) {
            if (text.charAt(end) == '>') {
                return end + 1;
            }
        }
        return -1;
    }

    private int code(String name, int at, int from, int to) {
        var closing = "</" + name;
        var end = unclosed.contains(name) ? -1 : text.indexOf(closing, from);
        if (end < 0 || end > to) {
            unclosed.add(name);
            return show("", at, from);
        }
        into.code(from, end);
        var behind = tagEnd(end, to);
        return show(" ", at, behind < 0 ? end + closing.length() : behind);
    }

    /** Another page of the wiki is no citation; its name is seen only where no other words are given. */
    private int page(int at, int to) {
        var limit = Math.min(to, at + LONGEST_TITLE);
        for (var end = at + 2; end < limit && text.charAt(end) != '\n'; end++) {
            if (text.charAt(end) == '|') {
                openLinks++;
                return show("", at, end + 1);
            }
            if (text.startsWith("]]", end)) {
                var title = text.substring(at + 2, end);
                show("", at, at + 2);
                if (LinkWords.stayInProse(title)) {
                    take(end);
                } else {
                    show(" ", at + 2, end);
                }
                return show("", end, end + 2);
            }
            if (text.charAt(end) == '[' || text.charAt(end) == '{') {
                break;
            }
        }
        return at + 2;
    }

    private int external(int at, int to) {
        var colon = at + 1;
        while (colon < to && colon - at < 12 && Character.isLetter(text.charAt(colon))) {
            colon++;
        }
        var isMail = text.startsWith("mailto:", at + 1);
        if (!text.startsWith("//", at + 1) && !text.startsWith("://", colon) && !isMail) {
            return at + 1;
        }
        var end = WikitextTemplates.addressEnd(text, at + 1, to);
        var close = end;
        while (close < to && text.charAt(close) != ']' && text.charAt(close) != '\n') {
            if (text.charAt(close) == '[' && !text.startsWith("[[", close) && text.charAt(close - 1) != '[') {
                return at + 1;
            }
            close++;
        }
        if (close >= to || text.charAt(close) != ']' || end - at < 5) {
            return at + 1;
        }
        var words = text.substring(end, close).replace("''", "").strip();
        into.link(
                ExplicitLink.Kind.LINK,
                Parser.unescapeEntities(text.substring(at + 1, end), false),
                at + 1,
                end,
                words);
        var shown = Spaces.skip(text, end, close);
        if (!words.isEmpty() && LinkWords.stayInProse(words) && text.startsWith(words, shown)) {
            show("", at, shown);
            take(shown + words.length());
            return show("", shown + words.length(), close + 1);
        }
        return show(" ", at, close + 1);
    }

    private int template(int at, int to) {
        var close = braces.closing(at);
        if (close < 0 || close >= to) {
            return at + 2;
        }
        var nameEnd = at + 2;
        while (nameEnd < close && nameEnd - at < LONGEST_TITLE && text.charAt(nameEnd) != '|') {
            nameEnd++;
        }
        var name = text.substring(at + 2, nameEnd).strip().toLowerCase(Locale.ROOT);
        if (templates.cites(name)) {
            show(" ", at, close + 2);
            templates.read(name, at, nameEnd, close);
            return skipTo(close + 2);
        }
        openTemplates++;
        return show(" ", at, nameEnd);
    }

    /** A bar parts the parameters of a template, the words of a link, or the cells of a row. */
    private int bar(int at, int to) {
        if (text.charAt(at) == '|' && openTemplates > 0) {
            var line = Spaces.trimmedEnd(text, Math.max(0, at - 40), at);
            if (line < at && Spaces.find(text, '\n', line, at) >= 0) {
                endBlock(at);
                return skipTo(WikitextParameters.behindName(text, at + 1, to));
            }
            return show(" ", at, WikitextParameters.behindName(text, at + 1, to));
        }
        if (text.charAt(at) == '|' && openLinks > 0) {
            return show(" ", at, at + 1);
        }
        var isCell = openTables > 0 && at + 1 < to && text.charAt(at + 1) == text.charAt(at);
        if (isCell) {
            endBlock(at);
            return skipTo(behindAttributes(at + 2, to));
        }
        return at + 1;
    }

    private int quotes(int at, int to) {
        var end = at;
        while (end < to && text.charAt(end) == '\'') {
            end++;
        }
        return end - at < 2 ? end : show(isAddress ? " " : "", at, end);
    }

    private int entity(int at, int to) {
        var end = at + 1;
        while (end < to && end - at < 40 && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '#')) {
            end++;
        }
        if (end >= to || text.charAt(end) != ';') {
            return at + 1;
        }
        var entity = text.substring(at, end + 1);
        var shown = Parser.unescapeEntities(entity, false);
        return shown.equals(entity) ? at + 1 : show(shown, at, end + 1);
    }
}
