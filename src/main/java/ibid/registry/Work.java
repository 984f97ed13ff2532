package ibid.registry;

import java.util.List;
import java.util.OptionalInt;

/**
 * What a register says of the work that an identifier names.
 *
 * @param register who says so
 * @param titles the first is the title; behind it the title with its subtitle, the original and short ones, translations
 * @param containers titles of what it appeared in, such as a journal or a book
 * @param authors in their order, editors behind them; of a large collaboration the first 50
 * @param earliest first year in which it was published, online or in print
 * @param latest last such year
 * @param collection whether works of others appear in it, such as chapters, each of which may be cited by it
 * @param notices that it was retracted and the like, the gravest first
 */
public record Work(
        String register,
        List<String> titles,
        List<String> containers,
        List<Author> authors,
        OptionalInt earliest,
        OptionalInt latest,
        boolean collection,
        List<Notice> notices) {
    private static final int MOST_AUTHORS = 50;
    private static final int MOST_TEXTS = 10;
    private static final int LONGEST_SHOWN = 200;

    public Work {
        titles = first(titles, MOST_TEXTS);
        containers = first(containers, MOST_TEXTS);
        authors = first(authors, MOST_AUTHORS);
        notices = first(notices, MOST_TEXTS);
    }

    /** A work that stands for itself. */
    public Work(
            String register,
            List<String> titles,
            List<String> containers,
            List<Author> authors,
            OptionalInt earliest,
            OptionalInt latest,
            List<Notice> notices) {
        this(register, titles, containers, authors, earliest, latest, false, notices);
    }

    private static <T> List<T> first(List<T> all, int most) {
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }

    /** A person, or an organisation that has a family name only. */
    public record Author(String family, String given) {}

    /** How what a citation says agrees with this. */
    public Agreement agreement(Claim claim) {
        return Agreement.of(claim, this);
    }

    /** How evidence and messages name the work: {@code "Title" (Smith and others, 2010)}. */
    public String shown() {
        var title = titles.isEmpty() ? "a work without title" : "\"" + shortened(Titles.clean(titles.get(0))) + "\"";
        var names =
                authors.isEmpty() ? "" : shortened(authors.get(0).family()) + (authors.size() > 1 ? " and others" : "");
        var year = earliest.isPresent() ? Integer.toString(earliest.getAsInt()) : "";
        var behind = names + (names.isEmpty() || year.isEmpty() ? "" : ", ") + year;
        return behind.isEmpty() ? title : title + " (" + behind + ")";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN
                ? text
                : text.substring(0, LONGEST_SHOWN).strip() + "…";
    }
}
