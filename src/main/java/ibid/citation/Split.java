package ibid.citation;

import java.util.List;

/**
 * A citation whose address is broken over lines.
 *
 * @param joined the address put together, the likeliest way
 * @param others other ways to put it together, such as without the hyphen at a line's end; likeliest first
 * @param evidence why the lines belong together: one sentence
 */
public record Split(String joined, List<String> others, String evidence) {
    public Split {
        others = List.copyOf(others);
    }
}
