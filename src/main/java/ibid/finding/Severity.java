package ibid.finding;

import java.util.Locale;

/** How much a finding matters, from least to most. */
public enum Severity {
    NOTE,
    WARNING,
    ERROR;

    /** The name in the report. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
