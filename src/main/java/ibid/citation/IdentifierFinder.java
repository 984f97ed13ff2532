package ibid.citation;

import ibid.identifier.Identified;
import ibid.identifier.Identifier;
import ibid.identifier.Identifiers;
import ibid.identifier.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds identifiers in running text.
 *
 * <p>What is nothing but a number (ISBN, ISSN, PMID, RFC, arXiv, a handle) counts only behind its label; a DOI, {@code PMC1234567}, an
 * ORCID whose check digit is right, and what has a scheme of its own ({@code urn:}, {@code ark:}, {@code swh:}) count without one. What
 * follows a label and is wrong is found too: to say so is for later stages. Nothing is found between backquotes, or inside a longer word
 * or path.
 *
 * <p>The range is what a person would replace. A label belongs to it where it is part of the spelling: glued on ({@code doi:10.1000/1},
 * {@code PMID:123}) or the beginning of the name ({@code RFC 3986}). A label that is a word of the sentence ({@code ISBN 0-306-40615-2},
 * {@code DOI: 10.1000/1}) stays outside, and what is cited names the scheme in its stead: {@code isbn:0-306-40615-2}.
 */
final class IdentifierFinder {
    /** Between the members of a list, with a remark in brackets behind the one before: {@code 0028-0836 (print), 1476-4687 (online)}. */
    private static final Pattern NEXT =
            Pattern.compile("(?: ?\\([^()\\n]{1,20}\\))?\\s{0,3}(?:[,;/&]\\s{0,3}(?:and |or )?|(?:and|or)\\s)(?=\\d)");

