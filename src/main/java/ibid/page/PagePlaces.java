package ibid.page;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What of a body a fragment can lead to.
 *
 * @param kind what the body is
 * @param names of its places
 * @param linked the fragments that its own links name
 * @param scripted whether it has scripts, which may make further places
 * @param whole whether all of the body was looked at
 * @param text what a reader reads; empty where it is too long to be kept whole
 * @param pages how many pages a document has; empty where that is not known
 */
public record PagePlaces(
        Kind kind,
        Set<String> names,
        List<String> linked,
        boolean scripted,
        boolean whole,
        String text,
        OptionalInt pages) {
    /** What a name takes beside its characters. */
    private static final int EACH = 40;

    public PagePlaces {
        names = Set.copyOf(names);
        linked = List.copyOf(linked);
    }

    /** What a body is, which decides how its fragments are read (RFC 3986 section 3.5). */
    public enum Kind {
        HTML,
        SVG,
        PDF,
        TEXT,
        OTHER
    }

    /** The same, for whoever looks for no texts. */
    public PagePlaces withoutText() {
        return new PagePlaces(kind, names, linked, scripted, whole, "", pages);
    }

    /** About how much memory it takes, in characters, so that whoever keeps many can keep to a limit. */
    public int weight() {
        return text.length()
                + names.stream().mapToInt(name -> name.length() + EACH).sum()
                + linked.stream().mapToInt(link -> link.length() + EACH).sum();
    }
}
