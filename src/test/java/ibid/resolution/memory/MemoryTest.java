package ibid.resolution.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.Snapshot;
import ibid.config.Settings;
import ibid.config.TestSettings;
import ibid.page.Page;
import ibid.page.PageContent;
import ibid.resolution.Hop;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.store.Store;
import ibid.target.Target;
import ibid.target.Target.FileTarget;
import ibid.target.Target.UrlTarget;
import ibid.url.Url;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What later runs are told of earlier ones, and for how long. */
class MemoryTest {
    private static final Target TARGET = url("https://site.org/page");

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private Settings settings = Settings.DEFAULTS;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final AtomicInteger told = new AtomicInteger();
    private boolean networkDead;
    private Reason answer = Reason.OK;
    private Optional<Store> store = Optional.empty();
    private Optional<Memory> memory = Optional.empty();

    @BeforeEach
    void firstRun() throws IOException {
        Files.createDirectory(folder.resolve("archive"));
        begin();
    }

    /** A process has a store and a memory of its own. */
    private void begin() {
        now = now.plusMillis(1);
        var opened = Store.in(folder.resolve(".ibid"), () -> now);
        store = Optional.of(opened);
        memory =
                Optional.of(new Memory(opened, settings, "1", folder.resolve("archive"), () -> now, () -> networkDead));
    }

    @AfterEach
    void close() {
        store.ifPresent(Store::close);
    }

    private void end() {
        memory.orElseThrow().end();
        close();
    }

    /** The end of a process that is not asked: what is open stays open, and is let go by the system. */
    private void kill() {
        close();
    }

    private static Target url(String address) {
        return new UrlTarget(address, Url.parse(address).orElseThrow());
    }

    private Resolution resolve(Target target) {
        return new RememberingResolver(this::answered, memory.orElseThrow(), told::incrementAndGet)
                .resolve(target)
                .join();
    }

    private CompletableFuture<Resolution> answered(Target target) {
        asked.add(target.shown());
        var outcome = new Outcome(
                answer,
                OptionalInt.of(200),
                Optional.of("https://site.org/end"),
                List.of(new Hop("https://site.org/page", 301, Optional.of("/end"))),
                2,
                Optional.of(now),
                List.of("GET answered 200"));
        var page = new Page(
                Optional.of("Title"),
                Optional.of("Author"),
                Optional.empty(),
                List.of(new Page.Mark(Page.Sign.LOGIN, "why")),
                Optional.empty(),
                Optional.of("/canonical"),
                new PageContent("text", List.of("/link"), "", Set.of("part"), true));
        var copy = new Snapshot("local", now, "https://site.org/end", 200, "sha256:0", true);
        return CompletableFuture.completedFuture(new Resolution(outcome, Optional.of(page), List.of(copy)));
    }

    @Test
    void whatTheRunFoundItselfIsNoEarlierRuns() {
        resolve(TARGET);
        resolve(TARGET);
        assertThat(asked).hasSize(1);
        assertThat(memory.orElseThrow().told()).isZero();
        assertThat(this.told).hasValue(0);
    }

    @Test
    void aLaterRunIsToldAllButThePagesContentAndAsksNobody() {
        var fresh = resolve(TARGET);
        end();
        var then = now;
        now = now.plus(Duration.ofHours(5));
        begin();
        var told = resolve(TARGET);
        assertThat(asked).hasSize(1);
        assertThat(memory.orElseThrow().told()).isEqualTo(1);
        assertThat(this.told).hasValue(1);
        assertThat(told.outcome().attempts()).as("nothing was sent in this run").isZero();
        assertThat(told.outcome().checkedAt()).contains(then);
        assertThat(told.outcome().hops()).isEqualTo(fresh.outcome().hops());
        assertThat(told.outcome().evidence()).isEqualTo(fresh.outcome().evidence());
        assertThat(told.snapshots()).isEqualTo(fresh.snapshots());
        assertThat(told.page()).isEqualTo(fresh.page().map(Page::summary));
    }

