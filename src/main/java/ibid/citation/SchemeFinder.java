package ibid.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds addresses of schemes without {@code //}, such as {@code mailto:}, {@code tel:} and {@code magnet:}: they are listed, so that
 * nobody takes them for checked. So are those of the web that lack one of the two.
 *
 * <p>A scheme alone proves nothing ({@code news: the harbour is open}); what follows must be written as the scheme wants it.
 */
final class SchemeFinder {
    /** A slash of the two is missing; browsers put it in (URL Standard section 4.4). */
    private static final Pattern ONE_SLASH = Pattern.compile(
            "/[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{1,63}){1,10}(?::\\d{1,5})?(?:[/?#][^\\s<>\"`|\\[\\]]{0,2000})?");

    /** What may follow each scheme (RFC 6068, 3966, 5870, 5538, 3261, 5122, 5724). */
    private static final Map<String, Pattern> REST = Map.of(
            "mailto",
                    Pattern.compile(
                            "[\\p{Alnum}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{Alnum}.-]{1,255}(?:\\?[\\p{Alnum}%&=.+_-]{1,500})?"),
            "tel", Pattern.compile("\\+?[\\d().-]{3,40}(?:;[\\p{Alnum}=.+-]{1,60})?"),
            "sms", Pattern.compile("\\+?[\\d().-]{3,40}"),
            "geo",
                    Pattern.compile(
                            "-?\\d{1,3}(?:\\.\\d{1,20})?,-?\\d{1,3}(?:\\.\\d{1,20})?(?:[,;?][\\p{Alnum}=.,;&-]{1,60})?"),
            "news",
                    Pattern.compile(
                            "[a-z][\\p{Alnum}+_-]{0,40}(?:\\.[\\p{Alnum}+_-]{1,40}){1,10}|[^\\s@<>\"]{1,100}@[\\p{Alnum}.-]{1,100}"),
            "sip", Pattern.compile("[\\p{Alnum}.+_-]{1,64}@[\\p{Alnum}.:-]{1,255}"),
            "sips", Pattern.compile("[\\p{Alnum}.+_-]{1,64}@[\\p{Alnum}.:-]{1,255}"),
            "xmpp", Pattern.compile("[\\p{Alnum}.+_-]{1,64}@[\\p{Alnum}.-]{1,255}(?:[?/][\\p{Alnum};=&._-]{1,100})?"),
            "magnet", Pattern.compile("\\?(?=[^\\s<>\"]{0,500}xt=)[^\\s<>\"]{4,4000}"));

    private static final Set<String> WEB = Set.of("http", "https");

    private static final ShortWords NAMES =
            new ShortWords(Stream.concat(REST.keySet().stream(), WEB.stream()).toList());

    private static final int LONGEST_SCHEME = 6;
    private static final String SENTENCE = ".,;:!?'*_~)-";

    private SchemeFinder() {}

    /** The addresses in the order of the text, at most {@code most}. */
    static List<Found> find(String text, int most) {
        var found = new ArrayList<Found>();
        for (var colon = text.indexOf(':'); colon >= 0 && found.size() < most; ) {
            var start = startOf(text, colon);
            var end = NAMES.mayHold(text, start, colon) ? end(text, start, colon) : -1;
            if (end > colon + 1) {
                var kind = text.regionMatches(true, start, "mailto", 0, 6) ? CitationKind.MAIL : CitationKind.BARE_URL;
                found.add(Found.of(kind, start, end, UrlFinder.cited(text.substring(start, end))));
            }
            colon = text.indexOf(':', Math.max(end, colon + 1));
        }
        return found;
    }

    private static int startOf(String text, int colon) {
        var start = colon;
        while (start > 0 && colon - start <= LONGEST_SCHEME && UrlChars.isAsciiAlphanumeric(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Whether a scheme ends at the colon. */
    static boolean mayEnd(String text, int colon) {
        return NAMES.mayHold(text, startOf(text, colon), colon);
    }

    /** Exclusive end of the address whose scheme ends at the colon; -1 where there is none. */
    private static int end(String text, int start, int colon) {
        var isGlued = start > 0 && "@/.-_\\`:=$#&".indexOf(text.charAt(start - 1)) >= 0;
        if (isGlued || colon - start < 3 || colon - start > LONGEST_SCHEME) {
            return -1;
        }
        var scheme = text.substring(start, colon);
        var rest = WEB.contains(scheme)
                ? ONE_SLASH
                : REST.get(scheme.equals("MAILTO") ? scheme.toLowerCase(Locale.ROOT) : scheme);
        if (rest == null) {
            return -1;
        }
        var matcher = rest.matcher(text).region(colon + 1, text.length());
        if (!matcher.lookingAt()) {
            return -1;
        }
        var end = matcher.end();
        while (SENTENCE.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }
}
