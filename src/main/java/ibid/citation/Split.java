package ibid.citation;

import java.util.List;

/**
 * A citation whose address is broken over lines, or may be.
 *
 * <p>Where the lines surely belong together, the citation spans them all and cites {@code joined}. Where they only may, it is the
 * address of the first line as it stands, which is among {@code others}.
 *
 * @param joined the address put together, the likeliest way
 * @param others other ways to read it, such as without the hyphen at a line's end; likeliest first
 * @param evidence why the lines belong together: one sentence
 */
public record Split(String joined, List<String> others, String evidence) {
    public Split {
        others = List.copyOf(others);
    }

    /** Whether the lines surely belong together, given what the citation cites. */
    public boolean isSure(String cited) {
        return !others.contains(cited) && joined.equals(cited);
    }
}
