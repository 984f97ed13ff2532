package ibid.recovery;

import ibid.archive.CopyJudge;
import ibid.archive.CopyJudgement;
import ibid.archive.CopyJudgement.Kind;
import ibid.archive.Memento;
import ibid.citation.CitedDate;
import ibid.citation.CitingDate;
import ibid.page.AddressMarks;
import ibid.page.Page;
import ibid.page.Page.Mark;
import ibid.page.Page.Sign;
import ibid.page.PageHeader;
import ibid.page.PageReader;
import ibid.text.Terms;
import ibid.url.ArchivedCopies;
import ibid.url.CanonicalKey;
import ibid.url.FileEndings;
import ibid.url.Level;
import ibid.url.Url;
import ibid.web.WebResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells whether a copy of an address shows what a citation cites: a page that is there, by the title that it is cited by. */
public final class CitedCopy implements CopyJudge {
    private static final int OK = 200;

    /** Readers find the signature of a PDF in its first KiB. */
    private static final int START = 1024;

    /** Where no title tells, a page of another time may be that of another owner. */
    private static final int MOST_DAYS_WITHOUT_TITLE = 366;

    /** A longer delay is meant for a reader who reads the page first. */
    private static final int LONGEST_DELAY_SECONDS = 10;

    /** Before the names of headers with which the page was captured; those of the archive itself stand beside them. */
    private static final String OF_ORIGINAL = "x-archive-orig-";

    private final Url cited;
    private final Clues clues;
    private final CitingDate date;
    private final PageReader reader = new PageReader();
    private final AddressMarks addresses = AddressMarks.load();

    /**
     * A judge for one address, or for the original of a copy.
     *
     * @param clues what the texts that cite it say of it
     */
    public CitedCopy(Url cited, Clues clues, CitingDate date) {
        this.cited = ArchivedCopies.original(cited);
        this.clues = clues;
        this.date = date;
    }

    @Override
    public CopyJudgement judge(Memento copy) {
        var response = copy.response();
        var status = response.status();
        if (status >= 300 && status < 400) {
            return showsNot(WebPages.target(response, cited.text())
                    .map(to -> "it is a redirect to " + to.text())
                    .orElse("it is a redirect"));
        }
        if (status != OK) {
            return showsNot("it was captured with status " + status);
        }
        var noContent = unlikeAFile(response);
        if (noContent.isPresent()) {
            return showsNot(noContent.get());
        }
        var page = page(response);
        return against(page, isHtml(response)).map(CitedCopy::showsNot).orElseGet(() -> byTitle(page, copy));
    }

    private Optional<String> unlikeAFile(WebResponse response) {
        var start = response.body().decoded(response.headers(), START).bytes();
        if (start.length == 0) {
            return Optional.of("it is empty");
        }
        var isPdf = new String(start, StandardCharsets.ISO_8859_1).contains("%PDF-");
        return !isPdf
                        && !isHtml(response)
                        && cited.path().toLowerCase(Locale.ROOT).endsWith(".pdf")
                ? Optional.of("it is no PDF")
                : Optional.empty();
    }

    private Page page(WebResponse response) {
        var body = response.body().decoded(response.headers(), PageReader.MOST_BYTES);
        return reader.read(body.bytes(), response.header("Content-Type"), headers(response), OK);
    }

    private static List<PageHeader> headers(WebResponse response) {
        var all = response.headers().stream()
                .map(header -> new PageHeader(header.name(), header.value()))
                .toList();
        var ofOriginal = all.stream()
                .filter(header -> header.name().regionMatches(true, 0, OF_ORIGINAL, 0, OF_ORIGINAL.length()))
                .map(header -> new PageHeader(header.name().substring(OF_ORIGINAL.length()), header.value()))
                .toList();
        return ofOriginal.isEmpty() ? all : ofOriginal;
    }

    private static boolean isHtml(WebResponse response) {
        return response.header("Content-Type").orElse("").contains("html");
    }

    /** What the page gives away about itself that no page does which somebody would cite. */
    private Optional<String> against(Page page, boolean isHtml) {
        var sign = page.marks().stream()
                .filter(mark -> mark.sign() != Sign.LOGIN || !addresses.show(AddressMarks.Sign.LOGIN, cited))
                .findFirst();
        if (sign.isPresent()) {
            return sign.map(CitedCopy::said);
        }
        if (isHtml && FileEndings.nameAFile(cited)) {
            return Optional.of("a page stands in place of the file");
        }
        return page.refresh()
                .filter(refresh -> refresh.seconds() <= LONGEST_DELAY_SECONDS)
                .flatMap(refresh -> cited.resolve(refresh.reference()))
                .filter(to -> !CanonicalKey.areEqual(to, cited, Level.SOURCE))
                .map(to -> "it sends readers on to " + to.text());
    }

    private static String said(Mark mark) {
        var why = mark.why().isEmpty() ? "the page is no source" : mark.why();
        return switch (mark.sign()) {
            case BOT_WALL -> "it is a wall before the page: " + why;
            case LOGIN -> "it is a log-in before the page: " + why;
            case NOT_FOUND_TEMPLATE, NOT_FOUND_TITLE, NOT_FOUND_WORDS, CLOSED ->
                "it says that there is nothing: " + why;
            case PARKED, FOR_SALE, DOWN, WITHHELD, MAYBE_PRIVATE, SCRIPT_SHELL -> "it shows no content: " + why;
        };
    }

    private CopyJudgement byTitle(Page page, Memento copy) {
        var telling = clues.titles().stream().filter(CitedCopy::tells).toList();
        var titled = page.title();
        if (!telling.isEmpty() && titled.isPresent()) {
            return switch (TitleAgreement.of(telling, titled.get())) {
                case WHOLE, NEAR ->
                    new CopyJudgement(Kind.SHOWS, "its title, \"" + titled.get() + "\", is the cited one");
                case PARTLY ->
                    new CopyJudgement(
                            Kind.MAY_SHOW, "its title, \"" + titled.get() + "\", is in part that of the citation");
                case OTHER ->
                    new CopyJudgement(
                            Kind.NAMED_OTHERWISE, "its title, \"" + titled.get() + "\", is not that of the citation");
            };
        }
        var day = CitedDate.of(LocalDate.ofInstant(copy.at(), ZoneOffset.UTC));
        var apart = day.daysFrom(date.date());
        var isNear = date.by().isOfCitation() && apart <= MOST_DAYS_WITHOUT_TITLE;
        var isPage = titled.isPresent() || FileEndings.nameAFile(cited);
        var called = titled.map(title -> "it is titled \"" + title + "\"").orElse("it has no title");
        return isNear && isPage && telling.isEmpty() && !callsItselfHome(page)
                ? new CopyJudgement(Kind.SHOWS, called + ", no title is cited, and it was made within a year")
                : new CopyJudgement(Kind.MAY_SHOW, called + ", with which no cited title can be compared");
    }

    /** A site may show its home page in place of what it lacks. */
    private boolean callsItselfHome(Page page) {
        return !Past.isHome(cited)
                && page.canonical().flatMap(cited::resolve).filter(Past::isHome).isPresent();
    }

    /** Few letters are shared by many titles, and "here" is none. */
    private static boolean tells(String title) {
        return Terms.of(title).stream().mapToInt(String::length).sum() >= TitleAgreement.FEWEST_LETTERS;
    }

    private static CopyJudgement showsNot(String why) {
        return new CopyJudgement(Kind.SHOWS_NOT, why);
    }
}
