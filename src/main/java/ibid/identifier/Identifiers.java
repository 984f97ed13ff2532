package ibid.identifier;

import ibid.url.PercentEncoding;
import ibid.url.Url;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads identifiers in every spelling: with a label ({@code doi:10.1000/1}, {@code ISBN-13: 978-0-306-40615-7}, {@code RFC 3986}), as
 * a name with a scheme of its own ({@code urn:}, {@code ark:}, {@code swh:}, {@code info:}), as an address, and bare where nothing
 * else is written so.
 */
public final class Identifiers {
    private static final Pattern ADDRESS = Pattern.compile("https?://.+", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9-]{1,30}(?:\\.[a-z0-9-]{1,30}){1,4}/.+", Pattern.CASE_INSENSITIVE);
    private static final Pattern INFO = Pattern.compile("info:(doi|hdl|pmid|arxiv)/(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern INFO_ARK = Pattern.compile("info:ark/(.+)", Pattern.CASE_INSENSITIVE);

    /** A word, and what people put between it and the number: {@code ISBN-13 (print):}, {@code ORCID iD}, {@code arXiv preprint}. */
    private static final Pattern LABELLED = Pattern.compile(
            "(?:[ep]-)?([a-z]{3,6})(?:[ -]?(?:10|13)(?=[ :])|-L)?(?: ?\\([^()]{1,20}\\))?(?:"
                    + " (?:id|no\\.?|number|preprint))?[\\s\u00A0]*[:=#]?[\\s\u00A0]*(.+)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern BARE_ORCID = Pattern.compile("\\d{4}-\\d{4}-\\d{4}-\\d{3}[\\dX]");

    /** What stands alone where a person writes one: of what has a check digit wrong ones, too. */
    private static final Pattern ALONE_ISBN =
            Pattern.compile("97[89][ -]?(?:\\d[ -]?){9}\\d|\\d{9}[\\dXx]|\\d{1,5}(?:[ -]\\d{1,7}){2}[ -][\\dXx]");

    private static final Pattern ALONE_ISSN = Pattern.compile("\\d{4}-\\d{3}[\\dXx]");
    private static final Pattern ALONE_DOI = Pattern.compile("10\\.\\d{4,9}(?:/\\S*)?");

    private Identifiers() {}

    /** What a text spells; empty where it spells no identifier. Punctuation that only ends the sentence is no part of it. */
    public static Optional<Identified> parse(String text) {
        var spelled = Trailing.without(text.strip());
        if (ADDRESS.matcher(spelled).matches()) {
            return Url.parse(text.strip()).flatMap(Identifiers::of);
        }
        return named(spelled)
                .or(() -> labelled(spelled))
                .or(() -> bare(spelled))
                .or(() -> HOST.matcher(spelled).matches()
                        ? Url.parse("https://" + text.strip()).flatMap(Identifiers::of)
                        : Optional.empty());
    }

    /**
     * What a text spells that is known to be an identifier of a scheme, such as the value of a bibliography's field; empty where it
     * has not even the shape of one.
     */
    public static Optional<Identified> parse(Scheme scheme, String text) {
        return parse(text).or(() -> scheme.read(Trailing.without(text.strip())));
    }

    /**
     * What a text spells that says of what scheme it is ({@code issn:12}), and is wrong where it has not even the shape; empty where
     * it names no scheme, or leaves the value open ({@code doi:forthcoming}).
     */
    public static Optional<Identified> parseLabelled(String text) {
        return parse(text)
                .or(() -> PercentEncoding.decoded(text).flatMap(Identifiers::parse))
                .or(() -> Misshapen.read(text.strip()));
    }

    /**
     * The spelling with a label of what a person writes where nothing but a citation is expected; empty where it looks like no
     * identifier. The digits of an ISBN or ISSN are found in no running text without one.
     */
    public static Optional<String> labelledAlone(String text) {
        var alone = text.strip();
        if (ALONE_ISBN.matcher(alone).matches()) {
            return Optional.of("isbn:" + alone);
        }
        if (ALONE_ISSN.matcher(alone).matches()) {
            return Optional.of("issn:" + alone);
        }
        return ALONE_DOI.matcher(alone).matches() ? Optional.of("doi:" + alone) : Optional.empty();
    }

    /**
     * What an address spells; empty where it is no spelling of an identifier, or says more than the identifier would: a query or a
     * fragment that means something is not dropped.
     */
    public static Optional<Identified> of(Url url) {
        return IdentifierUrl.read(url);
    }

    /** Whether an address that spells an identifier is a page of the publisher, and none of a resolver. */
    public static boolean isOnPublishersPage(Url url) {
        return IdentifierUrl.isOnPublishersPage(url);
    }

    private static Optional<Identified> named(String text) {
        var colon = text.indexOf(':');
        if (colon < 3 || colon > 4) {
            return Optional.empty();
        }
        return switch (text.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "urn" -> Urn.read(text);
            case "ark" -> Ark.read(text);
            case "swh" -> Swhid.read(text);
            case "info" -> info(text);
            default -> Optional.empty();
        };
    }

    private static Optional<Identified> info(String text) {
        var ark = INFO_ARK.matcher(text);
        if (ark.matches()) {
            return Ark.read("ark:" + ark.group(1));
        }
        var info = INFO.matcher(text);
        return info.matches() ? Scheme.labelled(info.group(1)).flatMap(s -> s.read(info.group(2))) : Optional.empty();
    }

    private static Optional<Identified> labelled(String text) {
        var matcher = LABELLED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var rest = matcher.group(2);
        return Scheme.labelled(matcher.group(1))
                // Two labels in a row: "PMCID: PMC123", "arXiv preprint arXiv:1706.03762".
                .flatMap(scheme -> scheme.read(rest).or(() -> labelledAgain(scheme, rest)));
    }

    private static Optional<Identified> labelledAgain(Scheme scheme, String rest) {
        var again = LABELLED.matcher(rest);
        return again.matches() && Scheme.labelled(again.group(1)).equals(Optional.of(scheme))
                ? scheme.read(again.group(2))
                : Optional.empty();
    }

    private static Optional<Identified> bare(String text) {
        if (text.startsWith("10.")) {
            // 10.0.0.0/24 is no wrong DOI.
            return Doi.read(text).filter(Identifier.class::isInstance);
        }
        return BARE_ORCID.matcher(text).matches() ? Orcid.read(text) : Optional.empty();
    }
}
