package ibid.recovery;

import ibid.citation.Dialects;
import ibid.page.Page;
import ibid.recovery.Contest.Judged;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says why a contender was judged as it was, a sentence each. */
final class Grounds {
    private static final int LONGEST_QUOTE = 200;

    private final Dialects dialects;
    private final Contest contest;
    private final List<Judged> all;

    Grounds(Dialects dialects, Contest contest, List<Judged> all) {
        this.dialects = dialects;
        this.contest = contest;
        this.all = all;
    }

    Candidate candidate(Judged judged) {
        var certainty = contest.certainty(judged, all);
        var score = certainty == Certainty.EXACT ? Math.max(judged.probability(), 0.999) : judged.probability();
        // What is likely among what is known, and borne out by too little to be certain, must not look as if it were.
        var shown = certainty.isCertain() ? score : Math.min(score, Contest.CERTAIN);
        return new Candidate(
                judged.contender().url().text(),
                certainty,
                rounded(shown),
                evidence(judged),
                judged.reading().outcome());
    }

    /** What the last digits say is noise, and must not differ from machine to machine. */
    private static double rounded(double score) {
        return Math.round(Math.min(1, Math.max(0, score)) * 10_000) / 10_000.0;
    }

    private List<String> evidence(Judged judged) {
        var evidence = new ArrayList<String>();
        evidence.add(whence(judged.contender()));
        evidence.add(forwardCheck());
        evidence.add(rivals(judged));
        path(judged, evidence);
        page(judged, evidence);
        against(judged, evidence);
        return evidence;
    }

    private static String whence(Contender contender) {
        var offer = contender.offers().get(0);
        return switch (offer.kind()) {
            case CITED -> "the full address stands in " + offer.where();
            case ARCHIVED ->
                "it was captured by " + offer.where()
                        + contender.firstCaptured().map(day -> " on " + day).orElse("");
            case LINKED -> "the site names it in " + offer.where();
            case SEARCHED -> "it was found by " + offer.where();
            case COMPOSED -> "it was put together from the title and " + offer.where();
        };
    }

    private String forwardCheck() {
        return contest.cut().dialects().stream()
                .findFirst()
                .flatMap(dialects::platform)
                .map(platform -> platform + " shows it exactly as the cut text")
                .orElse("it begins and ends like the cut text and is longer");
    }

    private String rivals(Judged judged) {
        if (judged.contender().isKnownBy(Offer.Kind.CITED) && contest.size() == 1) {
            return "no other address in the documents fits";
        }
        var known = contest.isComplete() ? ", and all known addresses of this part of the site were seen" : "";
        return contest.size() == 1
                ? "no other known address fits" + known
                : contest.size() + " known addresses fit" + known;
    }

    private void path(Judged judged, List<String> evidence) {
        var share = Math.round(100 * judged.traits().of(Trait.TITLE_IN_PATH));
        if (share > 0) {
            evidence.add(
                    share >= 100
                            ? "all words of the title stand in the path"
                            : share + " % of the title stands in the path");
        }
        if (has(judged, Trait.PATH_DATE_NEAR)) {
            evidence.add("the date in the path is the cited one");
        }
        if (judged.traits().of(Trait.CAPTURED_NEAR) >= 1) {
            evidence.add("it was first captured soon after the cited date");
        }
    }

    private void page(Judged judged, List<String> evidence) {
        var reading = judged.reading();
        if (reading.state() != PageReading.State.READ) {
            return;
        }
        var page = reading.page();
        var which = reading.archivedAt()
                .map(at -> "the copy of " + LocalDate.ofInstant(at, ZoneOffset.UTC))
                .orElse("the page");
        page.title()
                .ifPresent(title -> evidence.add(
                        switch (contest.traits().title(page)) {
                            case WHOLE -> which + " has the cited title: \"" + quoted(title) + "\"";
                            case NEAR -> which + " has nearly the cited title: \"" + quoted(title) + "\"";
                            case PARTLY -> which + " is titled \"" + quoted(title) + "\"";
                            case OTHER -> which + " has another title: \"" + quoted(title) + "\"";
                        }));
        author(page, which).ifPresent(evidence::add);
        date(page, which, judged).ifPresent(evidence::add);
    }

    private Optional<String> author(Page page, String which) {
        return contest.traits().hasAuthor(page)
                ? page.author().map(author -> which + " names the cited author: " + quoted(author))
                : Optional.empty();
    }

    private Optional<String> date(Page page, String which, Judged judged) {
        if (contest.traits().isPublishedNear(page)) {
            return page.published().map(day -> which + " has the cited date: " + day);
        }
        return has(judged, Trait.PAGE_DATE_OTHER)
                ? page.published().map(day -> which + " has another date: " + day)
                : Optional.empty();
    }

    private void against(Judged judged, List<String> evidence) {
        say(judged, Trait.PATH_DATE_OTHER, "the date in the path is not the cited one", evidence);
        say(judged, Trait.CAPTURED_BEFORE, "it was captured before the cited date", evidence);
        say(judged, Trait.CAPTURED_FAILING, "only errors or redirects were captured", evidence);
        say(judged, Trait.VARIANT, "it looks like another form of a page: to print, a feed or a second part", evidence);
        say(judged, Trait.EXTENDED, "another address that fits is the beginning of it", evidence);
        say(judged, Trait.NO_PAGE, "it is no page to read", evidence);
        say(judged, Trait.PAGE_GONE, "the page is not there any more", evidence);
        say(judged, Trait.CANONICAL_OTHER, "the page calls another address its own", evidence);
        if (judged.reading().state() == PageReading.State.UNREADABLE) {
            evidence.add("no page of it could be read");
        }
    }

    private static void say(Judged judged, Trait trait, String sentence, List<String> evidence) {
        if (has(judged, trait)) {
            evidence.add(sentence);
        }
    }

    private static boolean has(Judged judged, Trait trait) {
        return judged.traits().has(trait);
    }

    static String quoted(String text) {
        return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "…";
    }
}
