package ibid.citation;

import ibid.identifier.Identified;
import ibid.identifier.Identifiers;
import ibid.identifier.Scheme;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How far the value of an identifier reaches in running text. */
final class IdentifierValue {
    private static final String HYPHEN = "[-\u2010-\u2013\u2212]";

    /** Nothing that a number goes on with: letters, digits, a decimal, another group. */
    private static final String NUMBER_ENDS = "(?![\\p{Alnum}_]|[.,]\\d|" + HYPHEN + "\\d)";

    private static final Pattern DOI_PREFIX = Pattern.compile("10\\.\\d{4,9}(?:\\.\\d{1,9}){0,4}/");
    private static final Pattern LABELLED_PREFIX =
            Pattern.compile("\\d{1,3}\\.\\d{1,12}(?:\\.\\d{1,9}){0,4}/|10/(?=[a-z0-9]{3,10}\\b)");
    private static final Pattern HANDLE_PREFIX = Pattern.compile("\\d{1,9}(?:\\.[\\w-]{1,40}){0,4}/(?=[^\\s/])");

    /** The end of a SICI (ANSI/NISO Z39.56), which holds angle brackets: {@code <693::AID-ASI4>3.0.CO;2-O}. */
    private static final Pattern SICI =
            Pattern.compile("<[\\w:.+-]{0,40}>\\d{1,2}\\.\\d{1,2}\\.[A-Za-z]{2};\\d-[\\w#]");

    private static final Map<Scheme, Pattern> SHAPES = Map.of(
            Scheme.ARXIV,
            Pattern.compile(
                    "(?:[a-zA-Z]{2,10}(?:-[a-zA-Z]{2,5})?(?:\\.[A-Z]{2})?/\\d{7}|\\d{4}\\.\\d{3,6})(?:v\\d{1,2})?"
                            + "(?![\\p{Alnum}_]|[.,]\\d)"),
            Scheme.PMID,
            Pattern.compile("\\d{1,8}" + NUMBER_ENDS),
            Scheme.PMCID,
            Pattern.compile("(?:PMC)?\\d{3,9}(?![\\p{Alnum}_]|" + HYPHEN + "\\d)"),
            Scheme.RFC,
            // rfc3986.txt is a file.
            Pattern.compile("\\d{1,5}" + NUMBER_ENDS + "(?!\\.[a-z]|[(\\[]\\d)"),
            Scheme.ISSN,
            Pattern.compile("\\d{4}" + HYPHEN + "?\\d{3}[\\dXx](?![\\p{Alnum}_]|" + HYPHEN + "\\d)"),
            Scheme.ORCID,
            Pattern.compile("(?:\\d{4}[- \u2010-\u2013]?){3}\\d{3}[\\dXx](?![\\p{Alnum}_]|" + HYPHEN + "\\d)"));

    private static final Pattern ORCID_ALONE = Pattern.compile("0{4}-000[1-3]-|0009-00[01]\\d-");
    private static final Pattern ARCHIVE = Pattern.compile("[a-zA-Z.-]{2,18}/");
    private static final int LONGEST_ARCHIVE = 19;
    private static final int LONGEST_NUMBER = 64;

    /** A longer one is none: who has to read so far to refuse it could be kept busy. */
    private static final int LONGEST_NAME = 256;

    private IdentifierValue() {}

    /** Whether the number can be one without a label, or the end of a name whose label stands before that. */
    static boolean mayNeedNoLabel(String text, int digit) {
        return text.startsWith("10.", digit)
                || text.startsWith("00", digit)
                || text.startsWith("PMC", digit - 3)
                || (digit > 2 && text.charAt(digit - 1) == '/' && isOfArchive(text.charAt(digit - 2)));
    }

    /** Where the value begins that has its first digit here: {@code hep-th/9901001} and {@code PMC123} begin with letters. */
    static int startAround(String text, int digit) {
        if (text.startsWith("PMC", digit - 3)) {
            return digit - 3;
        }
        if (digit == 0 || text.charAt(digit - 1) != '/') {
            return digit;
        }
        var start = digit - 1;
        while (start > 0 && digit - start < LONGEST_ARCHIVE && isOfArchive(text.charAt(start - 1))) {
            start--;
        }
        return ARCHIVE.matcher(text).region(start, digit).matches() ? start : digit;
    }

    private static boolean isOfArchive(char c) {
        return UrlChars.isAsciiLetter(c) || c == '-' || c == '.';
    }

    static Optional<Identified> identified(String text, int start, int end, Scheme scheme) {
        return Identifiers.parse(scheme, UrlFinder.cited(text.substring(start, end)));
    }

    /** Exclusive end of a value behind its label; -1 where none of the scheme begins here. */
    static int end(String text, int start, Scheme scheme) {
        return switch (scheme) {
            case DOI -> nameEnd(text, start, LABELLED_PREFIX);
            case HANDLE -> nameEnd(text, start, HANDLE_PREFIX);
            case ISBN -> IsbnRun.end(text, start);
            default ->
                Optional.ofNullable(SHAPES.get(scheme))
                        .map(shape -> lookingAt(shape, text, start))
                        .orElse(-1);
        };
    }

    /** Exclusive end of a value without a label; -1 where none of the scheme begins here. */
    static int bareEnd(String text, int start, Scheme scheme) {
        return switch (scheme) {
            case DOI -> nameEnd(text, start, DOI_PREFIX);
            case PMCID -> text.startsWith("PMC", start) ? end(text, start, scheme) : -1;
            case ORCID -> lookingAt(ORCID_ALONE, text, start) < 0 ? -1 : end(text, start, scheme);
            default -> -1;
        };
    }

    private static int nameEnd(String text, int start, Pattern prefix) {
        var prefixEnd = lookingAt(prefix, text, start);
        if (prefixEnd < 0) {
            return -1;
        }
        var end = ofName(text, start);
        var sici = end < text.length() && text.charAt(end) == '<' ? lookingAt(SICI, text, end) : -1;
        return Math.max(end, sici) > prefixEnd ? Math.max(end, sici) : -1;
    }

    /** Where the pattern ends that begins at an offset; -1 where it does not. */
    static int lookingAt(Pattern pattern, String text, int start) {
        var matcher = pattern.matcher(text)
                .region(start, Math.min(text.length(), start + LONGEST_NUMBER))
                .useTransparentBounds(true);
        return matcher.lookingAt() ? matcher.end() : -1;
    }

    /** How far nothing begins because a DOI would that is too long; the offset itself where that is not so. */
    static int barrenEnd(String text, int start) {
        return lookingAt(DOI_PREFIX, text, start) > 0 && ofName(text, start) == start
                ? start + LONGEST_NAME / 2
                : start;
    }

    /** Exclusive end of a name that is written without spaces; its start where it is too long. */
    static int ofName(String text, int start) {
        var limit = start + LONGEST_NAME;
        var end = UrlEnd.of(text, start, start, Math.min(text.length(), limit));
        return end >= limit ? start : end;
    }
}
