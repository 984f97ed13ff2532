package ibid.resolution;

import ibid.config.Settings.Fragments;
import ibid.page.PagePlaces;
import ibid.page.PagePlaces.Kind;
import ibid.page.PlacesReader;
import ibid.page.TextDirective;
import ibid.resolution.Fragment.Found;
import ibid.url.PercentEncoding;
import ibid.url.Url;
import ibid.web.WebRequest.Method;
import ibid.web.WebResponse;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Looks for the parts that fragments name in the pages that were fetched. The places of a page are kept for a while, because
 * further citations may name other parts of it.
 */
final class WebPlaces {
    /** In bytes of a decoded body. */
    private static final int LARGEST = 16 << 20;

    /** {@link PagePlaces#weight} of all that is kept; what was seen longest ago goes first, and is fetched again if it is needed. */
    private static final int MOST_KEPT = 8 << 20;

    /** Fewer links to places of its own do not show that the places of a page are in its markup. */
    private static final int FEWEST_LINKED = 2;

    /** What comes with scripts or on another page of the same list, however well the page is made. */
    private static final Pattern LOADED_LATER = Pattern.compile(
            "(?i)(?:issue|review|commit|pull|discussion|timeline|event|ref|diff|note|comment|reply|post|msg|message|answer|p|c)?"
                    + "[a-z]*[-_/]?r?\\d{2,}.*|comments?|respond|disqus.*|diff-.*|(?:tab|modal|popup|slide|panel|section)-?\\d*");

    private final Fragments wanted;
    private final Set<String> pagesWanted = new HashSet<>();
    private final Map<String, PagePlaces> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final PlacesReader reader = new PlacesReader();
    private int weight;

    WebPlaces(Fragments wanted) {
        this.wanted = wanted;
    }

    /** Whether the page of an address has to be read to say what is to be said of its fragment. */
    boolean wants(Url url) {
        if (wanted == Fragments.NONE || url.fragment().isEmpty()) {
            return false;
        }
        var form = FragmentForm.of(url.fragment().get());
        if (form.kind() == FragmentForm.Kind.PAGE) {
            synchronized (this) {
                pagesWanted.add(url.address());
            }
        }
        return switch (form.kind()) {
            case PROGRAM, PLAIN_TEXT -> false;
            case TOP -> quotes(url);
            case NAME, LINES, PAGE -> true;
        };
    }

    private boolean quotes(Url url) {
        return wanted == Fragments.FULL
                && !TextDirective.in(url.fragment().orElse("")).isEmpty();
    }

    /** Keeps the places of the page at the end of a chain. */
    void keep(Url start, ChainEnd end) {
        var isRead = wanted != Fragments.NONE
                && end.how() == ChainEnd.How.ANSWERED
                && end.reply() instanceof WebResponse response
                && response.request().method() == Method.GET;
        if (!isRead) {
            return;
        }
        var response = (WebResponse) end.reply();
        var body = response.body().decoded(response.headers(), LARGEST).bytes();
        var places = reader.read(
                body,
                response.header("Content-Type"),
                response.truncated().isPresent() || body.length >= LARGEST,
                end.page().content(),
                isPageWanted(start));
        keep(start.address(), wanted == Fragments.FULL ? places : places.withoutText());
    }

    private synchronized boolean isPageWanted(Url start) {
        return pagesWanted.contains(start.address());
    }

    private synchronized void keep(String address, PagePlaces places) {
        var before = kept.put(address, places);
        weight += places.weight() - (before == null ? 0 : before.weight());
        for (var all = kept.values().iterator(); weight > MOST_KEPT && kept.size() > 1 && all.hasNext(); ) {
            weight -= all.next().weight();
            all.remove();
        }
    }

    /** Whether the page of an address has to be fetched for the part that it names. */
    synchronized boolean lacks(Url url) {
        var places = kept.get(url.address());
        return places == null
                || (places.kind() == Kind.PDF
                        && places.whole()
                        && places.pages().isEmpty()
                        && pagesWanted.contains(url.address())
                        && uncounted.add(url.address()));
    }

    /** PDFs that were seen before anybody asked for a page: each is counted once. */
    private final Set<String> uncounted = new HashSet<>();

