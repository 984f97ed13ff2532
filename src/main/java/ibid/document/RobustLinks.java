package ibid.document;

import java.util.Optional;

/** Where the links of one text stand in its markup, as far as copies of what they lead to can be named beside them. */
public interface RobustLinks {
    /** Those of a format that has no place for a copy. */
    RobustLinks NONE = (start, end) -> Optional.empty();

    /** The link whose address stands at a range of the text; empty where no copy can be named beside it. */
    Optional<RobustLink> at(int start, int end);
}
