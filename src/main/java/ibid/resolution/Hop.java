package ibid.resolution;

import java.util.Optional;

/**
 * One answer on the way to the end: the address that was asked and what it answered.
 *
 * @param location where the answer sends on, resolved to a full address; empty at the end
 */
public record Hop(String url, int status, Optional<String> location) {}
