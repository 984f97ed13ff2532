package ibid.resolution;

import ibid.page.AddressMarks;
import ibid.page.Page;
import ibid.url.Url;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Judges redirects that do not keep the name of what was cited: to the new place of the page, to a gate before it, or to
 * where a site sends everybody who asks for what it lacks.
 */
final class SentElsewhere {
    /** A gate says in its address where to go on to behind it. */
    private static final Pattern WAY_BACK = Pattern.compile(
            "(?i)(?:^|&)(?:return\\w*|redirect\\w*|next|continue|dest\\w*|goto|go_to|back\\w*|target|service|relaystate|callback\\w*|forward\\w*|origin\\w*|orig\\w*)=");

    private final Probes probes;
    private final AddressMarks addresses;
    private final BiFunction<Url, ChainEnd, CompletableFuture<ChainEnd>> again;

    /** @param again follows an address once more, with the cookies that an earlier chain was given */
    SentElsewhere(Probes probes, AddressMarks addresses, BiFunction<Url, ChainEnd, CompletableFuture<ChainEnd>> again) {
        this.probes = probes;
        this.addresses = addresses;
        this.again = again;
    }

    CompletableFuture<Optional<Judged>> judge(Url start, ChainEnd end) {
        var name = new CitedName(start);
        var last = new CitedName(end.url());
        if (saysNotFound(end.url(), last) && !name.isAboutErrors()) {
            return said("the redirects lead to " + end.url().address() + ", which is for what is not found"
                    + SoftNotFound.sure());
        }
        if (addresses.show(AddressMarks.Sign.GATE, end.url())
                || end.url()
                        .query()
                        .filter(query -> WAY_BACK.matcher(query).find())
                        .isPresent()) {
            return end.page().shows(Page.Sign.LOGIN) || addresses.show(AddressMarks.Sign.LOGIN, end.url())
                    ? judged(
                            Reason.LOGIN,
                            "the redirects lead to a log-in page, " + end.url().address())
                    : gate("the redirects lead to " + end.url().address() + ", which wants to be passed first");
        }
        if (last.isHome()) {
            return home(start, end);
        }
        var found = isElsewhere(start, end) ? samePlace(start, end) : nothing();
        var isOfErrors = addresses.show(AddressMarks.Sign.ERROR, end.url()) && !name.isAboutErrors();
        return found.thenApply(judged -> judged.isEmpty() && isOfErrors
                ? Optional.of(new Judged(
                        Reason.SERVER_ERROR,
                        "the redirects lead to " + end.url().address() + ", which is for what went wrong"))
                : judged);
    }

    private boolean saysNotFound(Url end, CitedName last) {
        return addresses.show(AddressMarks.Sign.NOT_FOUND, end) || last.asksForNotFound();
    }

    /** Another host's page with a name of its own is where the page has gone; asking beside the old one tells nothing. */
    private static boolean isElsewhere(Url start, ChainEnd end) {
        return isSameSite(start, end.url()) || !new CitedName(end.url()).isOfAnArticle();
    }

    private static boolean isSameSite(Url one, Url other) {
        return one.hostWithoutWww().equals(other.hostWithoutWww());
    }

    private CompletableFuture<Optional<Judged>> home(Url start, ChainEnd end) {
        return sentHome(start, end).thenCompose(found -> {
            if (found.isEmpty() || end.cookies().isEmpty()) {
                return CompletableFuture.completedFuture(found);
            }
            // Some sites greet a stranger on the home page first, and show what was asked for from then on.
            return again.apply(start, end)
                    .thenApply(second -> second.how() == ChainEnd.How.ANSWERED
                                    && !second.url().address().equals(end.url().address())
                            ? Optional.empty()
                            : found);
        });
    }

    private CompletableFuture<Optional<Judged>> sentHome(Url start, ChainEnd end) {
        var isOfAnArticle = new CitedName(start).isOfAnArticle();
        return probes.beside(start).thenCompose(probe -> {
            if (probe instanceof Probe.Shown shown && isOnePlace(start, end, shown)) {
                return unlessAllAreSentHome(
                        end, "the redirects lead to the home page, and so do those of a random address beside it");
            }
            return probe instanceof Probe.Refused && isOfAnArticle && isSameSite(start, end.url())
                    ? unlessAllAreSentHome(end, "the redirects lead from a page deep in the site to its home page")
                    : nothing();
        });
    }

    private CompletableFuture<Optional<Judged>> unlessAllAreSentHome(ChainEnd end, String sentence) {
        return unlessAllAreSentThere(
                Probes.pagesNamedOn(end), other -> new CitedName(other.end()).isHome(), end, sentence);
    }

    /**
     * Where even the pages that the site itself names are not shown, all are stopped there, and nothing is known of this
     * one. One that is shown is enough: sites name pages that are gone, too.
     */
    private CompletableFuture<Optional<Judged>> unlessAllAreSentThere(
            List<Url> named, Predicate<Probe.Shown> isThere, ChainEnd end, String sentence) {
        if (named.isEmpty()) {
            return said(sentence + SoftNotFound.likely());
        }
        return probes.page(named.get(0)).thenCompose(probe -> {
            if (!(probe instanceof Probe.Shown other && other.sentOn() && isThere.test(other))) {
                return said(sentence + SoftNotFound.sure());
            }
            return named.size() == 1
                    ? gate("the site sends other requests to " + end.url().address() + " as well")
                    : unlessAllAreSentThere(named.subList(1, named.size()), isThere, end, sentence);
        });
    }

    private CompletableFuture<Optional<Judged>> samePlace(Url start, ChainEnd end) {
        return probes.beside(start).thenCompose(probe -> {
            if (!(probe instanceof Probe.Shown shown) || !isOnePlace(start, end, shown)) {
                return nothing();
            }
            var home = start.resolve("/").orElse(start);
            return probes.page(home).thenCompose(root -> {
                if (root instanceof Probe.Shown top && isSamePlace(start, end, top)) {
                    return gate("the site sends every request to " + end.url().address());
                }
                return unlessAllAreSentThere(
                        root instanceof Probe.Shown top ? top.names() : List.of(),
                        other -> isSamePlace(start, end, other),
                        end,
                        "the redirects of a random address beside it lead to the same page");
            });
        });
    }

    private static boolean isSamePlace(Url start, ChainEnd end, Probe.Shown other) {
        return CitedName.place(start, end.url()).equals(CitedName.place(other.asked(), other.end()));
    }

    private static boolean isOnePlace(Url start, ChainEnd end, Probe.Shown shown) {
        return shown.sentOn() && isSamePlace(start, end, shown);
    }

    private static CompletableFuture<Optional<Judged>> said(String sentence) {
        return judged(Reason.SOFT_404, sentence);
    }

    private static CompletableFuture<Optional<Judged>> gate(String sentence) {
        return judged(Reason.BOT_WALL, sentence);
    }

    private static CompletableFuture<Optional<Judged>> judged(Reason reason, String sentence) {
        return CompletableFuture.completedFuture(Optional.of(new Judged(reason, sentence)));
    }

    private static CompletableFuture<Optional<Judged>> nothing() {
        return CompletableFuture.completedFuture(Optional.empty());
    }
}
