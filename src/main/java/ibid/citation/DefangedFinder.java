package ibid.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds addresses that were made harmless on purpose, as reports on malware write them: {@code hxxp://e[.]com/a},
 * {@code https[:]//e.com}, {@code e(dot)com}. They are cited in the form they had.
 */
final class DefangedFinder {
    /** A longer word is no address but data. */
    private static final int LONGEST = 2_000;

    /** Stand before or behind an address that is listed in running text. */
    private static final String OPENING = "([{'*_~";

    private final Suffixes suffixes;

    DefangedFinder(Suffixes suffixes) {
        this.suffixes = suffixes;
    }

    /** The addresses in the order of the text, at most {@code most}. */
    List<Found> find(String text, int most) {
        var found = new ArrayList<Found>();
        var code = new CodeSpans(text);
        var marks = Defanged.MARK.matcher(text);
        for (var at = 0; found.size() < most && at <= text.length() && marks.find(at); ) {
            var start = wordStart(text, at, marks.start());
            var end = wordEnd(text, marks.end());
            var address =
                    end - start > LONGEST || code.holds(start) ? Optional.<Found>empty() : address(text, start, end);
            address.ifPresent(found::add);
            at = Math.max(end, marks.end());
        }
        return found;
    }

    private static int wordStart(String text, int from, int mark) {
        var start = mark;
        while (start > from && mark - start < LONGEST && !UrlChars.isStop(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int mark) {
        var end = mark;
        while (end < text.length() && !UrlChars.isStop(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private Optional<Found> address(String text, int wordStart, int wordEnd) {
        var start = wordStart;
        // A mark is never made of these alone.
        while (OPENING.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        var word = Defanged.refanged(text.substring(start, wordEnd));
        var colon = word.text().indexOf("://");
        var scheme = colon < 0 ? -1 : UrlStart.ofScheme(word.text(), colon, 0);
        var hostStart = scheme == 0 ? colon + 3 : 0;
        var end = UrlEnd.of(word.text(), 0, hostStart, word.text().length());
        var address = word.text().substring(0, end);
        var sourceEnd = start + word.sourceEnd(end);
        if (scheme > 0
                || !isHost(address.substring(hostStart), scheme == 0)
                || !Defanged.isDefanged(text.substring(start, sourceEnd))) {
            return Optional.empty();
        }
        return Optional.of(Found.of(
                scheme == 0 ? CitationKind.BARE_URL : CitationKind.BARE_HOST,
                start,
                sourceEnd,
                UrlFinder.cited(address)));
    }

    /** Behind a scheme any name is one; alone it must be one that can be registered. */
    private boolean isHost(String rest, boolean isBehindScheme) {
        var end = 0;
        while (end < rest.length() && "/?#:".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        var name = rest.substring(0, end);
        if (isBehindScheme) {
            return name.chars().anyMatch(Character::isLetterOrDigit);
        }
        return name.indexOf('@') < 0
                && suffixes.isHost(name)
                && (suffixes.standsByItself(name) || end + 1 < rest.length());
    }
}
