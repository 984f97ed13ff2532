package ibid.document.markup;

import ibid.document.SourceText;

/** Program text of AsciiDoc: what stands between two lines of four or more {@code -}, {@code .} or {@code +}, or two fences. */
final class AsciiDocCodeLines implements CodeLines {
    private static final int SHORTEST = 4;

    private String opened = "";

    /** Length of the line before, 0 where it is blank. */
    private int lengthBefore;

    @Override
    public boolean holds(SourceText source, int line, boolean isBlank) {
        var length = source.lineEnd(line) - source.lineStart(line);
        var fence = isBlank || length > 200 ? "" : fence(source.line(line).stripTrailing());
        // Below a line of about its length it is that title's rule and no fence.
        var isRule = lengthBefore > 0 && Math.abs(lengthBefore - length) <= 2;
        lengthBefore = isBlank ? 0 : length;
        if (opened.isEmpty()) {
            opened = isRule ? "" : fence;
            return !opened.isEmpty();
        }
        if (fence.equals(opened)) {
            opened = "";
        }
        return true;
    }

    private static String fence(String line) {
        if (line.startsWith("```")) {
            return "```";
        }
        if (line.length() < SHORTEST || "-.+".indexOf(line.charAt(0)) < 0) {
            return "";
        }
        return line.chars().allMatch(c -> c == line.charAt(0)) ? line : "";
    }
}
