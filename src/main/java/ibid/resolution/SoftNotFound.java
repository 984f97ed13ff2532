package ibid.resolution;

import ibid.page.AbsenceWords;
import ibid.page.AddressMarks;
import ibid.page.Page;
import ibid.page.Page.Sign;
import ibid.url.FileEndings;
import ibid.url.Url;
import ibid.web.WebResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * Tells a page that came with a good status from one that only says, by words or by being the same for everything, that
 * there is nothing.
 *
 * <p>The method is that of Bar-Yossef, Broder, Kumar and Tomkins, "Sic transit gloria telae" (2004): what a host answers to
 * an address that cannot exist shows what it answers to all that it lacks. It is taken as proof only where the page says
 * so too; a host that shows one useful page for everything leaves the question open.
 */
final class SoftNotFound {
    /** A page with fewer words has, beside its menus, no subject of its own. */
    private static final int WORDS_OF_A_MESSAGE = 150;

    private static final int VERY_FEW_WORDS = 30;

    private final Probes probes;
    private final SentElsewhere elsewhere;
    private final AddressMarks addresses;
    private final AbsenceWords words = AbsenceWords.load();

    SoftNotFound(Probes probes, SentElsewhere elsewhere, AddressMarks addresses) {
        this.probes = probes;
        this.elsewhere = elsewhere;
        this.addresses = addresses;
    }

    /** What is to be said of a page that came with a good status instead of that it is there; empty where it is. */
    CompletableFuture<Optional<Judged>> judge(Url start, ChainEnd end) {
        var page = end.page();
        var name = new CitedName(start);
        if (page.shows(Sign.PARKED) && !addresses.show(AddressMarks.Sign.MARKET, start)) {
            return said(Reason.PARKED, page.why(Sign.PARKED) + sure());
        }
        if (isOffered(start, end)) {
            return said(
                    Reason.PARKED,
                    "the redirects lead to another site, where " + page.why(Sign.FOR_SALE) + " and names this domain"
                            + sure());
        }
        if (!end.steps().isEmpty() && addresses.show(AddressMarks.Sign.CLOSED, end.url())) {
            return said(Reason.SOFT_404, "the redirects lead to what the host shows of a closed account" + sure());
        }
        if (page.shows(Sign.CLOSED) && !name.isIn(page.title().orElse(""))) {
            return closed(start, name, page);
        }
        if (page.shows(Sign.WITHHELD)) {
            return said(Reason.LEGAL, page.why(Sign.WITHHELD));
        }
        if (name.isHome()) {
            return home(start, page);
        }
        if (!end.steps().isEmpty() && !name.isKeptBy(end.url())) {
            return elsewhere
                    .judge(start, end)
                    .thenCompose(found ->
                            found.isPresent() ? CompletableFuture.completedFuture(found) : byWords(start, end, name));
        }
        return byWords(start, end, name);
    }

    /** A host where nothing was built, or that closed an account, has little to say, and says the same of every address. */
    private CompletableFuture<Optional<Judged>> closed(Url start, CitedName name, Page page) {
        var words = PageLook.of(name, page).words();
        var sentence = page.why(Sign.CLOSED) + " and says little else";
        return probes.beside(name.isHome() ? start.resolve("/a").orElse(start) : start)
                .thenApply(probe -> {
                    if (isTheSame(start, page, probe)) {
                        return Optional.of(new Judged(
                                Reason.SOFT_404,
                                page.why(Sign.CLOSED) + ", and so does one at a random address" + sure()));
                    }
                    return words
                                    <= (probe instanceof Probe.Unknown || name.isHome()
                                            ? WORDS_OF_A_MESSAGE
                                            : VERY_FEW_WORDS)
                            ? Optional.of(new Judged(Reason.SOFT_404, sentence + likely()))
                            : Optional.empty();
                });
    }

    /** Whether the end of redirects is where a domain is sold: it names the domain; others that lead there are ordinary. */
    boolean isSold(Url start, Url end) {
        var name = start.hostWithoutWww();
        return !end.host().equals(start.host())
                && addresses.show(AddressMarks.Sign.MARKET, end)
                && (end.path() + end.query().orElse(""))
                        .toLowerCase(Locale.ROOT)
                        .contains(name);
    }

    /** Whether the redirects end at another site, on a short page by which this very domain is sold. */
    private boolean isOffered(Url start, ChainEnd end) {
        return !end.steps().isEmpty()
                && !end.url().hostWithoutWww().equals(start.hostWithoutWww())
                && end.page().shows(Sign.FOR_SALE)
                && isOfThisDomain(end.page(), start);
    }

