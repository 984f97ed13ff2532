package ibid.page;

import java.util.List;

/**
 * What a page says, apart from what stands around that on every page of its site.
 *
 * @param main paragraphs of running text, white space folded; neither menus nor lists of links
 * @param all every paragraph of the page, those included
 * @param language what the page calls its language, such as {@code en}; empty where it says none
 * @param whole whether all of the page was read
 */
public record MainText(List<String> main, List<String> all, String language, boolean whole) {
    /** Of what is no page, or says nothing. */
    public static final MainText NONE = new MainText(List.of(), List.of(), "", true);

    public MainText {
        main = List.copyOf(main);
        all = List.copyOf(all);
    }
}
