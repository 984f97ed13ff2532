package ibid.registry;

import java.util.Locale;
import java.util.Optional;

/**
 * That a work is not to be relied on any more, or not wholly.
 *
 * @param date ISO date of it, as precise as it is known
 * @param doi of the notice that says so
 * @param source who says so, for a sentence: {@code Retraction Watch}
 */
public record Notice(Kind kind, Optional<String> date, Optional<String> doi, String source) {

    /** What it says of the work, since when, where and by whom: {@code was retracted on 2010-02-06 (notice doi:..., source: ...)}. */
    public String shown() {
        return kind.says
                + date.map(day -> (day.length() == 10 ? " on " : " in ") + day).orElse("")
                + " (" + doi.map(name -> "notice doi:" + name + ", ").orElse("") + "source: " + source + ")";
    }

    /** What became of the work, the gravest first. A correction is none: the work stands, and better than before. */
    public enum Kind {
        RETRACTION("was retracted"),
        WITHDRAWAL("was withdrawn"),
        REMOVAL("was removed"),
        PARTIAL_RETRACTION("was retracted in part"),
        EXPRESSION_OF_CONCERN("is under an expression of concern");

        private final String says;

        Kind(String says) {
            this.says = says;
        }

        static Optional<Kind> named(String name) {
            var constant = name.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
            for (var kind : values()) {
                if (kind.name().equals(constant)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
