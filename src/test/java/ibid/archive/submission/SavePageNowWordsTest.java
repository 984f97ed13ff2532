package ibid.archive.submission;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.archive.fake.FakeReply;
import ibid.archive.fake.FakeSavePageNow;
import ibid.archive.fake.FakeSavePageNow.Plan;
import ibid.archive.submission.Saved.Result;
import ibid.web.ManualScheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that Save Page Now does with one address: each ends in the right word, at an allowed pace, without a key. */
class SavePageNowWordsTest {
    private static final String PAGE = "https://host.org/a?b=1&c=2";

    private static final FakeReply TOO_MANY = FakeReply.html(429, "<html><h1>429 Too Many Requests</h1></html>");
    private static final FakeReply OFFLINE = FakeReply.html(503, "Temporarily Offline");

    @TempDir
    private Path folder;

    /** What the service does, the word in which that ends, how often the address was sent, and why. */
    record Case(String does, Plan plan, Result result, int sent, String reason) {
        @Override
        public String toString() {
            return does + " -> " + result.label();
        }
    }

    private static Case archived(String does, Plan plan, int sent) {
        return new Case(does, plan, Result.ARCHIVED, sent, "");
    }

    private static Case pending(String does, Plan plan) {
        return new Case(does, plan, Result.PENDING, 1, "");
    }

    private static Case unknown(String does, Plan plan, String reason) {
        return new Case(does, plan, Result.OUTCOME_UNKNOWN, 1, "web.archive.org " + reason);
    }

    private static Case refused(String does, Plan plan, int sent, String reason) {
        return new Case(does, plan, Result.REFUSED, sent, "web.archive.org " + reason);
    }

    private static FakeReply said(String message) {
        return FakeReply.json(200, "{\"url\":\"https://host.org/\",\"job_id\":null,\"message\":\"" + message + "\"}");
    }

    private static Plan error(String code, String message) {
        return Plan.refused("error:" + code, message);
    }

    private static Plan ends(String json) {
        return Plan.ends(FakeReply.json(200, json));
    }

    static Stream<Case> jobs() {
        var noCopy = "reports success and names no copy";
        return Stream.of(
                archived("captures", Plan.captured(0), 1),
                archived("captures after a while", Plan.captured(5), 1),
                pending("is never done", Plan.captured(10_000)),
                pending("shows a page for the state", Plan.ends(FakeReply.html(200, "<title>Wait</title>"))),
                pending("cannot tell the state", Plan.ends(FakeReply.html(502, ""))),
                pending("wants a log-in for the state", Plan.ends(FakeReply.json(401, "{}"))),
                unknown("forgets the job", Plan.ends(FakeReply.json(404, "{}")), "knows nothing of the job any more"),
                unknown("succeeds without a copy", ends("{\"status\":\"success\"}"), noCopy),
                unknown(
                        "succeeds at no time",
                        ends("{\"status\":\"success\",\"timestamp\":\"20261322250000\"}"),
                        noCopy));
    }

    static Stream<Case> refusals() {
        return Stream.of(
                refused(
                        "has one already",
                        Plan.answered(said("The same snapshot had been made.")),
                        1,
                        "says: The same snapshot had been made."),
                refused(
                        "cannot find the host",
                        error("invalid-host-resolution", "Cannot resolve host."),
                        1,
                        "says: Cannot resolve host. (error:invalid-host-resolution)"),
                refused(
                        "has done so today",
                        error("too-many-daily-captures", "Try tomorrow."),
                        1,
                        "says: Try tomorrow. (error:too-many-daily-captures)"),
                refused(
                        "is at the limit of the day",
                        Plan.answered(said("You cannot make more than 5 captures per day.")),
                        1,
                        "says: You cannot make more than 5 captures per day."),
                refused(
                        "leads elsewhere",
                        Plan.answered(FakeReply.html(302, "").with("Location", "https://evil.example/save")),
                        1,
                        "answered with status 302"),
                refused(
                        "finds fault",
                        Plan.answered(FakeReply.json(400, "{\"message\":\"No url.\"}")),
                        1,
                        "answered with status 400: No url."),
                refused(
                        "repeats the keys",
                        error("bad-request", FakeSavePageNow.ACCESS_KEY + ":" + FakeSavePageNow.SECRET_KEY + " is bad"),
                        1,
                        "says: ***:*** is bad (error:bad-request)"));
    }

    static Stream<Case> pauses() {
        return Stream.of(
                archived("is at the limit of sessions once", error("user-session-limit", "Too many."), 2),
                archived("cannot begin once", Plan.answered(said("Cannot start capture")), 2),
                archived("wants a pause", Plan.answered(TOO_MANY), 2),
                archived("is offline for a moment", Plan.answered(OFFLINE), 2),
                refused("wants pauses", Plan.answered(TOO_MANY, TOO_MANY), 2, "asks for fewer requests (status 429)"),
                refused("stays offline", Plan.answered(OFFLINE, OFFLINE), 2, "is overloaded (status 503)"));
    }

