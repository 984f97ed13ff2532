package ibid.citation;

import ibid.url.MisspelledScheme;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where an address begins in running text: at a known scheme before {@code ://}, or one that was meant to be, or at {@code www.}.
 *
 * <p>Known schemes only: {@code postgresql://} or {@code app://} in a manual is configuration, not a source.
 */
final class UrlStart {
    private static final Set<String> SCHEMES = Set.of(
            "http", "https", "ftp", "ftps", "sftp", "git", "ssh", "svn", "gopher", "gemini", "ipfs", "ipns", "irc",
            "ircs", "ws", "wss", "rtsp", "rtmp", "mms", "rsync", "telnet", "nntp", "news", "file", "smb", "nfs", "dav",
            "davs", "ldap", "ldaps", "feed", "webcal", "bzr", "hg", "cvs", "finger", "xmpp", "slack");

    /** Found even where letters are glued on before: {@code seehttps://e.com}. The longer name comes first. */
    private static final List<String> GLUED = List.of("https", "http", "ftp");

    private static final int LONGEST_SCHEME = 16;
    private static final int LONGEST_LABEL = 24;

    private UrlStart() {}

    /** Start of the scheme that ends before {@code colon}, not before {@code from}; -1 where no known scheme does. */
    static int ofScheme(String text, int colon, int from) {
        var start = colon;
        while (start > from && start > colon - LONGEST_SCHEME && isSchemeChar(text.charAt(start - 1))) {
            start--;
        }
        if (text.startsWith("https", start) && colon - start == 5) {
            return start; // nearly all are, and need not be cut out
        }
        var name = text.substring(start, colon).toLowerCase(Locale.ROOT);
        var transport = name.substring(name.lastIndexOf('+') + 1);
        if (SCHEMES.contains(transport) && UrlChars.isAsciiLetter(name.charAt(0))) {
            return start;
        }
        for (var scheme : GLUED) {
            if (name.endsWith(scheme)) {
                return colon - scheme.length();
            }
        }
        return MisspelledScheme.meant(name).isPresent() ? start : -1;
    }

    /** Whether a host that is written with {@code www.} and without a scheme begins here. */
    static boolean isWww(String text, int at) {
        return text.regionMatches(true, at, "www.", 0, 4)
                && at + 4 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 4))
                && (at == 0 || isBoundary(text.charAt(at - 1)) || isLabelled(text, at));
    }

    /** {@code Web:www.e.com}: a word and a colon are a label; behind a host, a path or a user's name they are not. */
    private static boolean isLabelled(String text, int at) {
        var start = at - 1;
        while (start > Math.max(0, at - LONGEST_LABEL) && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.charAt(at - 1) == ':' && start < at - 1 && (start == 0 || isSpaceOrOpening(text.charAt(start - 1)));
    }

    private static boolean isSpaceOrOpening(char c) {
        return c <= ' ' || UrlChars.opens(c) >= 0 || UrlChars.isStop(c);
    }

    private static boolean isBoundary(char before) {
        return !(before < 0x80 && Character.isLetterOrDigit(before)) && "./\\@-#:=&?%+$".indexOf(before) < 0;
    }

    private static boolean isSchemeChar(char c) {
        return UrlChars.isAsciiAlphanumeric(c) || c == '+' || c == '-' || c == '.';
    }
}
