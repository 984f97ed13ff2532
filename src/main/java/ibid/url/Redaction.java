package ibid.url;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Hides what must not be shown: credentials in URLs and query values that are secrets become {@code ***}. */
public final class Redaction {
    private static final String HIDDEN = "***";

    /** Without a scheme, too: {@code //me:word@e.com/} takes that of its page. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=//)[^/?#\\s\"'<>]+@");

    /** Parameter names whose values open doors; compared whole, hyphens and underscores ignored. */
    private static final String SECRET_NAMES =
            "x[-_]amz[-_](?:signature|credential|security[-_]token)|x[-_]goog[-_](?:signature|credential)"
                    + "|access[-_]?token|auth[-_]?token|refresh[-_]?token|id[-_]?token|session[-_]?token|token"
                    + "|api[-_]?key|app[-_]?key|secret[-_]?key|client[-_]?secret|secret|private[-_]?key|auth|authkey"
                    + "|password|passwd|passphrase|pwd|sig|signature|session[-_]?id|phpsessid|jsessionid|jwt|bearer";

    /** The last letters of those names, large and small. */
    private static final String LAST_LETTERS = Pattern.compile("[a-z](?=[|)]|$)")
            .matcher(SECRET_NAMES)
            .results()
            .map(MatchResult::group)
            .map(letter -> letter + letter.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining());

    private static final Pattern SECRET_VALUE =
            Pattern.compile("(?i)(?<=[?&;#])((?:" + SECRET_NAMES + ")=)[^&;#\\s\"'<>]+");

    /** The same within a parameter: an address that another one carries has its secrets escaped. */
    private static final Pattern CARRIED_USER_INFO =
            Pattern.compile("(?i)(?<=%2F%2F)(?:(?!%2F|%3F|%23|%40)[^/?#&@\\s\"'<>])+%40");

    private static final Pattern CARRIED_SECRET =
            Pattern.compile("(?i)(?<=%3F|%26|%23)((?:" + SECRET_NAMES + ")%3D)(?:(?!%26|%23)[^&;#\\s\"'<>])+");

    private Redaction() {}

    /** The text with every credential and secret in its URLs replaced; any text may be given, not only a URL. */
    public static String shown(String text) {
        // Nearly no text has such a sign, and that is seen without the patterns.
        var withoutUser = text.indexOf('@') < 0 ? text : USER_INFO.matcher(text).replaceAll(HIDDEN + "@");
        var plain = !mayNameSecret(text)
                ? withoutUser
                : SECRET_VALUE.matcher(withoutUser).replaceAll("$1" + HIDDEN);
        var carried = plain.contains("%40") ? CARRIED_USER_INFO.matcher(plain).replaceAll(HIDDEN + "%40") : plain;
        return carried.contains("%3D") || carried.contains("%3d")
                ? CARRIED_SECRET.matcher(carried).replaceAll("$1" + HIDDEN)
                : carried;
    }

    /** Whether one of the names ends at an equals sign: nearly none does, and that is seen by its last letter. */
    private static boolean mayNameSecret(String text) {
        for (var at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
            if (at > 0 && LAST_LETTERS.indexOf(text.charAt(at - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** What may be seen of the beginning of a text, which shows nothing that {@link #shown} hides in the whole. */
    public static String shownHead(String head, String whole) {
        var shown = shown(whole);
        if (shown.startsWith(head)) {
            return head;
        }
        var same = 0;
        while (same < Math.min(head.length(), shown.length()) && head.charAt(same) == shown.charAt(same)) {
            same++;
        }
        return head.substring(0, same) + HIDDEN;
    }

    /** What may be seen of the end of a text, which shows nothing that {@link #shown} hides in the whole. */
    public static String shownTail(String tail, String whole) {
        var shown = shown(whole);
        if (shown.endsWith(tail)) {
            return tail;
        }
        var same = 0;
        while (same < Math.min(tail.length(), shown.length())
                && tail.charAt(tail.length() - 1 - same) == shown.charAt(shown.length() - 1 - same)) {
            same++;
        }
        return HIDDEN + tail.substring(tail.length() - same);
    }

    /** Whether showing the text hides something: such a URL is never sent to a third party. */
    public static boolean hides(String text) {
        return !shown(text).equals(text);
    }
}