    /** What is known of the part that an address names; empty where nothing is to be said. */
    Optional<Fragment> find(Url url) {
        if (wanted == Fragments.NONE || url.fragment().isEmpty()) {
            return Optional.empty();
        }
        var fragment = url.fragment().get();
        var form = FragmentForm.of(fragment);
        var shown = PercentEncoding.decoded(fragment).orElse(fragment);
        PagePlaces places;
        synchronized (this) {
            places = kept.get(url.address());
        }
        return Optional.of(
                switch (form.kind()) {
                    case PROGRAM -> Fragment.unknown(shown, "was not looked for: only a program can read it");
                    case PLAIN_TEXT -> Fragment.there(shown);
                    case TOP -> places == null ? Fragment.there(shown) : quoted(fragment, shown, places);
                    case NAME, LINES, PAGE ->
                        places == null
                                ? Fragment.unknown(shown, "was not looked for: the page was not read")
                                : in(places, url, form, fragment, shown);
                });
    }

    private Fragment in(PagePlaces places, Url url, FragmentForm form, String fragment, String shown) {
        return switch (places.kind()) {
            case PDF -> page(places, form, shown);
            case HTML, SVG -> {
                var named = named(places, url, form);
                yield named.found() == Found.THERE ? quoted(fragment, shown, places) : named;
            }
            case TEXT -> Fragment.unknown(shown, "was not looked for: plain text has no names for its parts");
            case OTHER -> Fragment.unknown(shown, "was not looked for: what is there has no names for its parts");
        };
    }

    private static Fragment page(PagePlaces places, FragmentForm form, String shown) {
        if (form.kind() != FragmentForm.Kind.PAGE || places.pages().isEmpty()) {
            return Fragment.unknown(shown, "was not looked for: the pages of the document were not counted");
        }
        var page = form.number().orElse(1);
        var count = places.pages().getAsInt();
        return page >= 1 && page <= count
                ? Fragment.there(shown)
                : Fragment.missing(
                        shown, "is not in the document, which has " + (count == 1 ? "one page" : count + " pages"));
    }

    private static Fragment named(PagePlaces places, Url url, FragmentForm form) {
        var found = PlaceNames.find(form.anchor(), places.names(), "the page");
        if (found.found() == Found.THERE) {
            return found;
        }
        return doubt(places, url, form)
                .map(why -> Fragment.unknown(found.name(), "was not found, but " + why))
                .orElse(found);
    }

    /** Why a part may be there although its name is not in the markup. */
    private static Optional<String> doubt(PagePlaces places, Url url, FragmentForm form) {
        if (!places.whole()) {
            return Optional.of("the page was read only in part");
        }
        if (form.kind() == FragmentForm.Kind.LINES && (places.scripted() || CodeHosts.is(url))) {
            return Optional.of("scripts may show lines");
        }
        if (form.kind() == FragmentForm.Kind.PAGE) {
            return Optional.of("scripts may show pages");
        }
        if (!places.scripted()) {
            return Optional.empty();
        }
        var anchor = PercentEncoding.decoded(form.anchor()).orElse(form.anchor());
        if (places.linked().contains(form.anchor()) || places.linked().contains(anchor)) {
            return Optional.of("the page links to it itself, so that scripts may make it");
        }
        var linked = places.linked().stream()
                .distinct()
                .filter(link -> PlaceNames.find(link, places.names(), "").found() == Found.THERE)
                .limit(FEWEST_LINKED)
                .count();
        var isMadeOnTheServer = linked >= FEWEST_LINKED && (!CodeHosts.is(url) || CodeHosts.showsItsText(places));
        return isMadeOnTheServer && !LOADED_LATER.matcher(anchor).matches()
                ? Optional.empty()
                : Optional.of("scripts may make it");
    }

    private Fragment quoted(String fragment, String shown, PagePlaces places) {
        var quotes = TextDirective.in(fragment);
        if (wanted != Fragments.FULL || quotes.isEmpty() || places.kind() != Kind.HTML) {
            return Fragment.there(shown);
        }
        if (quotes.stream().anyMatch(quote -> quote.isIn(places.text()))) {
            return Fragment.there(shown);
        }
        if (places.text().isEmpty() || !places.whole() || places.scripted()) {
            return Fragment.unknown(
                    shown,
                    "was not found, but "
                            + (places.scripted() ? "scripts may show it" : "the page is too long to tell"));
        }
        return Fragment.missing(shown, "is quoted from the page, which does not say so");
    }
}
