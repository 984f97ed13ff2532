package ibid.resolution;

import ibid.page.Page;
import ibid.text.Sketch;
import ibid.text.Words;
import java.util.Set;

/**
 * What is kept of a page to tell whether another one is the same, without the words of its own address.
 *
 * @param title its title without those words
 * @param words how many words it has
 * @param signs what it gives away about itself
 */
record PageLook(String title, Sketch sketch, int words, Set<Page.Sign> signs) {
    /** Pages of one site share menus and footers, so that much in common is not enough. */
    private static final double ALIKE = 0.7;

    /** Titles may differ by a counter or a date; then all but everything else has to agree. */
    private static final double ALL_BUT_THE_SAME = 0.95;

    private static final int FEW_WORDS = 40;

    static PageLook of(CitedName name, Page page) {
        var own = name.hashes();
        var words = Words.of(page.content().text());
        var title = new StringBuilder();
        var said = page.title().orElse("");
        var titled = Words.of(said);
        for (var i = 0; i < titled.count(); i++) {
            if (!own.contains(titled.hash(i))) {
                title.append(titled.hash(i)).append(' ');
            }
        }
        return new PageLook(title.toString(), Sketch.of(words, own::contains), words.count(), page.signs());
    }

    boolean isLike(PageLook other) {
        var likeness = sketch.likeness(other.sketch);
        if (title.equals(other.title)) {
            return likeness >= ALIKE;
        }
        return likeness >= ALL_BUT_THE_SAME && Math.min(words, other.words) >= FEW_WORDS;
    }

    /** Whether it says, in whatever way, that something is not there. */
    boolean saysNotFound() {
        return signs.contains(Page.Sign.NOT_FOUND_TEMPLATE)
                || signs.contains(Page.Sign.NOT_FOUND_TITLE)
                || signs.contains(Page.Sign.NOT_FOUND_WORDS);
    }
}
