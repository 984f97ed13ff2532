package ibid.finding;

import ibid.citation.Citation;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.Report.ReportedTarget;
import ibid.resolution.Outcome;
import ibid.target.Target.IdentifierTarget;
import ibid.target.Target.UrlTarget;
import ibid.target.TargetKind;
import ibid.url.Url;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the rules judge, in the order of the report: what is passed over is not among it. */
record Facts(
        List<ReportedDocument> documents,
        List<ReportedCitation> citations,
        List<ReportedTarget> targets,
        List<RepeatedPassage> passages,
        RedirectEnds ends,
        CitationIndex index,
        Map<String, ReportedTarget> byId,
        Map<String, ReportedDocument> documentsByPath,
        CopiesBeside copies) {

    static Facts of(
            List<ReportedDocument> documents,
            List<ReportedCitation> citations,
            List<ReportedTarget> targets,
            List<RepeatedPassage> passages,
            RedirectEnds ends,
            CopiesBeside copies) {
        Map<String, ReportedTarget> byId = new HashMap<>();
        targets.forEach(target -> byId.put(target.id(), target));
        Map<String, ReportedDocument> documentsByPath = new HashMap<>();
        documents.forEach(document -> documentsByPath.put(document.path(), document));
        var judged = citations.stream()
                .filter(cited -> cited.citation().passedOver().isEmpty())
                .toList();
        var index = new CitationIndex(judged);
        var cited = targets.stream()
                .filter(target -> !index.of(target.id()).isEmpty())
                .toList();
        return new Facts(documents, judged, cited, passages, ends, index, byId, documentsByPath, copies);
    }

    List<ReportedCitation> citationsOf(ReportedTarget target) {
        return index.of(target.id());
    }

    /** The document that cites. */
    Optional<ReportedDocument> documentOf(Citation citation) {
        return Optional.ofNullable(documentsByPath.get(citation.document()));
    }

    /** The key of what is cited: unlike its id the same in every run. */
    String keyOf(ReportedCitation cited) {
        var target = byId.get(cited.target());
        return target == null ? "" : target.target().key();
    }

    /** The web address that is cited, without what carries it. */
    Optional<Url> urlOf(ReportedCitation cited) {
        return Optional.ofNullable(byId.get(cited.target()))
                .flatMap(
                        target -> target.target() instanceof UrlTarget url ? Optional.of(url.url()) : Optional.empty());
    }

    /** The key of the source that is cited, by its address alone. */
    String sourceOf(ReportedCitation cited) {
        return Optional.ofNullable(byId.get(cited.target()))
                .flatMap(target -> SourceKey.of(target.target()))
                .orElse("");
    }

    /** What became of what is cited. */
    Optional<Outcome> outcomeOf(ReportedCitation cited) {
        return Optional.ofNullable(byId.get(cited.target())).map(ReportedTarget::outcome);
    }

    /** The kind of what is cited. */
    Optional<TargetKind> kindOf(ReportedCitation cited) {
        return Optional.ofNullable(byId.get(cited.target())).map(t -> t.target().kind());
    }

    /** Whether an identifier is cited, and not merely an address. */
    boolean isIdentifier(ReportedCitation cited) {
        return Optional.ofNullable(byId.get(cited.target()))
                .filter(t -> t.target() instanceof IdentifierTarget)
                .isPresent();
    }

    /** How a message names what is cited. */
    String shown(ReportedCitation cited) {
        var target = byId.get(cited.target());
        return target == null ? cited.citation().cited() : Targets.shown(target.target());
    }
}
