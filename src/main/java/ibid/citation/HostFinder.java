package ibid.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds hosts that stand in prose without a scheme: {@code Muhsinlar.net}.
 *
 * <p>A name alone counts where its ending is hardly ever anything but a domain; other endings need a path or a word such as
 * <em>site</em> beside them ({@code setup.py}, {@code os.name}, and sentences joined as {@code end.In} are everywhere). Nothing is
 * found between backquotes, in paths, calls, addresses, mail addresses and dotted names that go on.
 */
final class HostFinder {
    /** Characters that make what follows or precedes them a part of something else. */
    private static final String JOINED_BEFORE = "./\\@:#_=-~$%&+'\"`^?!";

    /** Behind a name always the sign of something else: a call, an assignment. */
    private static final String GOES_ON = "\\@#_=~$%&+({^";

    private static final String JOINED_BEHIND = GOES_ON + "-<>[\"`'";

    /** Names of software that end like a host but are none. */
    private static final Set<String> SOFTWARE =
            Set.of("java.net", "system.net", "self.net", "dot.com", "asp.net", "vb.net", "command.com");

    /** Hosts that running text names as the end of a mail address written in words, never as a source. */
    private static final Set<String> MAILERS = Set.of(
            "gmail.com",
            "googlemail.com",
            "hotmail.com",
            "outlook.com",
            "live.com",
            "yahoo.com",
            "aol.com",
            "icloud.com",
            "protonmail.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "t-online.de",
            "mail.ru",
            "yandex.ru",
            "qq.com",
            "163.com");

    private static final int LONGEST_PATH = 2048;
    private static final int LONGEST_PORT = 5;

    /** {@code t.co/abcd} is an address; {@code e.g/x} is not. */
    private static final int SHORTEST_PATH_OF_LETTER = 4;

    private final Suffixes suffixes;
    private final SiteWords words = new SiteWords();

    HostFinder(Suffixes suffixes) {
        this.suffixes = suffixes;
    }

    /** The hosts in the order of the text, at most {@code most}. */
    List<Found> find(String text, int most) {
        var dot = text.indexOf('.');
        if (dot < 0) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        var code = new CodeSpans(text);
        var from = 0;
        while (dot >= 0 && found.size() < most) {
            var end = nameEnd(text, dot);
            var isEnding = end > dot && suffixes.mayBeEnding(text, text.lastIndexOf('.', end - 1) + 1, end);
            var start = isEnding ? nameStart(text, from, dot) : dot;
            // What stands in an address is passed over before its end is looked for.
            if (start < dot && !isInside(text, start) && !code.holds(start)) {
                var whole = wholeEnd(text, start, end);
                if (isFree(text, start, whole) && isCitation(text, start, end, whole)) {
                    found.add(Found.of(CitationKind.BARE_HOST, start, whole, text.substring(start, whole)));
                    end = whole;
                }
            }
            from = Math.max(end, dot + 1);
            dot = text.indexOf('.', from);
        }
        return found;
    }

    /** Whether a top-level domain can stand behind the dot, and a label before it. */
    static boolean mayEndBehind(String text, int dot, Suffixes suffixes) {
        if (dot == 0 || !isLabelChar(text.charAt(dot - 1))) {
            return false;
        }
        var end = labelEnd(text, dot + 1);
        return end > dot + 1 && !goesOn(text, end) && suffixes.mayBeEnding(text, dot + 1, end);
    }

    /** Whether what ends in a label is a call, an assignment or a longer name, whose own last dot is looked at. */
    private static boolean goesOn(String text, int end) {
        if (end >= text.length()) {
            return false;
        }
        var next = text.charAt(end);
        return next == '.' ? end + 1 < text.length() && isLabelChar(text.charAt(end + 1)) : GOES_ON.indexOf(next) >= 0;
    }

