package ibid.fix;

import ibid.finding.Fix;
import ibid.finding.Fix.Edit;
import ibid.finding.Mendable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The edits that are to be made: of several for the same bytes the first, in the order of the report.
 *
 * @param documents by path; those without an edit are not in it
 * @param left places that only fixes which are not wanted would mend
 */
public record Plan(List<PlannedDocument> documents, int left) {
    public Plan {
        documents = List.copyOf(documents);
    }

    /**
     * The edits of one document.
     *
     * @param charset its name; empty where the document could not be read
     * @param sha256 of the bytes that the offsets count in
     * @param edits from its first byte to its last, none overlapping another
     */
    public record PlannedDocument(String path, String charset, String sha256, List<Edit> edits) {
        public PlannedDocument {
            edits = List.copyOf(edits);
        }
    }

    public static Plan of(Mendable report, Choice choice) {
        Map<String, Places> chosen = new TreeMap<>();
        var passedOver = new ArrayList<Edit>();
        for (var finding : report.findings()) {
            if (choice.wants(finding)) {
                for (var fix : choice.ordered(finding)) {
                    if (choice.wants(fix)) {
                        take(fix, chosen);
                    } else {
                        passedOver.addAll(fix.edits());
                    }
                }
            }
        }
        var documents = report.documents().stream()
                .filter(document -> chosen.containsKey(document.path()))
                .map(document -> new PlannedDocument(
                        document.path(),
                        document.charset(),
                        document.sha256(),
                        chosen.getOrDefault(document.path(), new Places()).edits()))
                .toList();
        return new Plan(documents, left(passedOver, chosen));
    }

    /** Each edit of a fix mends one place by itself, so that one which is taken does not keep the others from being made. */
    private static void take(Fix fix, Map<String, Places> chosen) {
        for (var edit : fix.edits()) {
            chosen.computeIfAbsent(edit.document(), document -> new Places()).take(edit);
        }
    }

    private static int left(List<Edit> passedOver, Map<String, Places> chosen) {
        Map<String, Places> left = new TreeMap<>();
        var count = 0;
        for (var edit : passedOver) {
            var taken = chosen.get(edit.document());
            if ((taken == null || taken.isFree(edit))
                    && left.computeIfAbsent(edit.document(), document -> new Places())
                            .take(edit)) {
                count++;
            }
        }
        return count;
    }

    /** How many places the edits change. */
    public int edits() {
        return documents.stream().mapToInt(document -> document.edits().size()).sum();
    }

    /** Edits of one document that do not overlap. */
    private static final class Places {
        private final TreeMap<Long, Edit> byOffset = new TreeMap<>();

        List<Edit> edits() {
            return List.copyOf(byOffset.values());
        }

        /** Two edits of nothing at one offset overlap, too: which comes first would be chance. */
        boolean isFree(Edit edit) {
            var before = byOffset.floorEntry(edit.byteOffset());
            if (before != null
                    && (before.getKey() == edit.byteOffset() || end(before.getValue()) > edit.byteOffset())) {
                return false;
            }
            var after = byOffset.higherEntry(edit.byteOffset());
            return after == null || after.getKey() >= end(edit);
        }

        boolean take(Edit edit) {
            var isFree = isFree(edit);
            if (isFree) {
                byOffset.put(edit.byteOffset(), edit);
            }
            return isFree;
        }

        private static long end(Edit edit) {
            return edit.byteOffset() + edit.byteLength();
        }
    }
}
