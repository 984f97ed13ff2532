package ibid.document.markup;

import ibid.document.ExplicitLink;
import ibid.document.OffsetMap;
import ibid.document.TextBlock;

/** Reads the inside of one paragraph or title of reStructuredText at a time. */
final class RestInline {
    private static final int LONGEST_ROLE = 60;

    private final Collected into;
    private final String text;
    private OffsetMap.Builder prose = new OffsetMap.Builder();
    private int to;

    /** Source offset up to which the text is in {@link #prose}. */
    private int taken;

    RestInline(Collected into) {
        this.into = into;
        this.text = into.source();
    }

    /** Adds the block of a range of the source, its links, and the program text in it. */
    void read(int from, int end, TextBlock.Kind kind, int level) {
        prose = new OffsetMap.Builder();
        to = end;
        taken = from;
        var hasMore = true;
        for (var at = from; at < to && hasMore; ) {
            var c = text.charAt(at);
            if (c == '\\' && at + 1 < to) {
                at = escape(at);
            } else if (c == '`') {
                var next = quoted(at);
                hasMore = next > 0;
                at = next;
            } else {
                at++;
            }
        }
        take(to);
        into.block(kind, level, prose);
    }

    private void take(int end) {
        if (end > taken) {
            prose.add(text.substring(taken, end), taken, end);
            taken = end;
        }
    }

    private void replace(CharSequence shown, int from, int end) {
        take(from);
        prose.add(shown, from, end);
        taken = end;
    }

    /** An escaped white space shows nothing, but what stands on its sides is apart. */
    private int escape(int at) {
        var escaped = text.charAt(at + 1);
        replace(Character.isWhitespace(escaped) ? " " : String.valueOf(escaped), at, at + 2);
        return at + 2;
    }

    /** Reads what a backquote opens and says where it ends; 0 where nothing in the rest of the range closes one. */
    private int quoted(int open) {
        var isLiteral = open + 1 < to && text.charAt(open + 1) == '`';
        if (isLiteral) {
            var close = Spaces.find(text, "``", open + 3, to);
            if (close < 0) {
                return open + 2;
            }
            while (close + 2 < to && text.charAt(close + 2) == '`') {
                close++;
            }
            into.code(open + 2, close);
            replace(" ", open, close + 2);
            return close + 2;
        }
        var close = open + 1;
        while (close < to && text.charAt(close) != '`') {
            close += text.charAt(close) == '\\' ? 2 : 1;
        }
        if (close >= to) {
            return 0;
        }
        if (!interpreted(open, close) && close + 1 < to && text.charAt(close + 1) == '_') {
            embedded(open, close);
        }
        return Math.max(taken, close + 1);
    }

    /** Reads {@code :role:`text`} and {@code `text`:role:}; false where it is none that cites something. */
    private boolean interpreted(int open, int close) {
        var before = open;
        if (before > taken && text.charAt(before - 1) == ':') {
            before--;
            while (before > taken && open - before < LONGEST_ROLE && isRoleChar(text.charAt(before - 1))) {
                before--;
            }
        }
        if (open - before > 2 && text.charAt(before) == ':') {
            return role(text.substring(before + 1, open - 1), open, close, before, close + 1);
        }
        var behind = close + 1;
        if (behind < to && text.charAt(behind) == ':') {
            behind++;
            while (behind < to && behind - close < LONGEST_ROLE && isRoleChar(text.charAt(behind))) {
                behind++;
            }
            if (behind - close > 3 && text.charAt(behind - 1) == ':') {
                return role(text.substring(close + 2, behind - 1), open, close, open, behind);
            }
        }
        return false;
    }

    private static boolean isRoleChar(char c) {
        return Character.isLetterOrDigit(c) || ":-_+.".indexOf(c) >= 0;
    }

    private boolean role(String name, int open, int close, int from, int end) {
        var link = RestRoles.link(name, text, open + 1, close);
        link.ifPresent(found -> {
            into.links().add(found);
            replace(" ", from, end);
        });
        return link.isPresent();
    }

    /** Reads the address in {@code `text <address>`_}; a reference to a target named elsewhere stays as it stands. */
    private void embedded(int open, int close) {
        var end = close + 1;
        while (end < to && end < close + 3 && text.charAt(end) == '_') {
            end++;
        }
        var last = Spaces.trimmedEnd(text, open + 1, close) - 1;
        if (last <= open + 1 || text.charAt(last) != '>') {
            return;
        }
        var angle = last;
        while (angle > open && text.charAt(angle) != '<') {
            angle--;
        }
        if (angle == open || (angle > open + 1 && !Character.isWhitespace(text.charAt(angle - 1)))) {
            return;
        }
        var address = RestAddress.of(text, angle + 1, last);
        if (address.isEmpty()) {
            return;
        }
        var words = text.substring(open + 1, angle);
        var found = address.get();
        into.link(ExplicitLink.Kind.LINK, found.destination(), found.start(), found.end(), words);
        if (!words.isBlank() && LinkWords.stayInProse(words)) {
            replace(
                    words.stripTrailing(),
                    open + 1,
                    open + 1 + words.stripTrailing().length());
            taken = end;
        } else {
            replace(" ", open, end);
        }
    }
}
