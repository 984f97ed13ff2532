package ibid.url;

import java.util.Optional;

/**
 * A service that gives long addresses a short one.
 *
 * @param name what people call it, or its host
 * @param closed whether it is closed for good, so that none of its links leads anywhere
 * @param since ISO date from which it was closed, as exact as it is known
 */
public record Shortener(String name, boolean closed, Optional<String> since) {

    /** When it closed, a clause such as "tr.im has closed for good". */
    public String closing() {
        return name
                + since.map(date -> " closed " + (date.length() > "2025-08".length() ? "on " : "in ") + date)
                        .orElse(" has closed for good");
    }
}
