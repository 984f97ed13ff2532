package ibid.resolution;

import ibid.url.Url;
import java.util.List;

/** What a host answers to an address that nobody cited. */
sealed interface Probe {

    /** Nothing that could be compared: not asked, no answer, or one that is meant for robots. */
    record Unknown() implements Probe {}

    /** That there is nothing, by its status. */
    record Refused(int status, PageLook look) implements Probe {}

    /**
     * A page, as if there were one.
     *
     * @param asked the address that was asked
     * @param end where its redirects led
     * @param sentOn whether there were any
     * @param names some other pages of the site that this one names
     */
    record Shown(Url asked, Url end, boolean sentOn, PageLook look, List<Url> names) implements Probe {}
}
