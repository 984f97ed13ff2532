package ibid.citation;

/** The places of a text that may hold a cut: three dots or an ellipsis. Nearly every text has none, which is seen at once. */
final class TruncationRuns {
    private final String text;
    private int dots;
    private int ellipsis;

    TruncationRuns(String text) {
        this.text = text;
        this.dots = text.indexOf("...");
        this.ellipsis = text.indexOf('…');
    }

    /** Whether one begins at the offset or behind it; offsets only grow from call to call. */
    boolean hasNext(int from) {
        // What was once not there is not looked for again: that would be the square of the text.
        dots = dots >= 0 && dots < from ? text.indexOf("...", from) : dots;
        ellipsis = ellipsis >= 0 && ellipsis < from ? text.indexOf('…', from) : ellipsis;
        return dots >= 0 || ellipsis >= 0;
    }

    /** The first that {@link #hasNext} found. */
    TruncationRun next() {
        return TruncationRun.at(text, dots < 0 || (ellipsis >= 0 && ellipsis < dots) ? ellipsis : dots);
    }
}
