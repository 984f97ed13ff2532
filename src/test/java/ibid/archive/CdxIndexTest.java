package ibid.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ibid.archive.CaptureListing.Row;
import ibid.archive.CaptureQuery.Match;
import ibid.archive.fake.FakeArchive.Trouble;
import ibid.archive.fake.FakeCapture;
import ibid.archive.fake.FakeIndex;
import ibid.archive.fake.FakeIndex.Kind;
import ibid.archive.fake.FakeLookups;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever kind of server answers, and however, the rows are those that the query means. */
class CdxIndexTest {
    private static final String FOLDER = "http://www.host.org/publications/";

    private static FakeIndex site(Kind kind) {
        var index = new FakeIndex(kind)
                .add(FakeCapture.page("http://www.host.org/", "20100101000000", 200))
                .add(FakeCapture.page("http://www.host.org/public", "20100101000000", 200))
                .add(FakeCapture.page("http://host.org/about", "20100101000000", 200))
                .add(FakeCapture.page("http://blog.host.org/publications/item/1-first.html", "20110101000000", 200))
                .add(FakeCapture.page("http://host.organic/publications/x", "20100101000000", 200));
        for (var i = 1; i <= 50; i++) {
            var address = FOLDER + "item/" + i + "-article.html";
            index.add(FakeCapture.page(address, "20120101000000", i % 5 == 0 ? 404 : 200))
                    .add(FakeCapture.page(address, "20150101000000", 200));
        }
        return index;
    }

    private static FakeLookups lookups(Kind kind, FakeIndex index) {
        return kind == Kind.WAYBACK ? FakeLookups.wayback(index) : FakeLookups.unknown(index);
    }

    private static List<String> originals(CaptureListing listing) {
        return listing.captures().stream().map(Row::original).toList();
    }

