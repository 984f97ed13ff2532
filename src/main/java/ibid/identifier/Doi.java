package ibid.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Digital Object Identifier (ISO 26324). It has no check digit; its suffix may hold any character that is printed, SICI's brackets
 * among them, and case means nothing.
 */
final class Doi {
    private static final Pattern PREFIX = Pattern.compile("(\\d{1,3})\\.(\\d{1,12})(?:\\.\\d{1,9}){0,4}/");
    private static final Pattern SHORT = Pattern.compile("10/([a-z0-9]{3,10})");

    /** The end of a Serial Item and Contribution Identifier (ANSI/NISO Z39.56). */
    private static final Pattern SICI = Pattern.compile(">\\d{1,2}\\.\\d{1,2}\\.[a-z]{2};\\d-");

    /** Works that have an identifier of their own: a DOI that only wraps it is another spelling of it. */
    private static final String ARXIV = "10.48550/arxiv.";

    private static final String RFC = "10.17487/rfc";

    private Doi() {}

    static Optional<Identified> read(String text) {
        var doi = text.toLowerCase(Locale.ROOT);
        if (SHORT.matcher(doi).matches()) {
            return Scheme.DOI.right(doi);
        }
        var prefix = PREFIX.matcher(doi);
        if (!prefix.lookingAt() || prefix.end() == doi.length() || !isPrinted(doi)) {
            return Optional.empty();
        }
        if (!prefix.group(1).equals("10")) {
            return Scheme.DOI.wrong(text, "it begins with " + prefix.group(1) + " where every DOI begins with 10");
        }
        var registrant = prefix.group(2).length();
        if (registrant < 4 || registrant > 9) {
            return Scheme.DOI.wrong(
                    text,
                    "its registrant \"" + prefix.group(2) + "\" has " + registrant
                            + (registrant == 1 ? " digit" : " digits") + " where there are 4 to 9");
        }
        return wrapped(doi).or(() -> Scheme.DOI.right(doi));
    }

    private static Optional<Identified> wrapped(String doi) {
        if (doi.startsWith(ARXIV)) {
            return Arxiv.read(doi.substring(ARXIV.length())).filter(Identifier.class::isInstance);
        }
        return doi.startsWith(RFC) ? Numbered.rfc(doi.substring(RFC.length())) : Optional.empty();
    }

    /** Braces, and brackets that no SICI has, are a blank to be filled in; dots are what was left out. */
    private static boolean isPrinted(String doi) {
        var isBlank = (doi.indexOf('<') >= 0 && !SICI.matcher(doi).find())
                || doi.indexOf('{') >= 0
                || doi.indexOf('…') >= 0
                || doi.contains("...");
        return !isBlank
                && doi.chars()
                        .noneMatch(c ->
                                Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c));
    }

    /** The short form's own part; empty for a DOI in full. */
    static Optional<String> shortened(String value) {
        var matcher = SHORT.matcher(value);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
