package ibid.cli;

import ibid.config.RobustLinks;
import picocli.CommandLine.Option;

/** Which links are to name a copy of what they lead to. */
final class RobustOptions {
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

    RobustLinks settings() {
        return robustLiving ? RobustLinks.ALL : robustLinks ? RobustLinks.GONE : RobustLinks.NONE;
    }
}