    private static CaptureQuery matching(String regex, List<Integer> statuses) {
        return new CaptureQuery(FOLDER, Match.PREFIX, Optional.of(regex), statuses, true, Optional.empty(), 500);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aFolderIsListedWholeWithOneCaptureOfEachAddress(Kind kind) {
        var listing = lookups(kind, site(kind)).list(CaptureQuery.below(FOLDER, 1000));
        assertThat(listing.captures())
                .hasSize(50)
                .allMatch(row -> row.original().startsWith(FOLDER));
        assertThat(listing.complete()).as(listing.toString()).isTrue();
        assertThat(listing.problem()).isEmpty();
        assertThat(listing.dropped()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void anEndIsLookedForByTheIndexAndLookedAtAgainHere(Kind kind) {
        var listing = lookups(kind, site(kind)).list(matching("(?i).*/7-ARTICLE\\.html([?#].*)?", List.of()));
        assertThat(originals(listing)).containsExactly(FOLDER + "item/7-article.html");
        assertThat(listing.complete()).as(listing.toString()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void aGoodCaptureIsFoundBehindAnErrorPage(Kind kind) {
        var listing = lookups(kind, site(kind)).list(matching(".*/10-article\\.html", List.of(200)));
        assertThat(listing.captures())
                .singleElement()
                .satisfies(row -> assertThat(row.at()).isEqualTo(Instant.parse("2015-01-01T00:00:00Z")));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void hostAndDomainAreToldApart(Kind kind) {
        var lookups = lookups(kind, site(kind));
        var host = new CaptureQuery(FOLDER, Match.HOST, Optional.empty(), List.of(), true, Optional.empty(), 1000);
        var domain = new CaptureQuery(FOLDER, Match.DOMAIN, Optional.empty(), List.of(), true, Optional.empty(), 1000);
        assertThat(originals(lookups.list(host))).hasSize(53).noneMatch(url -> url.contains("blog"));
        assertThat(originals(lookups.list(domain)))
                .hasSize(54)
                .contains("http://blog.host.org/publications/item/1-first.html")
                .noneMatch(url -> url.contains("organic"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatIsNotThereIsAnAnswerToo(Kind kind) {
        var listing = lookups(kind, site(kind)).list(CaptureQuery.of("http://host.org/missing", 10));
        assertThat(listing).isEqualTo(new CaptureListing(List.of(), true, Optional.empty(), 1));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theLastCapturesComeLast(Kind kind) {
        var index = new FakeIndex(kind);
        for (var year = 2001; year <= 2020; year++) {
            index.add(FakeCapture.page("http://host.org/a", year + "0101000000", year > 2015 ? 404 : 200));
        }
        assertThat(lookups(kind, index)
                        .list(CaptureQuery.last("http://host.org/a", List.of(), 3))
                        .captures())
                .extracting(row -> row.at().toString().substring(0, 4))
                .containsExactly("2018", "2019", "2020");
        assertThat(lookups(kind, index)
                        .list(CaptureQuery.last("http://host.org/a", List.of(200), 1))
                        .captures())
                .extracting(row -> row.at().toString().substring(0, 4))
                .containsExactly("2015");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void theCaptureNearestToADateComesFirst(Kind kind) {
        var index = new FakeIndex(kind);
        for (var year = 2001; year <= 2020; year++) {
            index.add(FakeCapture.page("http://host.org/a", year + "0101000000", 200));
        }
        var near = new CaptureQuery(
                "http://host.org/a", Match.EXACT, Optional.empty(), List.of(), false, Optional.of("20100203000000"), 2);
        assertThat(lookups(kind, index).list(near).captures())
                .extracting(row -> row.at().toString().substring(0, 4))
                .startsWith("2010");
    }

    @ParameterizedTest
    @EnumSource(names = {"WAYBACK", "PYWB"})
    void pagesAreFollowedToTheEnd(Kind kind) {
        var lookups = lookups(kind, site(kind).pagedBy(9));
        var listing = lookups.list(CaptureQuery.below(FOLDER, 1000));
        assertThat(listing.captures()).hasSize(50);
        assertThat(listing.complete()).as(listing.toString()).isTrue();
        assertThat(listing.requests())
                .isEqualTo(lookups.archive().asked().size())
                .isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whoWantsFewIsToldThatThereAreMore(Kind kind) {
        var listing = lookups(kind, site(kind)).list(CaptureQuery.below(FOLDER, 7));
        assertThat(listing.captures()).hasSize(7);
        assertThat(listing.complete()).isFalse();
        assertThat(listing.problem().orElseThrow()).endsWith("knows more captures than were asked for");
    }

    @Test
    void anIndexThatCannotFilterInTimeIsAskedWithoutFilter() {
        var lookups = FakeLookups.wayback(site(Kind.WAYBACK).overtaxedBy(20).pagedBy(30));
        var listing = lookups.list(matching(".*/7-article\\.html", List.of()));
        assertThat(originals(listing)).containsExactly(FOLDER + "item/7-article.html");
        assertThat(listing.complete()).as(listing.toString()).isTrue();
        assertThat(listing.requests()).isEqualTo(3);
    }

    @Test
    void aHostTooLargeToBeListedIsSaidToBe() {
        var host = new CaptureQuery(FOLDER, Match.HOST, Optional.empty(), List.of(), true, Optional.empty(), 1000);
        var listing = FakeLookups.wayback(site(Kind.WAYBACK).overtaxedBy(20)).list(host);
        assertThat(listing)
                .isEqualTo(CaptureListing.failed("web.archive.org could not answer so large a question in time", 1));
    }

    @Test
    void rowsWithDashesAndTimesWithZerosAreReadAndJunkIsDropped() {
        var page = FakeCapture.page("http://host.org:80/a", "20120101000000", 200);
        var index = new FakeIndex(Kind.WAYBACK)
                .add(page)
                .add(page.revisited("20130101000000"))
                .add(FakeCapture.page("http://host.org/a", "20000008241213", 200))
                .add(FakeCapture.page("http://host.org/A", "20110101000000", 200))
                .add(FakeCapture.page("http://host.org/a", "99999999999999", 200))
                .add(FakeCapture.page("http://host.org/a", "yesterday", 200));
        var listing = FakeLookups.wayback(index).list(CaptureQuery.of("http://host.org/a", 100));
        assertThat(listing.captures())
                .extracting(Row::at, Row::status)
                .containsExactlyInAnyOrder(
                        tuple(Instant.parse("2000-08-24T12:13:00Z"), OptionalInt.of(200)),
                        tuple(Instant.parse("2012-01-01T00:00:00Z"), OptionalInt.of(200)),
                        tuple(Instant.parse("2013-01-01T00:00:00Z"), OptionalInt.empty()));
        assertThat(listing.dropped())
                .as("another case, and two that are no times")
                .isEqualTo(3);
    }

    @Test
    void linesThatComeTwiceCountOnce() {
        var lookups = FakeLookups.wayback(site(Kind.WAYBACK));
        lookups.archive().tempered((number, path) -> Trouble.TWICE);
        assertThat(lookups.list(CaptureQuery.below(FOLDER, 1000)).captures()).hasSize(50);
    }

    @Test
    void anAnswerThatBreaksOffIsNotWhole() {
        var lookups = FakeLookups.wayback(site(Kind.WAYBACK));
        lookups.archive().tempered((number, path) -> Trouble.CUT);
        var listing = lookups.list(CaptureQuery.below(FOLDER, 1000));
        assertThat(listing.captures()).hasSizeBetween(20, 40);
        assertThat(listing.complete()).isFalse();
        assertThat(listing.problem()).contains("1 rows of web.archive.org could not be read");
    }

    @ParameterizedTest
    @EnumSource(names = {"PAGE", "BLOCKED", "DROPPED", "SILENCE", "RUNTIME_ERROR", "TOO_MANY", "GATEWAY_TIMEOUT"})
    void noTroubleIsTakenForAnAnswer(Trouble trouble) {
        var lookups = FakeLookups.wayback(site(Kind.WAYBACK));
        lookups.archive().tempered((number, path) -> trouble);
        for (var query : List.of(CaptureQuery.of(FOLDER, 10), CaptureQuery.below(FOLDER, 10))) {
            var listing = lookups.list(query);
            assertThat(listing.captures()).isEmpty();
            assertThat(listing.complete()).isFalse();
            assertThat(listing.problem()).isPresent();
        }
    }

    @Test
    void aSiteThatIsNotShownIsSaidToBe() {
        var lookups = FakeLookups.wayback(site(Kind.WAYBACK));
        lookups.archive().tempered((number, path) -> Trouble.BLOCKED);
        assertThat(lookups.list(CaptureQuery.of(FOLDER, 10)).problem())
                .contains("web.archive.org does not show what it has of this site");
    }

    @Test
    void whatStartsWellAndEndsInTroubleIsKeptAndNotWhole() {
        var lookups = FakeLookups.wayback(site(Kind.WAYBACK).pagedBy(10));
        lookups.archive().tempered((number, path) -> number == 3 ? Trouble.DROPPED : Trouble.NONE);
        var listing = lookups.list(CaptureQuery.below(FOLDER, 1000));
        assertThat(listing.captures()).hasSize(20);
        assertThat(listing.complete()).isFalse();
    }

    @Test
    void aFolderIsAskedForOnceAndAnswersForAllBelow() {
        var lookups = FakeLookups.wayback(site(Kind.WAYBACK));
        var whole = lookups.start(CaptureQuery.below(FOLDER, 1000));
        var same = lookups.start(CaptureQuery.below(FOLDER, 1000));
        var below = lookups.start(CaptureQuery.below(FOLDER + "item/1", 1000));
        var ending = lookups.start(matching(".*/12-article\\.html", List.of()));
        assertThat(lookups.await(whole)).isEqualTo(lookups.await(same));
        assertThat(lookups.await(below).captures()).hasSize(11);
        assertThat(lookups.await(below).requests()).isZero();
        assertThat(lookups.await(ending).captures()).hasSize(1);
        assertThat(lookups.archive().asked()).hasSize(1);
    }

    @Test
    void aMemoryIsAskedFirstAndLearnsWhatIsComplete() {
        var learnt = new ArrayList<String>();
        var memory = new ListingMemory() {
            @Override
            public Optional<CaptureListing> known(String index, CaptureQuery query) {
                return query.url().endsWith("known")
                        ? Optional.of(new CaptureListing(List.of(), true, Optional.empty(), 0))
                        : Optional.empty();
            }

            @Override
            public void learn(String index, CaptureQuery query, CaptureListing listing) {
                learnt.add(index + " " + query.url() + " " + listing.captures().size());
            }
        };
        var lookups = FakeLookups.wayback(site(Kind.WAYBACK), Duration.ofMinutes(10), memory);
        lookups.list(CaptureQuery.of("http://host.org/known", 5));
        assertThat(lookups.archive().asked()).isEmpty();
        lookups.list(CaptureQuery.of("http://host.org/about", 5));
        lookups.list(CaptureQuery.below(FOLDER, 5));
        assertThat(learnt).containsExactly("https://web.archive.org/cdx/search/cdx http://host.org/about 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://me:word@host.org/a",
                "http://host.org/a?token=abc",
                "http://intranet/a",
                "http://10.0.0.7/a",
                "http://127.1/a",
                "http://[fe80::1]/a",
                "http://wiki.corp/a",
                "http://printer.local/a",
                "http://localhost:8080/a",
                "no address",
            })
    void nobodyIsToldOfWhatIsPrivate(String address) {
        var lookups = FakeLookups.wayback(site(Kind.WAYBACK));
        assertThat(lookups.list(CaptureQuery.of(address, 5)).problem())
                .contains("not looked up in archives: the address may be private");
        assertThat(lookups.archive().asked()).isEmpty();
    }

    @Test
    void aHundredThousandRowsComeInAFewPages() {
        var index = new FakeIndex(Kind.WAYBACK).pagedBy(20_000);
        for (var i = 0; i < 100_000; i++) {
            index.add(FakeCapture.page(FOLDER + String.format(Locale.ROOT, "%06d.html", i), "20120101000000", 200));
        }
        var listing = FakeLookups.wayback(index).list(CaptureQuery.below(FOLDER, 200_000));
        assertThat(listing.captures()).hasSize(100_000);
        assertThat(listing.requests()).isBetween(5, 6);
        assertThat(listing.complete()).isTrue();
    }
}
