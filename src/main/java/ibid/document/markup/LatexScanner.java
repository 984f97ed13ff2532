package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.TextBlock;
import java.util.ArrayDeque;
import java.util.Deque;

/** Walks through LaTeX once, from character to character; what is open is kept on a stack of its own. */
final class LatexScanner {
    private final Collected into;
    private final String text;
    private final LatexCommands commands;
    private final Deque<LatexGroup> groups = new ArrayDeque<>();
    private OffsetMap.Builder prose = new OffsetMap.Builder();
    private TextBlock.Kind kind = TextBlock.Kind.PROSE;
    private int level;
    private int taken;
    private int unseen;
    private int links;
    private boolean isAddress;

    LatexScanner(Collected into) {
        this.into = into;
        this.text = into.source();
        this.commands = new LatexCommands(into, this);
    }

    void read() {
        for (var at = 0; at < text.length(); ) {
            at = step(at);
        }
        endBlock(text.length());
        commands.finish(text.length());
    }

    private int step(int at) {
        return switch (text.charAt(at)) {
            case '\\' -> commands.read(at);
            case '%' -> comment(at);
            case '{' -> {
                open(LatexGroup.Use.TEXT, at, at);
                yield at + 1;
            }
            case '}' -> close(at);
            case '$' -> show("", at, at + 1);
            case '~' -> isAddress ? at + 1 : show(" ", at, at + 1);
            case '&' -> isAddress ? at + 1 : show(" ", at, at + 1);
            case '`', '\'', '-' -> ligature(at);
            case '\n' -> lineEnd(at);
            case ' ', '\t' -> {
                isAddress = false;
                yield at + 1;
            }
            case ':' -> {
                isAddress = isAddress || text.startsWith("//", at + 1);
                yield at + 1;
            }
            default -> at + 1;
        };
    }

    private int ligature(int at) {
        var shown = isAddress
                ? ""
                : text.startsWith("``", at)
                        ? "“"
                        : text.startsWith("''", at) ? "”" : text.startsWith("---", at) ? "—" : "";
        return shown.isEmpty() ? at + 1 : show(shown, at, at + (shown.equals("—") ? 3 : 2));
    }

    /** A comment swallows the end of its line. */
    private int comment(int at) {
        var lineEnd = at;
        while (lineEnd < text.length() && text.charAt(lineEnd) != '\n' && text.charAt(lineEnd) != '\r') {
            lineEnd++;
        }
        into.comment(at, lineEnd, at + 1, lineEnd);
        take(at);
        taken = lineEnd;
        return lineEnd;
    }

    private int lineEnd(int at) {
        isAddress = false;
        if (!LatexAddress.isParagraphEnd(text, at)) {
            return at + 1;
        }
        // Arguments and titles hold no empty line, so one that seems to was never closed.
        while (!groups.isEmpty()
                && (groups.peek().use() == LatexGroup.Use.UNSEEN
                        || groups.peek().use() == LatexGroup.Use.HEADING)) {
            close(at);
        }
        endBlock(at);
        commands.endParagraph();
        return at + 1;
    }

    boolean isInWordsOfLink() {
        return links > 0;
    }

    void take(int end) {
        if (end > taken) {
            if (unseen == 0) {
                prose.add(text.substring(taken, end), taken, end);
            }
            taken = end;
        }
    }

    /** Puts {@code shown} in the place of a range, and goes on behind it. */
    int show(String shown, int from, int end) {
        take(from);
        if (unseen == 0) {
            prose.add(shown, from, end);
        }
        taken = end;
        return end;
    }

    /** Ends the block before an offset; what follows is the next one. */
    void endBlock(int at) {
        take(at);
        into.block(kind, level, prose);
        prose = new OffsetMap.Builder();
    }

    /** @param start offset of the command whose argument the brace at {@code brace} opens */
    void open(LatexGroup.Use use, int brace, int start) {
        var isBlock = use == LatexGroup.Use.HEADING || use == LatexGroup.Use.NOTE;
        if (isBlock) {
            endBlock(start);
        } else {
            take(start);
        }
        isAddress = false;
        groups.push(new LatexGroup(
                use, kind, level, prose, prose.length(), into.links().size() - 1, start));
        unseen += use == LatexGroup.Use.UNSEEN ? 1 : 0;
        links += use == LatexGroup.Use.WORDS_OF_LINK ? 1 : 0;
        if (use == LatexGroup.Use.NOTE) {
            kind = TextBlock.Kind.PROSE;
            level = 0;
        }
        taken = brace + 1;
    }

    void openHeading(int headingLevel, int brace, int start) {
        open(LatexGroup.Use.HEADING, brace, start);
        kind = TextBlock.Kind.HEADING;
        level = headingLevel;
    }

    private int close(int at) {
        take(at);
        taken = Math.min(at + 1, text.length());
        isAddress = false;
        if (groups.isEmpty()) {
            return at + 1;
        }
        var group = groups.pop();
        switch (group.use()) {
            case HEADING, NOTE -> {
                into.block(kind, level, prose);
                prose = new OffsetMap.Builder();
                kind = group.kind();
                level = group.level();
            }
            case UNSEEN -> unseen--;
            case WORDS_OF_LINK -> {
                links--;
                closeLink(group, at);
            }
            case TEXT -> {}
        }
        return at + 1;
    }

    private void closeLink(LatexGroup group, int at) {
        if (prose != group.builder() || unseen > 0) {
            return;
        }
        var words = prose.text().subSequence(group.mark(), prose.length()).toString();
        var link = into.links().get(group.link());
        into.links()
                .set(
                        group.link(),
                        new ExplicitLink(link.kind(), link.destination(), link.start(), link.end(), words.strip()));
        if (!LinkWords.stayInProse(words)) {
            prose.cutBack(group.mark());
            prose.add(" ", group.start(), at + 1);
        }
    }
}