    @ParameterizedTest
    @CsvSource({
        "OK, 71, true", "OK, 73, false",
        "TEMPORARY_REDIRECT, 71, true", "PERMANENT_REDIRECT, 71, true",
        "PERMANENT_REDIRECT, 73, false", "NOT_FOUND, 23, true",
        "NOT_FOUND, 25, false", "GONE, 25, false",
        "SERVER_ERROR, 0, false", "FORBIDDEN, 0, false",
        "OFFLINE, 0, false", "PRIVATE_ADDRESS, 0, false",
    })
    void eachVerdictCountsForItsTime(Reason reason, int hours, boolean counts) {
        answer = reason;
        assertThat(resolve(TARGET).outcome().reason()).isEqualTo(reason);
        end();
        now = now.plus(Duration.ofHours(hours));
        begin();
        assertThat(resolve(TARGET).outcome().reason()).isEqualTo(reason);
        assertThat(asked).hasSize(counts ? 1 : 2);
    }

    @Test
    void aClockThatWasSetBackMakesNothingYounger() {
        resolve(TARGET);
        end();
        now = now.minus(Duration.ofDays(1));
        begin();
        resolve(TARGET);
        assertThat(asked).hasSize(2);
    }

    @Test
    void aRunThatWasKilledIsGoneOnWithWhateverItHadFound() {
        answer = Reason.FORBIDDEN;
        resolve(TARGET);
        kill();
        now = now.plus(Duration.ofMinutes(59));
        begin();
        assertThat(resolve(TARGET).outcome().reason()).isEqualTo(Reason.FORBIDDEN);
        resolve(url("https://site.org/other"));
        kill();
        now = now.plus(Duration.ofMinutes(59));
        begin();
        resolve(TARGET);
        assertThat(asked)
                .as("also when it is killed again")
                .containsExactly("https://site.org/page", "https://site.org/other");
        end();
        begin();
        resolve(TARGET);
        assertThat(asked).as("the next run begins anew").hasSize(3);
    }

    @Test
    void aRunThatWasKilledLongAgoIsNotGoneOnWith() {
        answer = Reason.TIMEOUT;
        resolve(TARGET);
        kill();
        now = now.plus(Duration.ofMinutes(61));
        begin();
        resolve(TARGET);
        assertThat(asked).hasSize(2);
    }

    @Test
    void whatFailsWhileARunIsStoppedIsNoAnswer() {
        resolve(url("https://site.org/before"));
        memory.orElseThrow().stop();
        answer = Reason.SERVER_ERROR;
        resolve(TARGET);
        end();
        begin();
        resolve(TARGET);
        resolve(url("https://site.org/before"));
        assertThat(asked).containsExactly("https://site.org/before", "https://site.org/page", "https://site.org/page");
    }

    @Test
    void whatFailsOnADeadNetworkIsNoAnswer() {
        networkDead = true;
        answer = Reason.SERVER_ERROR;
        resolve(TARGET);
        kill();
        begin();
        resolve(TARGET);
        assertThat(asked).hasSize(2);
    }

    @Test
    void otherSettingsAskAnew() {
        resolve(TARGET);
        end();
        var usual = settings;
        for (var other : List.of(
                usual.withWeb(TestSettings.fastWeb(2)),
                usual.withArchive(new Settings.Archive(false, 0, 0)),
                usual.withLookup(TestSettings.withoutLookups()))) {
            settings = other;
            begin();
            resolve(TARGET);
            end();
        }
        assertThat(asked).hasSize(4);
        settings = usual;
        begin();
        resolve(TARGET);
        assertThat(asked).as("each finds its own").hasSize(4);
    }

    @Test
    void paceIsNoOtherSetting() {
        var web = TestSettings.fastWeb(2);
        var slow = new Settings.Web(
                1,
                1,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                9,
                web.maxRedirects(),
                web.maxBodyBytes(),
                web.userAgent(),
                web.headers(),
                web.allowPrivate(),
                web.insecure(),
                web.proxy(),
                web.caCertificates(),
                Duration.ofHours(1),
                web.hosts());
        var archive = folder.resolve("archive");
        assertThat(SettingsPrint.of(settings.withWeb(slow), "1", archive))
                .isEqualTo(SettingsPrint.of(settings.withWeb(web), "1", archive))
                .isNotEqualTo(SettingsPrint.of(settings.withWeb(web), "2", archive))
                .isNotEqualTo(SettingsPrint.of(settings.withWeb(web), "1", folder));
    }

