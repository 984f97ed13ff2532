package ibid.document;

import java.time.LocalDate;
import java.util.Optional;

/** When each line of a document was last changed, as far as its history tells. */
public interface LineDates {
    LineDates UNKNOWN = line -> Optional.empty();

    /**
     * The day of the line's last change; empty where it is not known.
     *
     * @param line from 1
     */
    Optional<LocalDate> of(int line);
}
