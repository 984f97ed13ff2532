package ibid.page;

import java.util.List;
import java.util.Set;

/**
 * What is on a page.
 *
 * @param text what a reader reads, white space folded, without menus' and scripts' source
 * @param links where its links lead, as written and in their order; they may be relative to {@code base}
 * @param base the address that its links are relative to, as it is written there; empty for the page's own
 * @param anchors names of its places: {@code id} of any element and {@code name} of {@code <a>}
 * @param whole whether all of the body was read, and no limit was met
 */
public record PageContent(String text, List<String> links, String base, Set<String> anchors, boolean whole) {
    /** Of a page that was not read. */
    public static final PageContent NONE = new PageContent("", List.of(), "", Set.of(), false);

    public PageContent {
        links = List.copyOf(links);
        anchors = Set.copyOf(anchors);
    }
}
