package ibid.finding;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedTarget;
import ibid.identifier.Scheme;
import ibid.registry.Agreement;
import ibid.registry.Claim;
import ibid.registry.Work;
import ibid.target.Target.IdentifierTarget;
import ibid.target.TargetKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What citations say of a work, beside what its register says of it.
 *
 * <p>A bibliography's entry says it in fields. Running text may say anything around an identifier: that it holds the title is a good
 * sign, and that it does not is none, but for a link in a list of sources whose words have the shape of a title.
 */
final class CitedWorks {
    private static final Pattern LISTING = Pattern.compile(
            "\\b(?:references?|bibliography|literature|sources|works cited|further reading|reading"
                    + " list|literatur(?:verzeichnis)?"
                    + "|quellen|einzelnachweise|bibliographie|références|bibliografía|referencias|referências|bibliografia"
                    + "|fonti|bronnen|referenties|källor|referenser|kilder|bibliografie|źródła)\\b|литература|источники|参考文献|文献",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:1[4-9]|20)\\d\\d(?!\\d)");

    private CitedWorks() {}

    /** The targets, those that registers describe with a sentence on how their citations agree. */
    static List<ReportedTarget> told(List<ReportedTarget> targets, List<ReportedCitation> citations) {
        if (targets.stream().allMatch(target -> target.work().isEmpty())) {
            return targets;
        }
        var index = new CitationIndex(citations);
        return targets.stream()
                .map(target -> target.work()
                        .flatMap(work -> agreement(target, work, index.of(target.id())))
                        .map(sentence -> target.with(target.outcome().and(sentence)))
                        .orElse(target))
                .toList();
    }

    private static Optional<String> agreement(ReportedTarget target, Work work, List<ReportedCitation> citations) {
        Set<String> agreeing = new TreeSet<>();
        Set<String> differing = new TreeSet<>();
        for (var cited : citations) {
            claim(target, cited.citation()).ifPresent(claim -> {
                var agreement = work.agreement(claim);
                if (agreement.isOfOneWork()) {
                    agreeing.add(agreement.agreeing());
                    Optional.of(agreement.differing())
                            .filter(what -> !what.isEmpty())
                            .ifPresent(what -> differing.add(what + ": the citation says " + Agreement.shown(claim)));
                }
            });
        }
        if (agreeing.isEmpty()) {
            return Optional.empty();
        }
        // The fullest agreement of all citations is what recognises the work.
        var most =
                agreeing.stream().max(Comparator.comparingInt(String::length)).orElse("");
        return Optional.of(most + (most.contains(" and ") ? " agree" : " agrees") + " with what the citation says"
                + differing.stream()
                        .findFirst()
                        .map(what -> "; not so its " + what)
                        .orElse(""));
    }

    /** What a citation says of the work; empty where it says nothing, or the identifier may be that of something around the work. */
    static Optional<Claim> claim(ReportedTarget target, Citation citation) {
        if (!(target.target() instanceof IdentifierTarget identifier)
                || !namesWorks(identifier.id().scheme())) {
            return Optional.empty();
        }
        var context = citation.context();
        if (isOfEntry(citation)) {
            return Optional.of(new Claim(context.title(), context.author(), context.date()));
        }
        var words = context.linkText().or(context::sentence);
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new Claim(
                        words, Optional.empty(), context.sentence().flatMap(CitedWorks::year), context.sentence()));
    }

    /** Whether the claim may be held against the citation; an entry on a chapter gives the ISBN of the whole book. */
    static boolean isBinding(ReportedTarget target, Citation citation) {
        var context = citation.context();
        if (target.target().kind() == TargetKind.ISBN) {
            return false;
        }
        return isOfEntry(citation)
                || (context.linkText().filter(CitedWorks::looksLikeTitle).isPresent()
                        && context.heading()
                                .filter(heading -> LISTING.matcher(heading).find())
                                .isPresent());
    }

    /** A journal and a person are no works that an entry would be titled by. */
    private static boolean namesWorks(Scheme scheme) {
        return switch (scheme) {
            case ISSN, ORCID -> false;
            default -> true;
        };
    }

    /** Whether an entry names the identifier in a field of its own, and not in a note about another work. */
    private static boolean isOfEntry(Citation citation) {
        var isListed = citation.kind() == CitationKind.BIBLIOGRAPHY || citation.kind() == CitationKind.IDENTIFIER;
        var isInText = citation.context()
                .sentence()
                .filter(text -> text.contains(citation.text()))
                .isPresent();
        return isListed
                && citation.role() == Citation.Role.ENTRY
                && citation.place().location().isPresent()
                && citation.context().title().isPresent()
                && !isInText;
    }

    private static boolean looksLikeTitle(String words) {
        var first = words.strip();
        return !first.isEmpty()
                && !first.toLowerCase(Locale.ROOT).contains("doi")
                && !Character.isLowerCase(first.codePointAt(0));
    }

    /** The year of a sentence that names but one. */
    private static Optional<String> year(String sentence) {
        var years = new ArrayList<String>();
        var found = YEAR.matcher(sentence);
        while (found.find()) {
            years.add(found.group());
        }
        return years.size() == 1 ? Optional.of(years.get(0)) : Optional.empty();
    }
}
