package ibid.citation;

import ibid.url.ArchivedCopies;
import ibid.url.ArchivedCopy;
import ibid.url.Url;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * When somebody read what a citation cites: of its copies the one made nearest to it shows best what was cited.
 *
 * @param by what tells the date
 */
public record CitingDate(CitedDate date, By by) {

    /** What tells when something was cited, from the surest. */
    public enum By {
        /** The cited address is that of a copy, which was made then. */
        COPY("the cited copy was made"),
        /** The citing text or the entry of a bibliography says when the target was read. */
        ACCESSED("the citation says that it was read"),
        /** The commit that last changed the citing line. */
        COMMITTED("the citing line was last changed"),
        /** The date that stands with the citing passage: what is cited was there then. */
        PUBLISHED("the citing passage is dated"),
        /** The last change of the citing file. */
        FILE("the citing file was last changed"),
        /** Nothing but that the document was read now. */
        RUN("the document was read");

        private final String clause;

        By(String clause) {
            this.clause = clause;
        }

        /** What happened on the date, one clause. */
        public String clause() {
            return clause;
        }

        /** The name in the report. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the date is one of the citation itself, not of its file or of the run. */
        public boolean isOfCitation() {
            return compareTo(FILE) < 0;
        }
    }

    /** The surest date that stands around a citation; empty where none does. */
    public static Optional<CitingDate> of(Context context) {
        return of(context.accessed(), By.ACCESSED)
                .or(() -> of(context.committed(), By.COMMITTED))
                .or(() -> of(context.date(), By.PUBLISHED));
    }

    /** When the copy was made that is cited itself; empty where the address is that of no copy, or says no time. */
    public static Optional<CitingDate> ofCopy(Url cited) {
        return of(
                ArchivedCopies.of(cited)
                        .flatMap(ArchivedCopy::capturedAt)
                        .map(iso -> iso.substring(0, Math.min(iso.length(), "2020-06-03".length()))),
                By.COPY);
    }

    /** The date of a file, or of the run. */
    public static CitingDate of(LocalDate day, By by) {
        return new CitingDate(CitedDate.of(day), by);
    }

    private static Optional<CitingDate> of(Optional<String> iso, By by) {
        return iso.flatMap(CitedDate::of).map(date -> new CitingDate(date, by));
    }

    /** The date and what tells it, one clause: {@code 2019-04-12, when the citation says that it was read}. */
    public String sentence() {
        return date.text() + ", when " + by.clause();
    }
}
