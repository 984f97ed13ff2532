package ibid.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sees to it that of several fixes for the same bytes only the first is safe: they cannot all be applied. */
final class FirstEdits {
    private final Map<String, TreeMap<Long, Long>> taken = new HashMap<>();

    /** The same findings, in the same order. */
    static List<Finding> keptSafe(List<Finding> findings) {
        var first = new FirstEdits();
        return findings.stream().map(first::kept).toList();
    }

    private Finding kept(Finding finding) {
        var fixes = new ArrayList<Fix>();
        for (var fix : finding.fixes()) {
            var isFree = fix.safe() && fix.edits().stream().noneMatch(this::isTaken);
            if (isFree) {
                fix.edits().forEach(this::take);
            }
            fixes.add(isFree ? fix : fix.unsafe());
        }
        return finding.withFixes(fixes);
    }

    /** What is taken never overlaps, so that the last edit before the end of this one is the only one to look at. */
    private boolean isTaken(Fix.Edit edit) {
        var before = taken.getOrDefault(edit.document(), new TreeMap<>()).lowerEntry(edit.byteEnd());
        return before != null && before.getValue() > edit.byteOffset();
    }

    private void take(Fix.Edit edit) {
        taken.computeIfAbsent(edit.document(), document -> new TreeMap<>()).put(edit.byteOffset(), edit.byteEnd());
    }
}
