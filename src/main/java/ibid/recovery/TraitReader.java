package ibid.recovery;

import ibid.citation.CitedDate;
import ibid.citation.Truncation;
import ibid.page.Page;
import ibid.text.Terms;
import ibid.url.Url;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the traits of the contenders for one cut address. */
final class TraitReader {
    /** Days between the date in an address or on a page and the cited one that are the same date in another time zone. */
    static final long NEAR_DAYS = 3;

    /** Pages are often corrected, and often dated by that; beyond it another page is meant. */
    static final long OTHER_DAYS = 31;

    /** What may follow a whole address where something is added to it. */
    private static final String BORDERS = "/?&; #.";

    /** How much author and date of a page count that has only some of the title's words. */
    private static final double OF_ANOTHER_TITLE = 0.25;

    private static final long CAPTURED_EARLY = 7;
    private static final long CAPTURED_LATE = 60;

    private final Truncation cut;
    private final Clues clues;
    private final Visible visible;

    TraitReader(Truncation cut, Clues clues) {
        this.cut = cut;
        this.clues = clues;
        this.visible = new Visible(cut);
    }

    String hidden(Contender contender) {
        return visible.of(contender.url().text()).text();
    }

    Traits none(boolean complete) {
        var traits = new Traits();
        traits.set(Trait.NONE, true);
        traits.set(Trait.NONE_COMPLETE, complete);
        traits.set(Trait.NONE_TAILLESS, cut.tail().isEmpty());
        traits.set(Trait.NONE_TITLELESS, clues.titles().isEmpty());
        return traits;
    }

    /** What its address, its captures and the other contenders say of it: the same, whatever pages are read. */
    Traits unread(Contender contender, Others others) {
        var traits = new Traits();
        address(traits, contender, others);
        dates(traits, contender);
        return traits;
    }

    /** With what its page says. */
    Traits read(Traits unread, Contender contender, PageReading reading) {
        if (reading.state() != PageReading.State.READ && reading.state() != PageReading.State.GONE) {
            return unread;
        }
        var traits = unread.copy();
        if (reading.state() == PageReading.State.READ) {
            page(traits, contender, reading.page());
        }
        // What was captured has gone since, as links do; what nobody ever saw was hardly cited.
        traits.set(Trait.PAGE_GONE, reading.state() == PageReading.State.GONE && !contender.wasThere());
        return traits;
    }

    private void address(Traits traits, Contender contender, Others others) {
        var text = contender.url().text();
        var hidden = visible.of(text);
        var fit = TitleFit.best(clues.titles(), contender.url().path(), hidden.words());
        traits.set(Trait.TITLE_IN_PATH, fit.inPath());
        traits.set(Trait.TITLE_RUN, fit.run());
        traits.set(Trait.HIDDEN_IN_TITLE, fit.inTitle());
        traits.set(Trait.HIDDEN_STRANGE, Math.min(fit.strange(), 5) / 5.0);
        traits.set(Trait.VARIANT, Variants.marks(hidden.text()));
        traits.set(Trait.EXTENDED, isExtended(contender, others.keys()) || isForm(contender, others));
        traits.set(Trait.QUERY, hidden.text().indexOf('?') >= 0);
        traits.set(Trait.NO_PAGE, Variants.isNoPage(text, contender.mimeType()));
        traits.set(Trait.LINKED, contender.isKnownBy(Offer.Kind.LINKED));
        traits.set(Trait.CITED, contender.isKnownBy(Offer.Kind.CITED));
        traits.set(Trait.COMPOSED, contender.offers().stream().allMatch(o -> o.kind() == Offer.Kind.COMPOSED));
        traits.set(Trait.CAPTURED_FAILING, contender.wasCaptured() && !contender.wasThere());
    }

    /** {@code /print/a/b} beside {@code /a/b}. */
    private boolean isForm(Contender contender, Others others) {
        return Variants.marks(hidden(contender)) && others.plainWords().contains(contender.words());
    }

    /** What is known of all contenders, this one among them. */
    Others others(List<Contender> contenders) {
        return new Others(
                contenders.stream().map(Contender::key).collect(Collectors.toSet()),
                contenders.stream()
                        .filter(one -> !Variants.marks(hidden(one)))
                        .map(Contender::words)
                        .collect(Collectors.toSet()));
    }

    /**
     * The contenders together.
     *
     * @param plainWords the words of those that are no other form of a page
     */
    record Others(Set<String> keys, Set<String> plainWords) {}

    /** {@code /a/b/print} beside {@code /a/b}, {@code /a/b?x} too. */
    private static boolean isExtended(Contender contender, Set<String> keys) {
        var own = contender.key();
        for (var i = own.indexOf('/') + 1; i < own.length(); i++) {
            if (BORDERS.indexOf(own.charAt(i)) >= 0 && keys.contains(own.substring(0, i))) {
                return true;
            }
        }
        return hasOneFolderMore(own, keys);
    }

