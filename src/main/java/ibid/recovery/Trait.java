package ibid.recovery;

import java.util.Locale;

/** What speaks for or against a contender; each has a weight in {@code weights.tsv}, in log-odds for one whole trait. */
enum Trait {
    /** Share of the title's words that stand in the path. */
    TITLE_IN_PATH,
    /** Share of the path's hidden words that stand in the title. */
    HIDDEN_IN_TITLE,
    /** Longest run of the title's words in the path, as a share of the title. */
    TITLE_RUN,
    /** Hidden words of the path that are not in the title, in fives. */
    HIDDEN_STRANGE,
    PATH_DATE_NEAR,
    PATH_DATE_OTHER,
    /** First captured within two months after it was published; later, less. */
    CAPTURED_NEAR,
    /** First captured more than a week before it was published. */
    CAPTURED_BEFORE,
    /** Captured, and only with errors or redirects. */
    CAPTURED_FAILING,
    /** A page to print, a feed, a second part. */
    VARIANT,
    /** Another contender with something added. */
    EXTENDED,
    /** A query is hidden. */
    QUERY,
    /** The query names how a reader came, or nothing that is known. */
    NO_PAGE,
    /** The site links to it itself. */
    LINKED,
    CITED,
    COMPOSED,
    PAGE_TITLE_WHOLE,
    PAGE_TITLE_NEAR,
    /** Some words of the title, and others: near misses are called so, more often than the page that is meant. */
    PAGE_TITLE_PARTLY,
    PAGE_TITLE_OTHER,
    PAGE_AUTHOR,
    PAGE_DATE_NEAR,
    PAGE_DATE_OTHER,
    /** Not there, and never captured. */
    PAGE_GONE,
    /** The page calls another address its own. */
    CANONICAL_OTHER,
    /** That none of the contenders is meant. */
    NONE,
    /** The same, where all known addresses were seen. */
    NONE_COMPLETE,
    /** The same, where no tail is shown. */
    NONE_TAILLESS,
    /** The same, where nothing is known of the title. */
    NONE_TITLELESS;

    /** The name in the table of weights. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
