package ibid.archive.submission;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.fake.FakePerma;
import ibid.archive.fake.FakeReply;
import ibid.archive.submission.Saved.Result;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Perma.cc with what it does: each ends in the right word and without the key. */
class PermaTest {
    private static final String PAGE = "https://host.org/a?b=1&c=2";

    @TempDir
    private Path folder;

    private Desk desk = new Desk(Path.of(""));

    @BeforeEach
    void open() {
        desk = new Desk(folder).atPerma();
    }

    @Test
    void aLinkIsMadeAndNamed() {
        var saved = desk.save(PAGE);
        assertThat(saved.archive()).isEqualTo("perma.cc");
        assertThat(saved.result()).isEqualTo(Result.ARCHIVED);
        assertThat(saved.copy().orElseThrow().url()).isEqualTo("https://perma.cc/PQ01-X7YZ");
        assertThat(desk.perma().asked())
                .startsWith("GET /public/archives/", "POST /archives/", "GET /capture_jobs/PQ01-X7YZ/");
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(
                        FakeReply.json(400, "{\"url\":[\"Not a valid URL.\"]}"),
                        Result.REFUSED,
                        "perma.cc answered with status 400: Not a valid URL."),
                Arguments.of(
                        FakeReply.json(401, "{\"detail\":\"Invalid token " + FakePerma.KEY + ".\"}"),
                        Result.REFUSED,
                        "perma.cc does not accept the keys (status 401): Invalid token ***."),
                Arguments.of(
                        FakeReply.json(403, "{\"detail\":\"You've already reached your limit.\"}"),
                        Result.REFUSED,
                        "perma.cc refuses this account (status 403): You've already reached your limit."),
                Arguments.of(
                        FakeReply.html(404, "<h1>Not Found</h1>"),
                        Result.REFUSED,
                        "perma.cc saves nothing at this address"),
                Arguments.of(FakeReply.html(502, ""), Result.OUTCOME_UNKNOWN, "perma.cc answered with status 502"),
                Arguments.of(
                        FakeReply.html(200, "<title>Perma</title>"),
                        Result.OUTCOME_UNKNOWN,
                        "perma.cc answered with something else than JSON"),
                Arguments.of(
                        FakeReply.json(201, "{\"guid\":\"../../evil\"}"),
                        Result.OUTCOME_UNKNOWN,
                        "perma.cc answered without the name of a link"),
                Arguments.of(
                        FakeReply.DROPPED,
                        Result.OUTCOME_UNKNOWN,
                        "api.perma.cc did not answer: the connection broke off"),
                Arguments.of(FakeReply.NEVER, Result.OUTCOME_UNKNOWN, "api.perma.cc did not answer: no answer in time"),
                Arguments.of(
                        FakeReply.html(302, "").with("Location", "https://evil.example/"),
                        Result.REFUSED,
                        "perma.cc answered with status 302"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void eachAnswerEndsInItsWord(FakeReply reply, Result result, String reason) {
        desk.perma().answers(PAGE, reply);
        assertThat(desk.save(PAGE)).isEqualTo(Saved.without("perma.cc", result, reason));
        assertThat(desk.perma().sent()).hasSize(1);
        if (result == Result.OUTCOME_UNKNOWN) {
            desk.time().advance(Duration.ofDays(10));
            assertThat(desk.save(PAGE).result()).isEqualTo(Result.OUTCOME_UNKNOWN);
            assertThat(desk.perma().sent()).as("not sent again").hasSize(1);
        }
    }

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(
                        FakeReply.json(200, "{\"status\":\"failed\",\"message\":\"Perma couldn't.\"}"),
                        Result.FAILED,
                        "perma.cc says: Perma couldn't. (failed)"),
                Arguments.of(FakeReply.json(200, "{\"status\":\"invalid\"}"), Result.FAILED, "perma.cc says: invalid"),
                Arguments.of(FakeReply.json(200, "{\"status\":\"deleted\"}"), Result.FAILED, "perma.cc says: deleted"),
                Arguments.of(FakeReply.json(200, "{\"status\":\"in_progress\"}"), Result.PENDING, ""),
                Arguments.of(FakeReply.html(503, "Wait"), Result.PENDING, ""),
                Arguments.of(
                        FakeReply.json(404, "{}"),
                        Result.OUTCOME_UNKNOWN,
                        "perma.cc knows nothing of the job any more"));
    }

    @ParameterizedTest
    @MethodSource("states")
    void eachJobEndsInItsWord(FakeReply state, Result result, String reason) {
        desk.perma().ends(PAGE, state);
        assertThat(desk.save(PAGE)).isEqualTo(Saved.without("perma.cc", result, reason));
    }

    @Test
    void whatEverybodyMaySeeThereIsNotKeptAgain() {
        desk.perma().holds(PAGE, "2026-11-10T12:00:00Z");
        desk.perma().holds("https://host.org/old", "2019-11-10T12:00:00Z");
        var saved = desk.save(List.of(PAGE, "https://host.org/old", "https://host.org/unknown"));
        assertThat(saved.get(PAGE)).satisfies(one -> {
            assertThat(one.result()).isEqualTo(Result.NOT_ATTEMPTED);
            assertThat(one.reason()).isEqualTo("perma.cc has a copy of 2026-11-10");
            assertThat(one.copy().orElseThrow().url()).isEqualTo("https://perma.cc/AB12-CD34");
        });
        assertThat(desk.perma().sent()).containsExactly("https://host.org/old", "https://host.org/unknown");
    }

    @Test
    void keysThatAreOfNoUseEndIt() {
        var pages = List.of("https://host.org/1", "https://host.org/2", "https://host.org/3", "https://host.org/4");
        pages.forEach(page -> desk.perma().answers(page, FakeReply.json(403, "{}")));
        var saved = desk.save(pages);
        assertThat(saved.values())
                .extracting(Saved::result)
                .contains(Result.REFUSED)
                .containsOnly(Result.REFUSED, Result.NOT_ATTEMPTED);
        assertThat(desk.perma().sent()).hasSizeLessThanOrEqualTo(2);
    }
}
