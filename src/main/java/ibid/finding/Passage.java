package ibid.finding;

/** A range of whole lines of a document, both ends included, counted from 1. */
record Passage(String document, int firstLine, int lastLine) {

    /** {@code line 7} or {@code lines 7-9}. */
    String lines() {
        return firstLine == lastLine ? "line " + firstLine : "lines " + firstLine + "-" + lastLine;
    }
}
