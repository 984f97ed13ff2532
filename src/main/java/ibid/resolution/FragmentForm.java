package ibid.resolution;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a fragment asks for, by its form alone.
 *
 * @param anchor the fragment without what only a browser reads ({@code :~:text=})
 * @param number first line or page, where it names one
 */
record FragmentForm(Kind kind, String anchor, OptionalInt number) {
    /** Lines of a file as code hosts show them: {@code L10}, {@code L10-L20}, {@code L10C3-L12C4}, {@code lines-10:20}, {@code n10}. */
    private static final Pattern LINES = Pattern.compile(
            "(?i)(?:L|LC|line-?|n|lines-|L-)?([0-9]{1,9})(?:C[0-9]{1,9})?(?:[-:,]L?[0-9]{1,9}(?:C[0-9]{1,9})?)?");

    /** RFC 5147: {@code line=10,20}, {@code char=100}. */
    private static final Pattern PLAIN_TEXT = Pattern.compile("(?:line|char)=[0-9]*(?:,[0-9]*)?(?:;.*)?");

    /** RFC 8118: {@code page=3}, also among others: {@code zoom=50&page=3}. */
    private static final Pattern PAGE = Pattern.compile("(?:.*&)?page=([0-9]{1,9})(?:[&#].*)?");

    /** State of a program or a stretch of media, written as names with values (W3C Media Fragments, RFC 8118). */
    private static final Pattern STATE = Pattern.compile("[A-Za-z_][\\w.\\[\\]-]{0,40}=.*|svgView\\(.*|xpointer\\(.*");

    private static final String DIRECTIVE = ":~:";

    /** What it asks for. */
    enum Kind {
        /** The top of the page, which is always there (HTML section 7.4.6.4). */
        TOP,
        /** A place that has a name. */
        NAME,
        /** Lines of a file. */
        LINES,
        PAGE,
        /** Characters or lines of plain text. */
        PLAIN_TEXT,
        /** What only the program in the page can read: {@code #!/path}, {@code #/path}, {@code #gid=0}. */
        PROGRAM
    }

    static FragmentForm of(String fragment) {
        var directive = fragment.indexOf(DIRECTIVE);
        var anchor = directive < 0 ? fragment : fragment.substring(0, directive);
        if (anchor.isEmpty() || anchor.toLowerCase(Locale.ROOT).equals("top")) {
            return new FragmentForm(Kind.TOP, anchor, OptionalInt.empty());
        }
        if (anchor.startsWith("!") || anchor.startsWith("/") || anchor.startsWith("?")) {
            return new FragmentForm(Kind.PROGRAM, anchor, OptionalInt.empty());
        }
        if (PLAIN_TEXT.matcher(anchor).matches()) {
            return new FragmentForm(Kind.PLAIN_TEXT, anchor, OptionalInt.empty());
        }
        var page = PAGE.matcher(anchor);
        if (page.matches()) {
            return new FragmentForm(Kind.PAGE, anchor, number(page));
        }
        if (STATE.matcher(anchor).matches()) {
            return new FragmentForm(Kind.PROGRAM, anchor, OptionalInt.empty());
        }
        var lines = LINES.matcher(anchor);
        return lines.matches()
                ? new FragmentForm(Kind.LINES, anchor, number(lines))
                : new FragmentForm(Kind.NAME, anchor, OptionalInt.empty());
    }

    private static OptionalInt number(Matcher matcher) {
        return OptionalInt.of(Integer.parseInt(matcher.group(1)));
    }
}
