package ibid.registry;

import java.util.Optional;

/**
 * What a citation says of the work that it cites.
 *
 * @param author names as written, the first at least
 * @param date begins with the year
 * @param around running text that may name an author, too, and need not
 */
public record Claim(Optional<String> title, Optional<String> author, Optional<String> date, Optional<String> around) {

    /** What an entry of a bibliography says, each in a field of its own. */
    public Claim(Optional<String> title, Optional<String> author, Optional<String> date) {
        this(title, author, date, Optional.empty());
    }
}
