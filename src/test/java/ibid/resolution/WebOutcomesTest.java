package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each behaviour of a web server comes to. The cited address is the first of the script, and is {@code /a}. */
class WebOutcomesTest {
    private static final String A = "https://e.com/a";

    private record Row(String name, Reason reason, String script) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Row row(String name, Reason reason, String... lines) {
        return new Row(name, reason, String.join("\n", lines));
    }

    private static Row answer(Reason reason, String answer) {
        return new Row(answer, reason, A + " -> " + answer);
    }

    static Stream<Row> answers() {
        return Stream.of(
                answer(Reason.OK, "200 |<title>t</title>"),
                answer(Reason.OK, "204"),
                answer(Reason.OK, "206"),
                answer(Reason.OK, "202"),
                answer(Reason.NOT_FOUND, "404"),
                answer(Reason.NOT_FOUND, "404 Refresh: 0;url=/"),
                answer(Reason.GONE, "410"),
                answer(Reason.UNAUTHORIZED, "401"),
                answer(Reason.UNAUTHORIZED, "402"),
                answer(Reason.UNAUTHORIZED, "407"),
                answer(Reason.FORBIDDEN, "403"),
                answer(Reason.FORBIDDEN, "400"),
                answer(Reason.FORBIDDEN, "405"),
                answer(Reason.FORBIDDEN, "406"),
                answer(Reason.FORBIDDEN, "412"),
                answer(Reason.FORBIDDEN, "418"),
                answer(Reason.FORBIDDEN, "421"),
                answer(Reason.FORBIDDEN, "431"),
                answer(Reason.TIMEOUT, "408"),
                answer(Reason.RATE_LIMITED, "429"),
                answer(Reason.LEGAL, "451"),
                answer(Reason.LOGIN, "440"),
                answer(Reason.BOT_WALL, "999"),
                answer(Reason.BOT_WALL, "403 cf-mitigated: challenge"),
                answer(Reason.BOT_WALL, "503 |<title>Just a moment...</title>"),
                answer(Reason.BOT_WALL, "202 x-amzn-waf-action: challenge"),
                answer(Reason.BOT_WALL, "404 cf-mitigated: challenge"),
                answer(Reason.SERVER_ERROR, "500"),
                answer(Reason.SERVER_ERROR, "501"),
                answer(Reason.SERVER_ERROR, "503"),
                answer(Reason.SERVER_ERROR, "530"),
                answer(Reason.SERVER_ERROR, "304"),
                answer(Reason.SERVER_ERROR, "301"),
                answer(Reason.SERVER_ERROR, "302 Location: "),
                answer(Reason.SERVER_ERROR, "302 Location: app://open/x"),
                answer(Reason.SERVER_ERROR, "302 Location: http://"),
                answer(Reason.NO_SUCH_HOST, "! NO_SUCH_HOST 2"),
                answer(Reason.DNS_FAILURE, "! NO_SUCH_HOST 1"),
                answer(Reason.DNS_FAILURE, "! DNS_FAILURE 3"),
                answer(Reason.REFUSED, "! REFUSED 2"),
                answer(Reason.RESET, "! REFUSED 1"),
                answer(Reason.RESET, "! RESET 3"),
                answer(Reason.RESET, "! PROTOCOL 3"),
                answer(Reason.RESET, "! TLS_OTHER 3"),
                answer(Reason.TLS, "! TLS_CERTIFICATE 2"),
                answer(Reason.RESET, "! TLS_CERTIFICATE 1"),
                answer(Reason.TIMEOUT, "! TIMEOUT 3"),
                answer(Reason.TIMEOUT, "! UNREACHABLE 3"),
                answer(Reason.RATE_LIMITED, "! TOLD_TO_WAIT 1"),
                answer(Reason.PRIVATE_ADDRESS, "! PRIVATE_ADDRESS 1"),
                answer(Reason.NOT_CHECKED, "! NOT_SENT 1"));
    }

