package ibid.cli;

/** How a run ends, for whoever started it; the lowest cause that applies in this order wins: 2, 3, 1, 0. */
final class ExitCode {
    static final int FINE = 0;
    /** Findings at or above {@code --fail-on}. */
    static final int FINDINGS = 1;
    /** A wrong option, option value, configuration or named path: nothing was scanned. */
    static final int USAGE = 2;
    /** The run is incomplete; its reports were written. */
    static final int INCOMPLETE = 3;

    private ExitCode() {}
}