    /**
     * Some hosts say 404 with the very page that was cited, to robots or to everybody: a page with the name of what was
     * cited for its title, that a random address beside it does not get.
     */
    CompletableFuture<Optional<Judged>> pageOfItsOwn(Url start, ChainEnd end) {
        var name = new CitedName(start);
        var look = PageLook.of(name, end.page());
        if (end.page().shows(Sign.SCRIPT_SHELL) && !look.saysNotFound() && !name.isHome()) {
            return startOfAnApplication(end.url(), end.page());
        }
        if (look.saysNotFound()
                || look.words() <= WORDS_OF_A_MESSAGE
                || !name.isIn(end.page().title().orElse(""))) {
            return there();
        }
        return probes.beside(start)
                .thenApply(probe -> probe instanceof Probe.Refused refused && !look.isLike(refused.look())
                        ? Optional.of(new Judged(
                                Reason.SERVER_ERROR,
                                "GET answered 404, but with a page of its own, which a random address beside"
                                        + " it does not get"))
                        : Optional.empty());
    }

    /** Hosts of files hand out a single-page application as their page for what is missing, and it shows what was asked for. */
    private CompletableFuture<Optional<Judged>> startOfAnApplication(Url start, Page page) {
        var root = start.resolve("/").orElse(start);
        return probes.page(root)
                .thenApply(home -> home instanceof Probe.Unknown || isTheSame(root, page, home)
                        ? Optional.of(new Judged(
                                Reason.SCRIPT_PAGE,
                                home instanceof Probe.Unknown
                                        ? "GET answered 404, but with scripts that may make the page"
                                        : "GET answered 404, but with the scripts that make the home page, and they may"
                                                + " make this one as well"))
                        : Optional.empty());
    }

    /** The home page of a host is what the host shows: it lacks nothing, unless the host itself is for sale or down. */
    private CompletableFuture<Optional<Judged>> home(Url start, Page page) {
        if (page.shows(Sign.FOR_SALE) && isOfThisDomain(page, start)) {
            return probes.beside(start.resolve("/a").orElse(start))
                    .thenApply(probe -> isTheSame(start, page, probe)
                            ? Optional.of(forSale(page, "a random address beside it shows the same page"))
                            : Optional.empty());
        }
        return there();
    }

    /** An article about the sale of domains, or a market of them, does not sell its own. */
    private boolean isOfThisDomain(Page page, Url start) {
        var says = (page.title().orElse("") + " " + page.content().text()).toLowerCase(Locale.ROOT);
        return isNamed(start.hostWithoutWww(), says) && !addresses.show(AddressMarks.Sign.MARKET, start);
    }

    /** The short name of a shortener stands in many a longer one. */
    private static boolean isNamed(String host, String text) {
        return Pattern.compile("(?<![\\w-])" + Pattern.quote(host) + "(?![\\w-])")
                .matcher(text)
                .find();
    }

    private static Judged forSale(Page page, String also) {
        return new Judged(Reason.PARKED, page.why(Sign.FOR_SALE) + ", and " + also + sure());
    }

    private static boolean isTheSame(Url start, Page page, Probe probe) {
        return probe instanceof Probe.Shown shown && shown.look().isLike(PageLook.of(new CitedName(start), page));
    }

    private CompletableFuture<Optional<Judged>> byWords(Url start, ChainEnd end, CitedName name) {
        if (!isSuspicious(start, end, name)) {
            return there();
        }
        var look = PageLook.of(name, end.page());
        return probes.beside(start).thenCompose(probe -> {
            if (probe instanceof Probe.Refused refused) {
                return CompletableFuture.completedFuture(againstRefusal(name, end.page(), look, refused));
            }
            if (probe instanceof Probe.Shown shown) {
                return againstPage(start, end, look, shown);
            }
            return CompletableFuture.completedFuture(alone(name, end.page(), look));
        });
    }

    private boolean isSuspicious(Url start, ChainEnd end, CitedName name) {
        var page = end.page();
        if (page.signs().stream().anyMatch(sign -> sign != Sign.LOGIN)) {
            return true;
        }
        if (probes.tellsTheTruth(start)) {
            return false;
        }
        return isPage(end) ? !name.isIn(page.title().orElse("")) : !FileEndings.nameAFile(start) && isMessage(end);
    }

    private static boolean isPage(ChainEnd end) {
        return end.page().title().isPresent() || !end.page().content().text().isEmpty() || isEmptyPage(end);
    }

    private static boolean isEmptyPage(ChainEnd end) {
        return end.reply() instanceof WebResponse response
                && response.header("Content-Type").orElse("").contains("html");
    }

    /** A short answer that is no page, such as that of a service. */
    private static boolean isMessage(ChainEnd end) {
        return end.reply() instanceof WebResponse response
                && response.body().size() > 0
                && !end.page().content().text().isEmpty();
    }

    /** The host says 404 of what it lacks, and yet this page says that it lacks something. */
    private static Optional<Judged> againstRefusal(CitedName name, Page page, PageLook look, Probe.Refused refused) {
        if (look.saysNotFound() && !name.isAboutErrors() && look.isLike(refused.look())) {
            return Optional.of(new Judged(
                    Reason.SOFT_404,
                    why(page) + ", and a random address beside it shows the same page with status " + refused.status()
                            + sure()));
        }
        if (page.shows(Sign.DOWN) || isMarkedByMistake(name, page, look, refused)) {
            return Optional.empty();
        }
        return alone(name, page, look);
    }