    static Stream<Row> chains() {
        return Stream.of(
                row("moved", Reason.PERMANENT_REDIRECT, A + " -> 301 Location: /b", "https://e.com/b -> 200"),
                row("moved by 308", Reason.PERMANENT_REDIRECT, A + " -> 308 Location: /b", "https://e.com/b -> 200"),
                row(
                        "moved twice",
                        Reason.PERMANENT_REDIRECT,
                        A + " -> 301 Location: /b",
                        "https://e.com/b -> 308 Location: //f.com/c",
                        "https://f.com/c -> 200"),
                row(
                        "trailing slash",
                        Reason.PERMANENT_REDIRECT,
                        A + " -> 301 Location: /a/",
                        "https://e.com/a/ -> 200"),
                row("temporary", Reason.TEMPORARY_REDIRECT, A + " -> 302 Location: b", "https://e.com/b -> 200"),
                row(
                        "mixed",
                        Reason.TEMPORARY_REDIRECT,
                        A + " -> 301 Location: /b",
                        "https://e.com/b -> 307 Location: /c",
                        "https://e.com/c -> 200"),
                row("moved and gone", Reason.GONE, A + " -> 301 Location: /b", "https://e.com/b -> 410"),
                row("moved and not found", Reason.NOT_FOUND, A + " -> 302 Location: /404", "https://e.com/404 -> 404"),
                row(
                        "moved to no host",
                        Reason.NO_SUCH_HOST,
                        A + " -> 301 Location: https://f.com/",
                        "https://f.com/ -> ! NO_SUCH_HOST 2"),
                row(
                        "moved inside",
                        Reason.PRIVATE_ADDRESS,
                        A + " -> 302 Location: http://10.0.0.1/",
                        "http://10.0.0.1/ -> ! PRIVATE_ADDRESS 1"),
                row("circle", Reason.REDIRECT_LOOP, A + " -> 302 Location: /b", "https://e.com/b -> 302 Location: /a"),
                row("itself", Reason.REDIRECT_LOOP, A + " -> 301 Location: /a"),
                row(
                        "circle at first only",
                        Reason.OK,
                        "GET " + A + " -> 302 Location: /a",
                        "GET " + A + " -> 200",
                        "HEAD " + A + " -> 405"),
                row(
                        "cookie gate",
                        Reason.TEMPORARY_REDIRECT,
                        A + " -> 302 Location: /a;; Set-Cookie: c=1",
                        A + " Cookie: c=1 -> 200"),
                row("no end", Reason.SERVER_ERROR, A + " -> 302 Location: /0", endless()),
                row(
                        "log-in",
                        Reason.LOGIN,
                        A + " -> 302 Location: /login?next=/a",
                        "https://e.com/login?next=/a -> 200"),
                row(
                        "log-in elsewhere",
                        Reason.LOGIN,
                        A + " -> 302 Location: https://accounts.google.com/x",
                        "https://accounts.google.com/x -> 200"),
                row("log-in that errs", Reason.LOGIN, A + " -> 302 Location: /login", "https://e.com/login -> 404"),
                row(
                        "consent",
                        Reason.BOT_WALL,
                        A + " -> 302 Location: https://consent.youtube.com/m",
                        "https://consent.youtube.com/m -> 200"),
                row(
                        "wall by address",
                        Reason.BOT_WALL,
                        A + " -> 302 Location: https://www.google.com/sorry/index",
                        "https://www.google.com/sorry/index -> 200"),
                row(
                        "refresh header",
                        Reason.TEMPORARY_REDIRECT,
                        A + " -> 200 Refresh: 0; url=/b",
                        "https://e.com/b -> 200"),
                row(
                        "refresh into the void",
                        Reason.NOT_FOUND,
                        A + " -> 200 Refresh: 3; url=/b",
                        "https://e.com/b -> 404"),
                row("slow refresh", Reason.OK, A + " -> 200 Refresh: 30; url=/b"),
                row("refresh of itself", Reason.OK, A + " -> 200 Refresh: 5; url=/a"),
                row(
                        "refresh in a circle",
                        Reason.TEMPORARY_REDIRECT,
                        A + " -> 200 Refresh: 0; url=/b",
                        "https://e.com/b -> 200 Refresh: 0; url=/a"));
    }

    /** HEAD cannot see what only a body shows. */
    static Stream<Row> bodies() {
        return Stream.of(
                answer(Reason.BOT_WALL, "200 |<title>Making sure you're not a bot!</title>"),
                answer(Reason.LOGIN, "200 |<title>Sign in · GitLab</title><input type=password>"),
                row(
                        "meta refresh",
                        Reason.TEMPORARY_REDIRECT,
                        A + " -> 200 |<meta http-equiv=refresh content='0;url=/b'>",
                        "https://e.com/b -> 200"),
                row(
                        "meta refresh of a wall",
                        Reason.BOT_WALL,
                        A + " -> 503 |<title>Just a moment...</title><meta http-equiv=refresh content='0;url=/b'>"));
    }

    private static String endless() {
        return Stream.iterate(0, i -> i + 1)
                .limit(30)
                .map(i -> "https://e.com/" + i + " -> 302 Location: /" + (i + 1))
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @MethodSource({"answers", "chains", "bodies"})
    void oneGetTellsVerdictAndReason(Row row) {
        assertThat(new Scene(row.script()).outcome(A).reason()).isEqualTo(row.reason());
    }

    @ParameterizedTest
    @MethodSource({"answers", "chains"})
    void headFirstComesToTheSame(Row row) {
        assertThat(new Scene(row.script()).withoutArchive().outcome(A).reason()).isEqualTo(row.reason());
    }

    /** The reasons that the web gives today; the rest is given by other kinds of targets, or by later work. */
    @Test
    void everyReasonOfTheWebIsInTheTables() {
        var given = Stream.concat(answers(), chains())
                .map(Row::reason)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));
        var elsewhere = List.of(
                Reason.MAYBE_PRIVATE,
                Reason.OFFLINE,
                Reason.EXCLUDED,
                Reason.MISSING_FILE,
                Reason.MALFORMED,
                Reason.TRUNCATED,
                Reason.UNSUPPORTED_SCHEME,
                Reason.PLACEHOLDER);
        var later = List.of(
                Reason.SOFT_404, Reason.PARKED, Reason.UNREGISTERED, Reason.SCRIPT_PAGE, Reason.IGNORED, Reason.ROBOTS);
        given.addAll(elsewhere);
        given.addAll(later);
        assertThat(given).isEqualTo(EnumSet.allOf(Reason.class));
    }

    /** Nothing but these makes a link an error. */
    @Test
    void onlyAClearAnswerIsBroken() {
        var broken = Stream.concat(answers(), chains())
                .map(Row::reason)
                .filter(reason -> reason.verdict() == Verdict.BROKEN)
                .collect(Collectors.toSet());
        assertThat(broken)
                .containsExactlyInAnyOrder(
                        Reason.NOT_FOUND,
                        Reason.GONE,
                        Reason.NO_SUCH_HOST,
                        Reason.REFUSED,
                        Reason.REDIRECT_LOOP,
                        Reason.TLS);
    }
}
