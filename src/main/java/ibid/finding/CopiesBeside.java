package ibid.finding;

import ibid.archive.Snapshot;
import ibid.config.RobustLinks;
import ibid.document.RobustLink;
import ibid.document.RobustText;
import ibid.document.Span;
import ibid.finding.Report.ReportedCitation;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.Report.ReportedTarget;
import ibid.resolution.Verdict;
import ibid.target.Target.UrlTarget;
import ibid.url.ArchivedCopies;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What documents say of copies beside their links, and how they would name one. This is found by a second look at the
 * documents that have a link to what is gone, or to what is to be named: each is looked at once.
 */
final class CopiesBeside {
    static final CopiesBeside NONE = new CopiesBeside(Map.of());

    private final Map<String, Beside> byCitation;

    private CopiesBeside(Map<String, Beside> byCitation) {
        this.byCitation = byCitation;
    }

    /**
     * What is known of one citation.
     *
     * @param leadsToCopy whether its document leads readers to a copy already
     * @param naming the edit that names the copy of its target, where that is wished and there is something to write
     */
    record Beside(boolean leadsToCopy, Optional<Fix.Edit> naming) {}

    /** @param documents the text of a document and its links; empty where it cannot be looked at again */
    record Look(RobustLinks wish, Function<ReportedDocument, Optional<RobustText>> documents) {
        static final Look NONE = new Look(RobustLinks.NONE, document -> Optional.empty());

        CopiesBeside at(
                List<ReportedDocument> documents, List<ReportedCitation> citations, List<ReportedTarget> targets) {
            Map<String, Named> named = new HashMap<>();
            targets.forEach(target -> Named.of(target, wish).ifPresent(found -> named.put(target.id(), found)));
            var byDocument = citations.stream()
                    .filter(cited -> named.containsKey(cited.target())
                            && cited.citation().passedOver().isEmpty())
                    .collect(Collectors.groupingBy(cited -> cited.citation().document()));
            Map<String, Beside> found = new HashMap<>();
            for (var document : documents) {
                var concerned = byDocument.getOrDefault(document.path(), List.of());
                var text = concerned.isEmpty() ? Optional.<RobustText>empty() : this.documents.apply(document);
                if (text.isPresent()) {
                    for (var cited : concerned) {
                        Optional.ofNullable(named.get(cited.target()))
                                .flatMap(target -> target.beside(cited, text.get()))
                                .ifPresent(beside -> found.put(cited.id(), beside));
                    }
                }
            }
            return new CopiesBeside(found);
        }
    }

    /** A target, with the copy that is to be named beside its citations. */
    private record Named(UrlTarget target, boolean isGone, Optional<CopyToCite> copies) {

        /** Empty where no document needs to be looked at for it. */
        static Optional<Named> of(ReportedTarget target, RobustLinks wish) {
            var verdict = target.outcome().verdict();
            var isGone = verdict == Verdict.BROKEN;
            var isThere = verdict == Verdict.ALIVE || verdict == Verdict.MOVED;
            if (!(target.target() instanceof UrlTarget url)
                    || ArchivedCopies.of(url.url()).isPresent()
                    || !(isGone || (isThere && wish == RobustLinks.ALL))) {
                return Optional.empty();
            }
            var copies = wish == RobustLinks.NONE ? Optional.<CopyToCite>empty() : CopyToCite.of(target);
            return isGone || copies.isPresent() ? Optional.of(new Named(url, isGone, copies)) : Optional.empty();
        }

        Optional<Beside> beside(ReportedCitation cited, RobustText text) {
            return cited.citation().place().span().flatMap(span -> {
                var source = text.source();
                return text.links()
                        .at(offset(text, span.line(), span.column()), offset(text, span.endLine(), span.endColumn()))
                        .filter(link -> copies.isPresent() || link.leadsToCopy())
                        .map(link -> new Beside(
                                isGone && link.leadsToCopy(),
                                copies.flatMap(known -> link.naming(named(known.nearest(cited))))
                                        .map(change -> edit(
                                                cited, source.span(change.start(), change.end()), change.text()))));
            });
        }

        private RobustLink.Copy named(Snapshot snapshot) {
            return new RobustLink.Copy(
                    target.url().text(),
                    snapshot.url(),
                    LocalDate.ofInstant(snapshot.capturedAt(), ZoneOffset.UTC),
                    isGone);
        }

        private static int offset(RobustText text, int line, int column) {
            return text.source().lineStart(line) + column - 1;
        }

        private static Fix.Edit edit(ReportedCitation cited, Span span, String written) {
            return new Fix.Edit(cited.citation().document(), span.byteOffset(), span.byteLength(), written);
        }
    }

    /** Empty where its document has no place for a copy there, or names none and is to name none. */
    Optional<Beside> of(ReportedCitation cited) {
        return Optional.ofNullable(byCitation.get(cited.id()));
    }

    boolean leadsToCopy(ReportedCitation cited) {
        return of(cited).filter(Beside::leadsToCopy).isPresent();
    }

    /** The edits that name copies beside citations, in their order. */
    List<Fix.Edit> naming(List<ReportedCitation> citations) {
        return citations.stream()
                .flatMap(cited -> of(cited).flatMap(Beside::naming).stream())
                .toList();
    }
}
