package ibid.finding;

/** A range of whole lines of a document, both ends included, counted from 1. */
public record Passage(String document, int firstLine, int lastLine) {

    /** Whether a line of the document lies in the passage. */
    boolean holds(int line) {
        return firstLine <= line && line <= lastLine;
    }

    /** Whether all of another passage lies in this one. */
    boolean contains(Passage other) {
        return other.document.equals(document) && firstLine <= other.firstLine && other.lastLine <= lastLine;
    }

    /** {@code line 7} or {@code lines 7-9}. */
    public String lines() {
        return firstLine == lastLine ? "line " + firstLine : "lines " + firstLine + "-" + lastLine;
    }
}
