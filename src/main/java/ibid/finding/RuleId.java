package ibid.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rules, each with what it says; the name in the report is the constant's in lower case with hyphens. */
public enum RuleId {
    BROKEN_LINK(Severity.ERROR, "The target is gone."),
    MISSING_FILE(Severity.ERROR, "A local file does not exist."),
    MISSING_ANCHOR(Severity.ERROR, "A fragment does not exist in its document."),
    TRUNCATED_URL(Severity.ERROR, "The citation's text was cut."),
    MALFORMED_URL(Severity.ERROR, "The text cannot be an address."),
    INVALID_IDENTIFIER(
            Severity.ERROR,
            "An identifier has a wrong check digit or syntax, is not registered, or names another work."),
    SPLIT_URL(Severity.WARNING, "The URL is broken over lines."),
    SHORT_LINK(Severity.WARNING, "A shortener stands between the reader and the source."),
    WRAPPED_LINK(Severity.WARNING, "A redirector stands before the source."),
    DUPLICATE_CITATION(Severity.WARNING, "The same source is cited more than once where once is meant."),
    INCONSISTENT_CITATION(Severity.NOTE, "One source is cited under several spellings."),
    DUPLICATE_PASSAGE(Severity.NOTE, "A passage with its citations occurs again."),
    MOVED_LINK(Severity.NOTE, "The source has moved for good; its new address is known."),
    INSECURE_LINK(Severity.NOTE, "The address uses http where https serves the same page."),
    UNVERIFIED_LINK(Severity.NOTE, "It could not be told whether the target is there."),
    DRIFTED_CONTENT(Severity.NOTE, "The page no longer says what it said when it was cited."),
    RETRACTED_WORK(Severity.WARNING, "The cited work is retracted, withdrawn or under concern."),
    UNARCHIVED(Severity.NOTE, "No preserved copy is known."),
    ROBUST_LINK(Severity.NOTE, "The page is there and a copy of it is known, which its link does not name."),
    DOCUMENT_PROBLEM(Severity.WARNING, "A document or part of it could not be read, or a limit was hit.");

    private final Severity severity;
    private final String says;

    RuleId(Severity severity, String says) {
        this.severity = severity;
        this.says = says;
    }

    /** Whether a run gives findings of this rule unless it is told otherwise; what it costs is asked for. */
    public boolean isUsual() {
        return this != UNARCHIVED;
    }

    /** The severity where neither the configuration nor the finding itself says otherwise. */
    public Severity severity() {
        return severity;
    }

    public String says() {
        return says;
    }

    /** The rule of this name; empty where there is none, or only in another version. */
    public static Optional<RuleId> named(String label) {
        return Arrays.stream(values())
                .filter(rule -> rule.label().equals(label))
                .findFirst();
    }

    /** The name in the report. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its places make sense only together, as the two of a source that is cited twice. */
    public boolean isDoubleByNature() {
        return switch (this) {
            case DUPLICATE_CITATION, DUPLICATE_PASSAGE, INCONSISTENT_CITATION -> true;
            default -> false;
        };
    }
}