    /** Plug-ins of WordPress make pages, with all that was asked for, of what WordPress itself takes for missing. */
    private static boolean isMarkedByMistake(CitedName name, Page page, PageLook look, Probe.Refused refused) {
        return !page.shows(Sign.NOT_FOUND_TITLE)
                && !page.shows(Sign.NOT_FOUND_WORDS)
                && !look.isLike(refused.look())
                && name.isIn(page.title().orElse(""));
    }

    /** What the page says by itself. */
    private static Optional<Judged> alone(CitedName name, Page page, PageLook look) {
        if (name.isAboutErrors()) {
            return Optional.empty();
        }
        if (page.shows(Sign.NOT_FOUND_TEMPLATE)) {
            return Optional.of(new Judged(Reason.SOFT_404, page.why(Sign.NOT_FOUND_TEMPLATE) + sure()));
        }
        if (page.shows(Sign.NOT_FOUND_TITLE)
                && look.words() <= (page.shows(Sign.NOT_FOUND_WORDS) ? WORDS_OF_A_MESSAGE : VERY_FEW_WORDS)) {
            return Optional.of(
                    new Judged(Reason.SOFT_404, page.why(Sign.NOT_FOUND_TITLE) + " and says little else" + likely()));
        }
        return page.shows(Sign.DOWN)
                ? Optional.of(new Judged(Reason.SERVER_ERROR, page.why(Sign.DOWN) + ", whatever its status"))
                : Optional.empty();
    }

    /** The host shows a page for what it lacks: is it this one? */
    private CompletableFuture<Optional<Judged>> againstPage(Url start, ChainEnd end, PageLook look, Probe.Shown shown) {
        var name = new CitedName(start);
        var page = end.page();
        var alsoTitled = look.signs().contains(Sign.NOT_FOUND_TITLE)
                && shown.look().signs().contains(Sign.NOT_FOUND_TITLE)
                && look.title().equals(shown.look().title());
        if (!alsoTitled && (!look.isLike(shown.look()) || (shown.sentOn() && new CitedName(shown.end()).isHome()))) {
            return CompletableFuture.completedFuture(
                    shown.look().saysNotFound() && !look.saysNotFound() ? Optional.empty() : alone(name, page, look));
        }
        var also = "a random address beside it shows the same page";
        if (look.signs().contains(Sign.NOT_FOUND_TEMPLATE) || look.signs().contains(Sign.NOT_FOUND_TITLE)) {
            return said(Reason.SOFT_404, why(page) + ", and " + also + sure());
        }
        if (page.shows(Sign.FOR_SALE) && isOfThisDomain(page, start)) {
            return CompletableFuture.completedFuture(Optional.of(forSale(page, also)));
        }
        if (page.shows(Sign.DOWN)) {
            return said(Reason.SERVER_ERROR, page.why(Sign.DOWN) + ", and " + also);
        }
        var passing = words.notFoundIn(page.content().text());
        if (passing.isPresent()) {
            return unlessItIsTheHomePage(start, look, "the page says \"" + passing.get() + "\", and " + also);
        }
        if (page.shows(Sign.SCRIPT_SHELL)) {
            return said(Reason.SCRIPT_PAGE, page.why(Sign.SCRIPT_SHELL) + ", and " + also);
        }
        return unlessItsFolderTells(start, look, also);
    }

    /** What the home page says as well is not said of what was asked for. */
    private CompletableFuture<Optional<Judged>> unlessItIsTheHomePage(Url start, PageLook look, String sentence) {
        return probes.page(start.resolve("/").orElse(start))
                .thenApply(home -> Optional.of(
                        home instanceof Probe.Shown shown && look.isLike(shown.look())
                                ? new Judged(Reason.SCRIPT_PAGE, "the host shows the same page for every address")
                                : new Judged(Reason.SOFT_404, sentence + sure())));
    }

    /** Some sites go by a number in the folder and take any name behind it. */
    private CompletableFuture<Optional<Judged>> unlessItsFolderTells(Url start, PageLook look, String also) {
        return probes.besideItsFolder(start)
                .thenApply(folder -> folder instanceof Probe.Refused
                                || (folder instanceof Probe.Shown other && !look.isLike(other.look()))
                        ? Optional.empty()
                        : Optional.of(
                                new Judged(Reason.SCRIPT_PAGE, also + ", so that it does not show what was cited")));
    }

    private static String why(Page page) {
        for (var sign : Set.of(Sign.NOT_FOUND_TEMPLATE, Sign.NOT_FOUND_TITLE, Sign.NOT_FOUND_WORDS).stream()
                .sorted()
                .toList()) {
            if (page.shows(sign)) {
                return page.why(sign);
            }
        }
        return "";
    }

    static String sure() {
        return " (confidence: high)";
    }

    static String likely() {
        return " (confidence: medium)";
    }

    private static CompletableFuture<Optional<Judged>> said(Reason reason, String sentence) {
        return CompletableFuture.completedFuture(Optional.of(new Judged(reason, sentence)));
    }

    private static CompletableFuture<Optional<Judged>> there() {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
