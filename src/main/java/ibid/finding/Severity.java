package ibid.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much a finding matters, from least to most. */
public enum Severity {
    NOTE,
    WARNING,
    ERROR;

    /** In the order in which a report names them. */
    public static final List<Severity> WORST_FIRST = List.of(ERROR, WARNING, NOTE);

    /** The severity of this name, if there is one. */
    public static Optional<Severity> named(String label) {
        return WORST_FIRST.stream()
                .filter(severity -> severity.label().equals(label))
                .findFirst();
    }

    /** The name in the report. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