    static Stream<Case> silences() {
        return Stream.of(
                unknown(
                        "has a gateway that gives up",
                        Plan.answered(FakeReply.html(502, "")),
                        "answered with status 502"),
                unknown(
                        "has a front that gives up",
                        Plan.answered(FakeReply.html(520, "")),
                        "answered with status 520"),
                unknown(
                        "shows a page",
                        Plan.answered(FakeReply.html(200, "<title>Save Page Now</title>")),
                        "answered with something else than JSON"),
                unknown("breaks off", Plan.answered(FakeReply.DROPPED), "did not answer: the connection broke off"),
                unknown("never answers", Plan.answered(FakeReply.NEVER), "did not answer: no answer in time"));
    }

    @ParameterizedTest
    @MethodSource({"jobs", "refusals", "pauses", "silences"})
    void eachEndsInItsWord(Case given) throws IOException {
        check(given);
    }

    /** The codes of the documentation against which nothing helps, or not today. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad-request",
                "blocked",
                "blocked-client-ip",
                "blocked-url",
                "filesize-limit",
                "ftp-access-denied",
                "http-version-not-supported",
                "invalid-url-syntax",
                "invalid-host-resolution",
                "method-not-allowed",
                "not-implemented",
                "no-access",
                "not-found",
                "too-many-redirects",
                "unauthorized",
                "too-many-daily-captures",
                "max-daily-bandwidth-host",
                "max-daily-bandwidth",
                "max-daily-bandwidth-from-ip"
            })
    void anErrorThatStaysIsNotTriedAgain(String code) throws IOException {
        check(failing(code, 1));
    }

    /** Those that pass, those after which the archive is left alone for a while, and one that nobody knows. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bad-gateway",
                "browsing-timeout",
                "capture-location-error",
                "cannot-fetch",
                "celery",
                "gateway-timeout",
                "internal-server-error",
                "invalid-server-response",
                "job-failed",
                "no-browsers-available",
                "network-authentication-required",
                "proxy-error",
                "protocol-error",
                "read-timeout",
                "soft-time-limit-exceeded",
                "service-unavailable",
                "no-captures",
                "redis-error",
                "bandwidth-limit-exceeded",
                "too-many-requests",
                "user-session-limit",
                "never-heard-of"
            })
    void anErrorThatMayPassIsTriedOnceMore(String code) throws IOException {
        check(failing(code, 2));
    }

    private static Case failing(String code, int sent) {
        var reason = "web.archive.org says: It went wrong. (error:" + code + ")";
        return new Case(code, Plan.fails(code), Result.FAILED, sent, reason);
    }

    private static Plan captures(String other) {
        return ends("{\"status\":\"success\",\"timestamp\":\"20261101120000\",\"original_url\":\"" + other + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://www.host.org/a/?c=2&b=1&utm_source=x", "https://host.org/moved", ""})
    void anotherSpellingAndTheEndOfASeenRedirectAreTheAddress(String captured) {
        var desk = new Desk(folder).leadingTo("https://host.org/moved");
        desk.service().plan(PAGE, captures(captured));
        var saved = desk.save(PAGE);
        assertThat(saved.result()).isEqualTo(Result.ARCHIVED);
        assertThat(saved.copy().orElseThrow().url())
                .isEqualTo("https://web.archive.org/web/20261101120000/" + (captured.isEmpty() ? PAGE : captured));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://host.org/", "https://host.org/login?next=/a", "https://other.org/a?b=1&c=2"})
    void aCaptureOfAnotherAddressIsNoCopy(String captured) throws IOException {
        var given = new Case(
                "captures another",
                captures(captured),
                Result.FAILED,
                1,
                "web.archive.org captured " + captured + " instead, where the address was not seen to redirect");
        check(given);
    }

    private void check(Case given) throws IOException {
        var desk = new Desk(folder);
        desk.service().plan(PAGE, given.plan());
        var saved = desk.save(PAGE);
        assertThat(saved.result()).isEqualTo(given.result());
        assertThat(saved.reason()).isEqualTo(given.reason());
        assertThat(saved.copy().isPresent()).isEqualTo(given.result() == Result.ARCHIVED);
        assertThat(desk.service().sent()).hasSize(given.sent()).containsOnly(PAGE);
        assertThat(desk.service().asked()).allMatch(one -> one.accept().equals("application/json"));
        assertThat(desk.service().mostAskedInAMinute()).isLessThanOrEqualTo(30);
        assertThat(Duration.between(ManualScheduler.START, desk.time().now())).isLessThan(Duration.ofMinutes(10));
        assertThat(saved + written()).doesNotContain(FakeSavePageNow.ACCESS_KEY, FakeSavePageNow.SECRET_KEY);
    }

    /** What the run left on the disk. */
    private String written() throws IOException {
        var text = new StringBuilder();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                text.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }
}