    private static final Pattern LIST_GOES_ON = Pattern.compile("\\s{0,2}(?:[,;.)\\]]|$|(?:and|or)\\s)");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern SHORT_SUFFIX = Pattern.compile("10\\.[\\d.]+/.{1,2}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final List<Scheme> WITHOUT_LABEL = List.of(Scheme.DOI, Scheme.PMCID, Scheme.ORCID);
    private static final int SHORTEST_BARE_PMCID = 5;

    /** Communities that number requests for comments of their own. */
    private static final Set<String> OTHER_RFCS = Set.of(
            "rust",
            "ember",
            "react",
            "vue",
            "php",
            "laravel",
            "svelte",
            "yarn",
            "npm",
            "perl",
            "raku",
            "haskell",
            "scala",
            "llvm",
            "clang",
            "cargo",
            "tensorflow",
            "kubernetes",
            "gatsby",
            "eslint",
            "graphql",
            "flow",
            "fuchsia",
            "nix",
            "purescript");

    /** The identifiers in the order of the text, none overlapping another, at most {@code most}. */
    List<Found> find(String text, int most) {
        var found = new ArrayList<Found>();
        var code = new CodeSpans(text);
        var end = 0;
        var numbers = new NumberScan(text);
        for (var i = numbers.next(0); i < text.length() && found.size() < most; i = numbers.next(i + 1)) {
            var one = mayBegin(text, i) ? at(text, i) : Optional.<Found>empty();
            if (one.isPresent()
                    && one.get().start() >= end
                    && !code.holds(one.get().start())) {
                found.add(one.get());
                end = addListed(text, one.get(), found, most);
                i = Math.max(i, end - 1);
            } else if (text.startsWith("10.", i)) {
                i = IdentifierValue.barrenEnd(text, i);
            }
        }
        return found;
    }

    /**
     * Whether an identifier can begin around a digit or at a colon. Every one has a number behind its label or written as only its
     * kind is, or a colon behind its scheme: most numbers are neither, and that is seen without cutting anything out.
     */
    static boolean mayBegin(String text, int at) {
        if (text.charAt(at) == ':') {
            return NamedIdentifier.mayEnd(text, at);
        }
        return UrlChars.isAsciiDigit(text.charAt(at))
                && (at == 0 || !UrlChars.isAsciiDigit(text.charAt(at - 1)))
                && (IdentifierValue.mayNeedNoLabel(text, at) || IdentifierLabel.mayEndBefore(text, at));
    }

    private static Optional<Found> at(String text, int at) {
        if (text.charAt(at) == ':') {
            return NamedIdentifier.before(text, at);
        }
        var start = IdentifierValue.startAround(text, at);
        var label = IdentifierLabel.before(text, start);
        var labelled = label.flatMap(l -> behind(text, l, start));
        return labelled.isPresent() ? labelled : bare(text, start);
    }

    private static Optional<Found> behind(String text, IdentifierLabel label, int start) {
        var scheme = label.scheme();
        if (!isMeant(text, label)) {
            return Optional.empty();
        }
        var end = IdentifierValue.end(text, start, scheme);
        if (end < 0 || IdentifierValue.identified(text, start, end, scheme).isEmpty()) {
            return Optional.empty();
        }
        var isWhole = !label.isPlural() && (label.isGlued() || scheme == Scheme.RFC);
        return Optional.of(isWhole ? found(text, label.start(), end, "") : found(text, start, end, prefix(scheme)));
    }

    /** Whether the label names what follows: {@code rfc822} is a module, a Rust RFC is another series, a handle may be a door's. */
    private static boolean isMeant(String text, IdentifierLabel label) {
        var gap = label.gap();
        return switch (label.scheme()) {
            case RFC ->
                (gap.isEmpty() ? !label.isLowerCase() : gap.equals(":") || gap.equals("-") || gap.isBlank())
                        && !OTHER_RFCS.contains(label.wordBefore(text));
            case HANDLE -> gap.indexOf(':') >= 0;
            case PMCID -> !gap.isEmpty() || !label.isLowerCase();
            default -> true;
        };
    }

    /** What needs no label. */
    private static Optional<Found> bare(String text, int start) {
        if (!IdentifierLabel.isBoundary(text, start)) {
            return Optional.empty();
        }
        for (var scheme : WITHOUT_LABEL) {
            var end = IdentifierValue.bareEnd(text, start, scheme);
            if (end > start && isUnmistakable(text, start, end, scheme)) {
                return Optional.of(found(text, start, end, ""));
            }
        }
        return Optional.empty();
    }

    private static boolean isUnmistakable(String text, int start, int end, Scheme scheme) {
        var value = text.substring(start, end);
        return switch (scheme) {
            // 10.1000/24 may be a network or a fraction, 10.1000/h a price.
            case DOI ->
                !SHORT_SUFFIX.matcher(value).matches() && isRight(IdentifierValue.identified(text, start, end, scheme));
            case PMCID -> value.length() >= SHORTEST_BARE_PMCID + "PMC".length();
            default -> isRight(IdentifierValue.identified(text, start, end, scheme));
        };
    }

    private static boolean isRight(Optional<Identified> identified) {
        return identified.filter(Identifier.class::isInstance).isPresent();
    }

    /** Adds the others behind one label, {@code PMID: 123, 456}; where the last one ends. */
    private static int addListed(String text, Found first, List<Found> found, int most) {
        var end = first.end();
        var scheme = Identifiers.parse(first.cited()).map(Identified::scheme).orElse(Scheme.DOI);
        var next = next(text, first, end, scheme);
        while (next.isPresent() && found.size() < most) {
            found.add(next.get());
            end = next.get().end();
            next = next(text, first, end, scheme);
        }
        return end;
    }

    private static Optional<Found> next(String text, Found first, int behind, Scheme scheme) {
        var separator = NEXT.matcher(text)
                .region(behind, Math.min(text.length(), behind + 40))
                .useTransparentBounds(true);
        if (!isListed(text, first, scheme) || !separator.lookingAt()) {
            return Optional.empty();
        }
        var start = separator.end();
        var end = IdentifierValue.end(text, start, scheme);
        if (end < 0 || !isRight(IdentifierValue.identified(text, start, end, scheme))) {
            return Optional.empty();
        }
        var isNumberAlone = scheme == Scheme.PMID || scheme == Scheme.RFC;
        var goesOn = LIST_GOES_ON
                .matcher(text)
                .region(end, Math.min(text.length(), end + 8))
                .lookingAt();
        var isOther = isNumberAlone
                && (!goesOn || YEAR.matcher(text.substring(start, end)).matches());
        return isOther ? Optional.empty() : Optional.of(found(text, start, end, prefix(scheme)));
    }

    /** "RFC 822, 1982" is one RFC; "RFCs 821 and 822" are two. What needs no label is found by itself. */
    private static boolean isListed(String text, Found first, Scheme scheme) {
        return switch (scheme) {
            case PMID, ISBN, ISSN, ARXIV -> true;
            case RFC -> UrlChars.isAsciiDigit(text.charAt(first.start()));
            default -> false;
        };
    }

    private static Found found(String text, int start, int end, String prefix) {
        return Found.of(
                CitationKind.IDENTIFIER,
                start,
                end,
                prefix
                        + BLANKS.matcher(UrlFinder.cited(text.substring(start, end)))
                                .replaceAll(" "));
    }

    private static String prefix(Scheme scheme) {
        return scheme.name().toLowerCase(Locale.ROOT) + ":";
    }
}
