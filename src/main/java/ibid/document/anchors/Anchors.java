package ibid.document.anchors;

import ibid.config.Settings.Slugs;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The places of one document, by name. Many threads may ask. */
public final class Anchors {
    private final Set<String> given;
    private final List<Heading> headings;
    private final Optional<String> doubt;

    /**
     * @param given names that the document itself gives to places
     * @param headings those that a rule gives names to
     * @param doubt why there may be other places than these; completes the sentence "the file ..."
     */
    Anchors(Set<String> given, List<Heading> headings, Optional<String> doubt) {
        this.given = Set.copyOf(given);
        this.headings = List.copyOf(headings);
        this.doubt = doubt;
    }

    /** All names, where headings get theirs by this rule. It takes time in proportion to the headings. */
    public Set<String> names(Slugs rule) {
        Set<String> names = new HashSet<>(given);
        names.addAll(Heading.names(headings, rule));
        return names;
    }

    /** Why there may be other places than these; completes the sentence "the file ...". */
    public Optional<String> doubt() {
        return doubt;
    }
}