    @Test
    void aResultWhoseCopiesWereRemovedIsAskedAnew() throws IOException {
        resolve(TARGET);
        end();
        Files.delete(folder.resolve("archive"));
        begin();
        resolve(TARGET);
        assertThat(asked).hasSize(2);
    }

    @Test
    void filesAndAddressesWithPasswordsAreNotRemembered() {
        var file = new FileTarget("file:a.md", "a.md", Optional.empty());
        var secret = url("https://user:pass@site.org/");
        for (var run = 0; run < 2; run++) {
            resolve(file);
            resolve(secret);
            end();
            begin();
        }
        assertThat(asked).hasSize(4);
        assertThat(folder.resolve(".ibid")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        // the days of the runs, what each finds, and what is said of the last
        "1/0, '0', 'b', NOT_FOUND",
        "3/0, '0 1', 'bb', UNCONFIRMED",
        "3/0, '0 1 2', 'bbb', NOT_FOUND",
        "3/7, '0 1 2 3', 'bbbb', UNCONFIRMED",
        "3/7, '0 7', 'bb', UNCONFIRMED",
        "3/7, '0 1 7', 'bbb', NOT_FOUND",
        "3/7, '0 1 7 8', 'bbbb', NOT_FOUND",
        "2/0, '0 1 5', 'bab', UNCONFIRMED",
        "2/0, '0 1 2', 'bub', NOT_FOUND",
        "2/0, '0 1', 'bu', TIMEOUT",
        "2/0, '0 1 2', 'bba', OK",
    })
    void aLinkIsBrokenOnceEnoughRunsOverEnoughDaysFoundItSo(String asked, String days, String finds, Reason said) {
        var sides = asked.split("/", -1);
        confirming(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        close();
        var start = now;
        Optional<Resolution> last = Optional.empty();
        for (var i = 0; i < finds.length(); i++) {
            now = start.plus(Duration.ofDays(Integer.parseInt(days.split(" ", -1)[i])));
            begin();
            answer = Map.of('a', Reason.OK, 'b', Reason.NOT_FOUND, 'u', Reason.TIMEOUT)
                    .getOrDefault(finds.charAt(i), Reason.OFFLINE);
            last = Optional.of(resolve(TARGET));
            end();
        }
        assertThat(last.orElseThrow().outcome().reason()).isEqualTo(said);
    }

    private void confirming(int runs, int days) {
        settings = settings.withMemory(
                new Settings.Memory(true, Path.of(".ibid"), Optional.of(new Settings.Confirm(runs, days))));
    }

    @Test
    void whatIsNotConfirmedSaysHowOftenItFailedAndIsAskedAgain() {
        confirming(3, 7);
        answer = Reason.NOT_FOUND;
        begin();
        assertThat(resolve(TARGET).outcome().evidence())
                .containsExactly(
                        "GET answered 200",
                        "it was found broken in 1 run; it counts as broken after 3 runs over 7 days");
        end();
        now = now.plus(Duration.ofHours(1));
        begin();
        resolve(TARGET);
        end();
        now = now.plus(Duration.ofDays(2));
        begin();
        assertThat(resolve(TARGET).outcome().evidence())
                .contains("it was found broken in 3 runs over 2 days; it counts as broken after 3 runs over 7 days");
        assertThat(asked).hasSize(3);
    }

    @Test
    void aRunThatIsGoneOnWithCountsOnce() {
        confirming(2, 0);
        answer = Reason.NOT_FOUND;
        begin();
        resolve(TARGET);
        kill();
        begin();
        assertThat(resolve(TARGET).outcome().reason()).isEqualTo(Reason.UNCONFIRMED);
        assertThat(asked).hasSize(1);
        end();
        begin();
        assertThat(resolve(TARGET).outcome().reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void failuresOfRunsThatDidNotAskForAConfirmationCount() {
        answer = Reason.NOT_FOUND;
        resolve(TARGET);
        end();
        confirming(2, 0);
        now = now.plus(Duration.ofDays(2));
        begin();
        assertThat(resolve(TARGET).outcome().reason()).isEqualTo(Reason.NOT_FOUND);
    }
}
