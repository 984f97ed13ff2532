package ibid.recovery;

import java.util.List;

/**
 * What was looked through for one address, so that a reader can tell what its candidates stand against.
 *
 * @param sources in the order in which they were asked
 * @param passedOver how many different addresses were known and do not fit the cut text, or have not what is looked for
 * @param nearest those of them that come nearest, the nearest first
 * @param notes what could not be looked through, one clause each
 */
public record Survey(List<Asked> sources, int passedOver, List<PassedOver> nearest, List<String> notes) {
    /** Nothing was looked through. */
    public static final Survey NONE = new Survey(List.of(), 0, List.of(), List.of());

    public Survey {
        sources = List.copyOf(sources);
        nearest = List.copyOf(nearest);
        notes = List.copyOf(notes);
    }

    /**
     * One source.
     *
     * @param offered addresses that it gave
     * @param fitting those of them that the cut text may show
     * @param complete whether it gave all that it has of the part of the site that the cut text shows
     */
    public record Asked(String name, int offered, int fitting, boolean complete) {}

    /**
     * An address that is not meant.
     *
     * @param why a clause
     */
    public record PassedOver(String url, String why) {}
}
