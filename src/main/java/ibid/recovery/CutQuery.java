package ibid.recovery;

import ibid.archive.CaptureQuery;
import ibid.archive.CaptureQuery.Match;
import ibid.citation.Truncation;
import ibid.text.Terms;
import ibid.url.PercentEncoding;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an index of captures is asked about a cut address.
 *
 * @param prefix what the addresses begin with, scheme included
 * @param tail what they end with, as a regular expression for the whole address; empty where none is shown
 */
record CutQuery(String prefix, Optional<String> tail) {
    /** One page of answers of the public archive. */
    static final int PAGE = 3_000;

    private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);

    /**
     * Where a head stops being a beginning of the address: escapes may be cut in half, a space was {@code +} or an escape, and an
     * index sorts the parameters of a query.
     */
    private static final Pattern UNSURE =
            Pattern.compile("%(?![0-9A-Fa-f]{2}).*$|[?#\\s\uFFFD\"<>\\\\^`{|}].*$", Pattern.DOTALL);

    /** What may be spelled otherwise in an address than in the text that shows it. */
    private static final Pattern UNSURE_IN_TAIL = Pattern.compile("%[0-9A-Fa-f]{2}|[^\\p{Alnum}./?&=_~:;,@!$'()*#-]");

    private static final Pattern SPECIAL = Pattern.compile("[\\\\.+*?()\\[\\]{}^$|]");
    private static final int SHORTEST_WORD = 4;
    private static final int MOST_WORDS = 8;

    /** Empty where the head does not show the whole host. */
    static Optional<CutQuery> of(Truncation cut) {
        var scheme = SCHEME.matcher(cut.head());
        var bare = scheme.replaceFirst("");
        var slash = bare.indexOf('/');
        if (slash <= 0 || bare.substring(0, slash).indexOf('@') >= 0) {
            return Optional.empty();
        }
        var path = UNSURE.matcher(bare.substring(slash)).replaceFirst("");
        var sure = PercentEncoding.encodedBeyondAscii(path).replaceFirst("\\.+$", "");
        var begins = scheme.lookingAt() ? scheme.group() : "http://";
        return Optional.of(new CutQuery(
                begins + bare.substring(0, slash) + (sure.isEmpty() ? "/" : sure),
                Optional.of(cut.tail()).filter(tail -> !tail.isEmpty()).map(CutQuery::ending)));
    }

    private static String ending(String tail) {
        var fragment = tail.indexOf('#');
        var sent = fragment < 0 ? tail : tail.substring(0, fragment);
        var matcher = UNSURE_IN_TAIL.matcher(sent);
        var expression = new StringBuilder("(?i).*");
        var from = 0;
        while (matcher.find()) {
            expression.append(quoted(sent.substring(from, matcher.start()))).append(".*");
            from = matcher.end();
        }
        // Some platforms leave the name of an index file out.
        return expression
                .append(quoted(sent.substring(from)))
                .append("(/?(index\\.(php|html?))?)")
                .toString();
    }

    private static String quoted(String text) {
        return SPECIAL.matcher(text).replaceAll("\\\\$0");
    }

    /** The folder that the prefix ends in. */
    String folder() {
        return prefix.substring(0, prefix.lastIndexOf('/') + 1);
    }

    /** All addresses that fit, in one page. */
    CaptureQuery narrow() {
        return new CaptureQuery(prefix, Match.PREFIX, tail, List.of(), true, Optional.empty(), PAGE);
    }

    /** Everything in the folder. */
    CaptureQuery ofFolder() {
        return CaptureQuery.below(folder(), PAGE);
    }

    /** Those with two of the most telling words of a title, which few of a folder have; empty where it has none. */
    Optional<CaptureQuery> withWordsOf(List<String> titles) {
        var words = titles.stream()
                .flatMap(title -> Terms.of(title).stream())
                .filter(term -> term.length() >= SHORTEST_WORD && term.chars().allMatch(c -> c < 128))
                .filter(term -> !prefix.toLowerCase(java.util.Locale.ROOT).contains(term))
                .distinct()
                .sorted(Comparator.comparingInt((String term) -> -term.length()).thenComparing(term -> term))
                .limit(MOST_WORDS)
                .toList();
        var any = "(" + String.join("|", words) + ")";
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new CaptureQuery(
                        prefix,
                        Match.PREFIX,
                        Optional.of("(?i).*" + any + (words.size() > 3 ? ".*[^a-z]" + any : "") + ".*"),
                        List.of(),
                        true,
                        Optional.empty(),
                        PAGE));
    }
}
