package ibid.document.markup;

import ibid.document.ExplicitLink;
import java.util.Map;
import java.util.Set;

/** The files that a LaTeX document takes in, with the ending that LaTeX would add. */
final class LatexFiles {
    /** What is added to a name without ending; nothing where it may be one of many. */
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("input", ".tex"),
            Map.entry("include", ".tex"),
            Map.entry("subfile", ".tex"),
            Map.entry("bibliography", ".bib"),
            Map.entry("addbibresource", ""),
            Map.entry("includegraphics", ""),
            Map.entry("includepdf", ".pdf"),
            Map.entry("lstinputlisting", ""),
            Map.entry("verbatiminput", ""),
            Map.entry("VerbatimInput", ""));

    /** Files of TeX distributions, which stand beside no document. */
    private static final Set<String> DISTRIBUTED =
            Set.of("glyphtounicode", "epsf", "xy", "pstricks", "tikz", "eplain", "pdfcolor");

    private final Collected into;
    private final boolean knowsFolder;
    private final boolean knowsPictures;

    LatexFiles(Collected into) {
        this.into = into;
        var text = into.source();
        this.knowsFolder = text.contains("\\documentclass") || text.contains("\\begin{document}");
        this.knowsPictures = !text.contains("\\graphicspath");
    }

    static boolean isOne(String command) {
        return ENDINGS.containsKey(command);
    }

    /** Adds the files that an argument names, in a list with commas. */
    void add(String command, int from, int to) {
        var at = from;
        while (at < to) {
            var comma = Spaces.find(into.source(), ',', at, to);
            var end = comma < 0 || command.startsWith("include") ? to : comma;
            addOne(command, Spaces.skip(into.source(), at, end), Spaces.trimmedEnd(into.source(), at, end));
            at = end + 1;
        }
    }

    private void addOne(String command, int from, int to) {
        if (from >= to) {
            return;
        }
        var name = into.source().substring(from, to);
        var isAddress = name.contains("://");
        var isPicture = command.equals("includegraphics");
        var isUnsure = !knowsFolder || (isPicture && !knowsPictures) || DISTRIBUTED.contains(name);
        if (name.chars().anyMatch(c -> "\\#{}".indexOf(c) >= 0) || (isUnsure && !isAddress)) {
            return;
        }
        var ending = isAddress || hasEnding(name) ? "" : ENDINGS.getOrDefault(command, "");
        if (isAddress || hasEnding(name) || !ending.isEmpty()) {
            into.link(isPicture ? ExplicitLink.Kind.IMAGE : ExplicitLink.Kind.LINK, name + ending, from, to, "");
        }
    }

    private static boolean hasEnding(String name) {
        return name.indexOf('.', name.lastIndexOf('/') + 1) > 0;
    }
}
