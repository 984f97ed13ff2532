package ibid.url;

import java.util.List;

/**
 * An address that was carried inside others.
 *
 * @param wrappers the names of those that carried it, the outermost first; at least one
 * @param completed whether the inner address was written without a scheme, so that the one it has is a guess
 * @param open whether the inner address carries none itself; false where there were more than are taken off
 */
public record Wrapped(List<String> wrappers, Url inner, boolean completed, boolean open) {
    public Wrapped {
        wrappers = List.copyOf(wrappers);
    }
}
