package ibid.identifier;

import java.util.Optional;

/** Records that are numbered through: nothing but the number of digits can be wrong. */
final class Numbered {
    private static final int LONGEST_PMID = 8;
    private static final int LONGEST_PMCID = 9;
    private static final int LONGEST_RFC = 5;

    private Numbered() {}

    /** A record of PubMed. */
    static Optional<Identified> pmid(String text) {
        return number(text, LONGEST_PMID).flatMap(Scheme.PMID::right);
    }

    /** An article of PubMed Central, with or without {@code PMC} and the version of a manuscript behind it. */
    static Optional<Identified> pmcid(String text) {
        var number = text.regionMatches(true, 0, "PMC", 0, 3) ? text.substring(3) : text;
        var dot = number.indexOf('.');
        var article = dot > 0 && Digits.areAll(number.substring(dot + 1)) ? number.substring(0, dot) : number;
        return number(article, LONGEST_PMCID).flatMap(n -> Scheme.PMCID.right("PMC" + n));
    }

    /** A Request for Comments; old ones are often written with leading zeros. */
    static Optional<Identified> rfc(String text) {
        return number(text, LONGEST_RFC).flatMap(Scheme.RFC::right);
    }

    private static Optional<String> number(String text, int longest) {
        if (!Digits.areAll(text) || text.length() > longest) {
            return Optional.empty();
        }
        var number = Integer.parseInt(text);
        return number == 0 ? Optional.empty() : Optional.of(Integer.toString(number));
    }
}
