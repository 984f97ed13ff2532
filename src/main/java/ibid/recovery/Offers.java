package ibid.recovery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a source knows.
 *
 * @param offers addresses that may be meant; each is still to pass the forward check
 * @param complete whether these are all that the source has of the part of the site that the cut address shows
 * @param notes what went wrong or was left out, one clause each
 * @param requests how often others were asked for it
 */
public record Offers(List<Offer> offers, boolean complete, List<String> notes, int requests) {
    /** A source that knows nothing. */
    public static final Offers NONE = new Offers(List.of(), false, List.of(), 0);

    public Offers {
        offers = List.copyOf(offers);
        notes = List.copyOf(notes);
    }

    /** What both know; of one part of a site, one complete source is enough. */
    Offers and(Offers other) {
        var all = new ArrayList<>(offers);
        all.addAll(other.offers);
        var said = new LinkedHashSet<>(notes);
        said.addAll(other.notes);
        return new Offers(all, complete || other.complete, List.copyOf(said), requests + other.requests);
    }
}
