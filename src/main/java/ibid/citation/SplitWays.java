package ibid.citation;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways to put the pieces of an address together, the likeliest first.
 *
 * <p>A typesetter may have added the hyphen at a line's end (RFC 3986 appendix C), though LaTeX and browsers add none: it is kept
 * first. A soft hyphen and U+2010 are no part of any address and always go.
 */
final class SplitWays {
    private final List<StringBuilder> ways = new ArrayList<>();

    SplitWays(String head) {
        ways.add(new StringBuilder(head));
    }

    /** Adds the piece of the next line. */
    void add(String piece) {
        var last = ways.get(0).charAt(ways.get(0).length() - 1);
        var isSoft = last == SplitEvidence.SOFT_HYPHEN || last == SplitEvidence.HYPHEN;
        if (last == '-') {
            List.copyOf(ways).forEach(way -> ways.add(new StringBuilder(way).deleteCharAt(way.length() - 1)));
        }
        for (var way : ways) {
            if (isSoft) {
                way.setLength(way.length() - 1);
            }
            way.append(piece);
        }
    }

    /** The likeliest one so far. */
    CharSequence first() {
        return ways.get(0);
    }

    /** All of them, without what only the layout put in; {@code dropped} characters at the end belong to the sentence. */
    List<String> without(int dropped) {
        return ways.stream()
                .map(way -> UrlFinder.cited(way.substring(0, way.length() - dropped)))
                .distinct()
                .toList();
    }
}