    /** {@code /print/a/b} or {@code /2/a/b} beside {@code /a/b}. */
    private static boolean hasOneFolderMore(String own, Set<String> keys) {
        var first = own.indexOf('/');
        for (var from = first; from >= 0; ) {
            var next = own.indexOf('/', from + 1);
            if (next > 0 && keys.contains(own.substring(0, from) + own.substring(next))) {
                return true;
            }
            from = next;
        }
        return false;
    }

    private void dates(Traits traits, Contender contender) {
        var written = PathDate.of(contender.url().path());
        traits.set(Trait.PATH_DATE_NEAR, isNear(written));
        traits.set(Trait.PATH_DATE_OTHER, isOther(written));
        var first = contender.firstCaptured().map(CitedDate::of);
        var published = clues.dates();
        traits.set(
                Trait.CAPTURED_NEAR,
                first.stream()
                        .flatMapToDouble(day -> published.stream().mapToDouble(date -> soonness(day, date)))
                        .max()
                        .orElse(0));
        traits.set(
                Trait.CAPTURED_BEFORE,
                first.isPresent()
                        && !published.isEmpty()
                        && published.stream().allMatch(date -> isBefore(first.get(), date)));
    }

    /** 1 up to two months after it was published, and less the later it was captured. */
    private static double soonness(CitedDate capture, CitedDate published) {
        return isBefore(capture, published)
                ? 0
                : CAPTURED_LATE / Math.max(CAPTURED_LATE, (double) capture.daysFrom(published));
    }

    private static boolean isBefore(CitedDate capture, CitedDate published) {
        return capture.last().plusDays(CAPTURED_EARLY).isBefore(published.first());
    }

    private boolean isNear(Optional<CitedDate> written) {
        return written.isPresent()
                && clues.dates().stream().anyMatch(date -> date.daysFrom(written.get()) <= NEAR_DAYS);
    }

    private boolean isOther(Optional<CitedDate> written) {
        return written.isPresent()
                && !clues.dates().isEmpty()
                && clues.dates().stream().allMatch(date -> date.daysFrom(written.get()) > OTHER_DAYS);
    }

    private void page(Traits traits, Contender contender, Page page) {
        var agreement = title(page);
        // A page to print says all that the page says, and is still not the address that was cited.
        var speaks = !isAnotherForm(contender);
        traits.set(Trait.PAGE_TITLE_WHOLE, speaks && agreement == TitleAgreement.WHOLE);
        traits.set(Trait.PAGE_TITLE_NEAR, speaks && agreement == TitleAgreement.NEAR);
        traits.set(
                Trait.PAGE_TITLE_PARTLY,
                agreement == TitleAgreement.PARTLY && !clues.titles().isEmpty());
        traits.set(Trait.PAGE_TITLE_OTHER, agreement == TitleAgreement.OTHER);
        // One author writes much, and on one day a site has many pages: beside another title that says little.
        var counts =
                agreement.compareTo(TitleAgreement.PARTLY) < 0 || clues.titles().isEmpty() ? 1 : OF_ANOTHER_TITLE;
        traits.set(Trait.PAGE_AUTHOR, speaks && hasAuthor(page) ? counts : 0);
        var published = page.published().map(CitedDate::of);
        traits.set(Trait.PAGE_DATE_NEAR, speaks && isNear(published) ? counts : 0);
        traits.set(Trait.PAGE_DATE_OTHER, isOther(published));
        traits.set(Trait.CANONICAL_OTHER, callsItselfOtherwise(contender, page));
    }

    private boolean isAnotherForm(Contender contender) {
        var hidden = hidden(contender);
        return Variants.marks(hidden) || (cut.tail().isEmpty() && hidden.indexOf('?') >= 0);
    }

    TitleAgreement title(Page page) {
        return page.title()
                .map(title -> TitleAgreement.of(clues.titles(), title))
                .orElse(TitleAgreement.PARTLY);
    }

    /** Whether the page names one of the cited authors: all words of the shorter name are in the longer. */
    boolean hasAuthor(Page page) {
        var author = page.author().map(Terms::of).orElse(List.of());
        return clues.authors().stream().map(Terms::of).anyMatch(cited -> isOneName(cited, author));
    }

    private static boolean isOneName(Collection<String> one, Collection<String> other) {
        return !one.isEmpty() && !other.isEmpty() && (one.containsAll(other) || other.containsAll(one));
    }

    boolean isPublishedNear(Page page) {
        return isNear(page.published().map(CitedDate::of));
    }

    static boolean callsItselfOtherwise(Contender contender, Page page) {
        return canonical(contender, page)
                .filter(own -> !Contender.keyOf(own).equals(contender.key()))
                .isPresent();
    }

    /** What the page calls its own address. */
    static Optional<Url> canonical(Contender contender, Page page) {
        return page.canonical().flatMap(contender.url()::resolve);
    }
}