    private static int labelEnd(String text, int start) {
        var end = start;
        while (end < text.length() && isLabelChar(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether the name goes on to the left, as the host of an address does. */
    private static boolean isInside(String text, int start) {
        return start > 0 && JOINED_BEFORE.indexOf(text.charAt(start - 1)) >= 0;
    }

    /** Whether no angle bracket opens before the name, or one does that encloses it. */
    private static boolean isFree(String text, int start, int whole) {
        return start == 0 || text.charAt(start - 1) != '<' || isInAngles(text, start, whole);
    }

    /** {@code <e.com>}, as RFC 3986 appendix C recommends; {@code List<e.com>} is code. */
    private static boolean isInAngles(String text, int start, int end) {
        return text.charAt(start - 1) == '<'
                && (start == 1 || !Character.isLetterOrDigit(text.charAt(start - 2)))
                && text.startsWith(">", end);
    }

    private static int nameStart(String text, int from, int dot) {
        var start = dot;
        while (start > from && isLabelChar(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** End of the dotted name that holds the dot; the dot itself where no label follows it. */
    private static int nameEnd(String text, int dot) {
        var end = dot;
        while (end < text.length() && text.charAt(end) == '.') {
            var next = labelEnd(text, end + 1);
            if (next == end + 1) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** The end of the name with its port and path. */
    private static int wholeEnd(String text, int start, int end) {
        var at = end;
        if (at + 1 < text.length() && text.charAt(at) == ':' && Character.isDigit(text.charAt(at + 1))) {
            at++;
            while (at < text.length() && at - end <= LONGEST_PORT + 1 && Character.isDigit(text.charAt(at))) {
                at++;
            }
            if (at - end > LONGEST_PORT + 1) {
                return end;
            }
        }
        if (at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '?')) {
            return UrlEnd.of(text, start, at, Math.min(text.length(), at + LONGEST_PATH));
        }
        return at;
    }

    private boolean isCitation(String text, int start, int end, int whole) {
        if (isJoinedBehind(text, whole) && !(start > 0 && isInAngles(text, start, whole))) {
            return false;
        }
        var name = text.substring(start, end);
        if (!suffixes.hasKnownEnding(name)) {
            return false;
        }
        var lower = name.toLowerCase(Locale.ROOT);
        var isMeant = suffixes.standsByItself(name)
                || words.stand(text, start, whole)
                || (whole > end && isPath(text.substring(end, whole)));
        // The dearest question comes last: few of the dotted names in prose get that far.
        return isMeant
                && isWellFormed(name, segment(text.substring(end, whole)))
                && !SOFTWARE.contains(lower)
                && !MAILERS.contains(lower)
                && !words.isMailInWords(text, start, whole)
                && suffixes.isHost(name);
    }

    private static boolean isJoinedBehind(String text, int end) {
        if (end >= text.length()) {
            return false;
        }
        var next = text.charAt(end);
        if (next == '\'' || next == '/') {
            return next == '\'' && !text.startsWith("'s", end);
        }
        // "example.com:" ends a clause; "pep.org:name" and "foo.net.bar" go on.
        var goesOn = (next == ':' || next == '.')
                && end + 1 < text.length()
                && (Character.isLetterOrDigit(text.charAt(end + 1)) || text.charAt(end + 1) == '/');
        return goesOn || (JOINED_BEHIND.indexOf(next) >= 0 && !UrlChars.isClosingTag(text, end));
    }

    /** {@code setup.py/setup.cfg} and {@code os.name/sys.platform} are alternatives; {@code bit.ly/abc} is a path. */
    private static boolean isPath(String rest) {
        var segment = segment(rest);
        return segment.length() > 1 && segment.indexOf('.') < 0;
    }

    /** The first of the path; empty where there is none. */
    private static String segment(String rest) {
        var slash = rest.indexOf('/');
        var next = rest.indexOf('/', slash + 1);
        return slash < 0 ? "" : rest.substring(slash + 1, next < 0 ? rest.length() : next);
    }

    /** Written as hosts are: {@code ASP.NET}, {@code System.Net} and a sentence joined as {@code end.De} are not. */
    private static boolean isWellFormed(String name, String segment) {
        var dot = name.lastIndexOf('.');
        var ending = name.substring(dot + 1);
        var first = name.substring(0, name.indexOf('.'));
        var capitals = ending.chars().filter(Character::isUpperCase).count();
        var isShouted = capitals == ending.length() && name.chars().noneMatch(Character::isLowerCase);
        if (capitals > 0 && !(isShouted && !ending.equals("NET"))) {
            return false;
        }
        return !name.startsWith("-")
                && !name.contains("-.")
                && !name.contains(".-")
                && name.chars().limit(dot).anyMatch(Character::isLetter)
                && (first.length() > 1
                        || ending.length() == 3
                        || (segment.length() >= SHORTEST_PATH_OF_LETTER && segment.indexOf('.') < 0));
    }

    private static boolean isLabelChar(char c) {
        return c < 0x80
                ? c == '-' || UrlChars.isAsciiAlphanumeric(c)
                : Character.isLetterOrDigit(c) && !UrlChars.isUnspaced(c);
    }
}
