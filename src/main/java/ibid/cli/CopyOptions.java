package ibid.cli;

import ibid.config.Copies;
import ibid.config.RobustLinks;
import picocli.CommandLine.Option;

/** What is wanted of copies in public archives. */
final class CopyOptions {
    @Option(
            names = "--robust-links",
            description =
                    "Have links to what is gone name an archived copy beside the address, where their format has a place"
                            + " for it (HTML, BibTeX, templates of wikitext), instead of citing it in the address's place.")
    private boolean robustLinks;

    @Option(
            names = "--robust-living",
            description = "As --robust-links, and beside links to living pages, too (rule robust-link).")
    private boolean robustLiving;

    @Option(
            names = "--drift",
            description =
                    "Compare living pages with archived copies of about when they were cited (rule drifted-content).")
    private boolean drift;

    Copies settings() {
        var robust = robustLiving ? RobustLinks.ALL : robustLinks ? RobustLinks.GONE : RobustLinks.NONE;
        return new Copies(robust, drift, false);
    }
}
