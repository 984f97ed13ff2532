package ibid.url;

import java.util.Optional;

/**
 * What the address of an archived copy says of it.
 *
 * @param archive the name of the archive, or its host where it has none here
 * @param capturedAt ISO 8601, as exact as the address has it: {@code 2019}, {@code 2019-04-12}, {@code 2019-04-12T07:30:00Z};
 *     empty for the newest copy, or a list of all
 * @param original the address that was captured, as it is written in that of the copy
 */
public record ArchivedCopy(String archive, Optional<String> capturedAt, Url original) {}
