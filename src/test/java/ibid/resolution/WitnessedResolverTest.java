package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.ListingMemory;
import ibid.archive.Snapshot;
import ibid.archive.fake.FakeArchive.Trouble;
import ibid.archive.fake.FakeCapture;
import ibid.archive.fake.FakeIndex;
import ibid.archive.fake.FakeIndex.Kind;
import ibid.archive.fake.FakeLookups;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Archives are asked of what is broken or open, and of nothing else. */
class WitnessedResolverTest {
    private static final String PAGE = "https://host.org/a";
    private static final String COPY = "https://web.archive.org/web/20190412070000/https://host.org/a";

    private final FakeIndex index = new FakeIndex(Kind.WAYBACK);

    private FakeLookups lookups() {
        return FakeLookups.wayback(index);
    }

    private static Resolution resolve(FakeLookups lookups, Reason reason) {
        var resolver = new WitnessedResolver(
                target -> CompletableFuture.completedFuture(Resolution.of(Outcome.unasked(reason, "as found"))),
                lookups.archives().mementos());
        return lookups.await(
                resolver.resolve(new UrlTarget(PAGE, Url.parse(PAGE).orElseThrow())));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "NOT_FOUND",
                "GONE",
                "NO_SUCH_HOST",
                "REFUSED",
                "REDIRECT_LOOP",
                "TLS",
                "SOFT_404",
                "PARKED",
                "FORBIDDEN",
                "UNAUTHORIZED",
                "LOGIN",
                "BOT_WALL",
                "RATE_LIMITED",
                "LEGAL",
                "TIMEOUT",
                "RESET",
                "DNS_FAILURE",
                "SERVER_ERROR",
                "SCRIPT_PAGE"
            })
    void ofWhatIsBrokenOrOpenTheLastGoodCopyIsTold(Reason reason) {
        index.add(FakeCapture.page(PAGE, "20190412070000", 200)).add(FakeCapture.page(PAGE, "20230101000000", 404));
        var found = resolve(lookups(), reason);
        assertThat(found.outcome().reason()).isEqualTo(reason);
        assertThat(found.outcome().evidence())
                .containsExactly(
                        "as found",
                        "the last good copy in web.archive.org is of 2019-04-12: " + COPY,
                        "the last capture in web.archive.org, of 2023-01-01, has status 404");
        assertThat(found.snapshots()).extracting(Snapshot::url).containsExactly(COPY);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "OK", "TEMPORARY_REDIRECT", "PERMANENT_REDIRECT", "MISSING_FILE", "UNREGISTERED", "MALFORMED",
                        "TRUNCATED",
                "OFFLINE", "EXCLUDED", "IGNORED", "PRIVATE_ADDRESS", "PLACEHOLDER", "NOT_CHECKED", "ROBOTS"
            })
    void ofAllElseNobodyIsAsked(Reason reason) {
        index.add(FakeCapture.page(PAGE, "20190412070000", 200));
        var lookups = lookups();
        assertThat(resolve(lookups, reason).outcome().evidence()).containsExactly("as found");
        assertThat(lookups.archive().asked()).isEmpty();
    }

    @Test
    void whatWasPublicOnceIsNotPrivateButGone() {
        assertThat(resolve(lookups(), Reason.MAYBE_PRIVATE).outcome().reason()).isEqualTo(Reason.MAYBE_PRIVATE);
        index.add(FakeCapture.page(PAGE, "20190412070000", 302));
        assertThat(resolve(lookups(), Reason.MAYBE_PRIVATE).outcome().reason()).isEqualTo(Reason.MAYBE_PRIVATE);
        index.add(FakeCapture.page(PAGE, "20200412070000", 200));
        var gone = resolve(lookups(), Reason.MAYBE_PRIVATE).outcome();
        assertThat(gone.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(gone.evidence()).contains("an archive read it without a log-in, so it was public and is gone now");
    }

    @Test
    void anArchiveThatHasNothingSaysSoAndOneThatCannotTellSaysThat() {
        assertThat(resolve(lookups(), Reason.FORBIDDEN).outcome().evidence())
                .containsExactly("as found", "web.archive.org has no capture of it");
        var broken = lookups();
        broken.archive().tempered((number, path) -> Trouble.PAGE);
        var found = resolve(broken, Reason.FORBIDDEN);
        assertThat(found.outcome().evidence())
                .containsExactly("as found", "web.archive.org answered with a page instead of a list");
        assertThat(found.snapshots()).isEmpty();
    }

    @Test
    void noNumberOfOpenLinksMakesARunLongerThanTheTimeForLookUps() {
        var lookups = FakeLookups.wayback(index, Duration.ofMinutes(2), ListingMemory.NONE);
        var resolver = new WitnessedResolver(
                target ->
                        CompletableFuture.completedFuture(Resolution.of(Outcome.unasked(Reason.FORBIDDEN, "as found"))),
                lookups.archives().mementos());
        List<CompletableFuture<Resolution>> all = new ArrayList<>();
        for (var i = 0; i < 2000; i++) {
            var url = Url.parse("https://host.org/" + i).orElseThrow();
            all.add(resolver.resolve(new UrlTarget(url.text(), url)));
        }
        var last = all.stream().map(lookups::await).toList().get(1999);
        assertThat(last.outcome().evidence())
                .containsExactly("as found", "not looked up in archives: the time for look-ups was over");
        assertThat(lookups.passed()).isEqualTo(Duration.ofMinutes(2));
        assertThat(lookups.archive().mostInAMinute()).isEqualTo(24);
    }
}
