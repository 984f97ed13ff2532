package ibid.fix;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import ibid.fix.Mended.Changed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A change as a unified diff, as {@code git apply} and {@code patch} read it. */
public final class Patch {
    private static final int CONTEXT = 3;
    private static final String NO_END = "\\ No newline at end of file";

    private Patch() {}

    /** Its lines without their LF; a line that ends in CR LF keeps its CR. */
    public static List<String> of(Changed changed) {
        var before = lines(new String(changed.before(), changed.charset()));
        var after = lines(new String(changed.after(), changed.charset()));
        var written = UnifiedDiffUtils.generateUnifiedDiff(
                "a/" + changed.path(), "b/" + changed.path(), before, DiffUtils.diff(before, after), CONTEXT);
        // What ends without an LF is one line and a remark of the format, which the differ does not know of.
        var lines = new ArrayList<String>();
        for (var line : written) {
            lines.addAll(Arrays.asList(line.split("\n", -1)));
        }
        return lines;
    }

    private static List<String> lines(String text) {
        var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        var last = lines.size() - 1;
        if (lines.get(last).isEmpty()) {
            lines.remove(last);
        } else {
            lines.set(last, lines.get(last) + "\n" + NO_END);
        }
        return lines;
    }
}
