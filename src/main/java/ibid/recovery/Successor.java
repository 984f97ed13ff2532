package ibid.recovery;

import ibid.page.Page;
import ibid.recovery.PageReading.State;
import ibid.resolution.Outcome;
import ibid.resolution.Verdict;
import ibid.url.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a page that is gone may be now, and what was read there.
 *
 * @param url the address that answers
 * @param offer how it came to be known
 * @param titles how far the page there is called what was cited
 * @param sameTitleAsBefore whether that is known from a copy of the page that is gone
 * @param score how much speaks for it, from 0 to 1
 */
record Successor(
        Url url,
        Offer offer,
        PageReading reading,
        TitleAgreement titles,
        boolean sameTitleAsBefore,
        boolean sameDateAsBefore,
        double score) {

    /**
     * Empty where nothing is there, or not what is looked for.
     *
     * @param before what a copy of the page that is gone says
     */
    static Optional<Successor> of(Url gone, Offer offer, PageReading reading, Clues clues, Optional<Page> before) {
        if (!isThere(reading)) {
            return Optional.empty();
        }
        var now = reading.page().title().orElse("");
        var old = before.flatMap(Page::title);
        var kept = old.map(title -> least(TitleAgreement.of(title, now), TitleAgreement.of(now, title)))
                .orElse(TitleAgreement.OTHER);
        // Where nobody says what was cited, what a copy says of it counts alone.
        var cited = old.isPresent() && clues.titles().isEmpty()
                ? TitleAgreement.OTHER
                : TitleAgreement.of(clues.titles(), now);
        var titles = now.isEmpty() ? TitleAgreement.PARTLY : least(cited, kept);
        var sameDate = before.flatMap(Page::published).equals(reading.page().published())
                && reading.page().published().isPresent();
        return end(reading, offer)
                .filter(url -> !Past.isHome(url) || Past.isHome(gone))
                .map(url -> new Successor(
                        url,
                        offer,
                        reading,
                        titles,
                        kept.compareTo(cited) < 0,
                        sameDate,
                        score(offer.kind(), titles, url, gone)))
                .filter(found -> found.score() > 0);
    }

    /** Why nothing was taken there. */
    static String whyNot(PageReading reading) {
        if (isThere(reading)) {
            return "what is there is another page";
        }
        return reading.outcome()
                .map(outcome -> "asked now, it is " + outcome.reason().label())
                .orElse("it could not be asked");
    }

    private static boolean isThere(PageReading reading) {
        return reading.state() == State.READ
                || reading.outcome()
                        .map(Outcome::verdict)
                        .filter(verdict -> verdict == Verdict.ALIVE || verdict == Verdict.MOVED)
                        .isPresent();
    }

    private static Optional<Url> end(PageReading reading, Offer offer) {
        return reading.outcome()
                .filter(outcome -> outcome.verdict() == Verdict.MOVED)
                .flatMap(Outcome::finalUrl)
                .or(() -> Optional.of(offer.url()))
                .flatMap(Url::parse);
    }

    private static TitleAgreement least(TitleAgreement one, TitleAgreement other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /** No measure of probability: what the site said itself counts most, and without its title little counts much. */
    private static double score(Offer.Kind kind, TitleAgreement titles, Url url, Url gone) {
        var isListed = kind == Offer.Kind.LINKED;
        return switch (titles) {
            case WHOLE, NEAR -> kind == Offer.Kind.ARCHIVED ? 0.9 : isListed ? 0.7 : 0.8;
            case PARTLY -> isListed ? sameName(url, gone) : 0.6;
            case OTHER -> isListed ? 0 : 0.3;
        };
    }

    private static double sameName(Url url, Url gone) {
        var name = ListedTitles.name(gone);
        return !name.isEmpty() && name.equals(ListedTitles.name(url)) ? 0.3 : 0;
    }

    /** @param share of the score that is left to it among others */
    Candidate candidate(double share) {
        return new Candidate(
                url.text(),
                share > 0.5 ? Certainty.PROBABLE : Certainty.POSSIBLE,
                Math.round(share * 100) / 100.0,
                evidence(),
                reading.outcome());
    }

    private List<String> evidence() {
        var evidence = new ArrayList<String>();
        evidence.add(
                switch (offer.kind()) {
                    case COMPOSED -> "it follows from " + offer.where();
                    case LINKED -> "the site names it in " + offer.where();
                    case ARCHIVED, CITED, SEARCHED -> offer.where();
                });
        evidence.add(reading.page().title().map(this::titled).orElse("something is there, without a title to compare"));
        if (sameDateAsBefore) {
            evidence.add("it has the date that the archived copy of the old page has: "
                    + reading.page().published().orElseThrow());
        }
        return evidence;
    }

    private String titled(String title) {
        var quoted = "\"" + Grounds.quoted(title) + "\"";
        return switch (titles) {
            case WHOLE, NEAR ->
                sameTitleAsBefore
                        ? "a page is there and has the title that the archived copy of the old page has: " + quoted
                        : "a page is there and has the cited title: " + quoted;
            case PARTLY -> "a page is there, titled " + quoted;
            case OTHER -> "a page is there with another title: " + quoted;
        };
    }
}
