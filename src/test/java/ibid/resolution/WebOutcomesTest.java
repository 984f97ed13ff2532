package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
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

    /** Reason, and what the cited address answers. */
    private static final String ANSWERS = """
        OK <- 200 |<title>t</title>
        OK <- 204
        OK <- 206
        OK <- 202
        NOT_FOUND <- 404
        NOT_FOUND <- 404 Refresh: 0;url=/
        GONE <- 410
        UNAUTHORIZED <- 401
        UNAUTHORIZED <- 402
        UNAUTHORIZED <- 407
        FORBIDDEN <- 403
        FORBIDDEN <- 400
        FORBIDDEN <- 405
        FORBIDDEN <- 406
        FORBIDDEN <- 412
        FORBIDDEN <- 418
        FORBIDDEN <- 421
        FORBIDDEN <- 431
        TIMEOUT <- 408
        RATE_LIMITED <- 429
        LEGAL <- 451
        LOGIN <- 440
        BOT_WALL <- 999
        BOT_WALL <- 403 cf-mitigated: challenge
        BOT_WALL <- 503 |<title>Just a moment...</title>
        BOT_WALL <- 202 x-amzn-waf-action: challenge
        BOT_WALL <- 404 cf-mitigated: challenge
        SERVER_ERROR <- 500
        SERVER_ERROR <- 501
        SERVER_ERROR <- 503
        SERVER_ERROR <- 530
        SERVER_ERROR <- 304
        SERVER_ERROR <- 301
        SERVER_ERROR <- 302 Location:
        SERVER_ERROR <- 302 Location: app://open/x
        SERVER_ERROR <- 302 Location: http://
        NO_SUCH_HOST <- ! NO_SUCH_HOST 2
        DNS_FAILURE <- ! NO_SUCH_HOST 1
        DNS_FAILURE <- ! DNS_FAILURE 3
        REFUSED <- ! REFUSED 2
        RESET <- ! REFUSED 1
        RESET <- ! RESET 3
        RESET <- ! PROTOCOL 3
        RESET <- ! TLS_OTHER 3
        TLS <- ! TLS_CERTIFICATE 2
        RESET <- ! TLS_CERTIFICATE 1
        TIMEOUT <- ! TIMEOUT 3
        TIMEOUT <- ! UNREACHABLE 3
        RATE_LIMITED <- ! TOLD_TO_WAIT 1
        PRIVATE_ADDRESS <- ! PRIVATE_ADDRESS 1
        NOT_CHECKED <- ! NOT_SENT 1
        """;

    /** Name, reason, and the script. */
    private static final String CHAINS = """
        moved: PERMANENT_REDIRECT
          https://e.com/a -> 301 Location: /b
          https://e.com/b -> 200
        moved by 308: PERMANENT_REDIRECT
          https://e.com/a -> 308 Location: /b
          https://e.com/b -> 200
        moved twice: PERMANENT_REDIRECT
          https://e.com/a -> 301 Location: /b
          https://e.com/b -> 308 Location: //f.com/c
          https://f.com/c -> 200
        trailing slash: PERMANENT_REDIRECT
          https://e.com/a -> 301 Location: /a/
          https://e.com/a/ -> 200
        temporary: TEMPORARY_REDIRECT
          https://e.com/a -> 302 Location: b
          https://e.com/b -> 200
        mixed: TEMPORARY_REDIRECT
          https://e.com/a -> 301 Location: /b
          https://e.com/b -> 307 Location: /c
          https://e.com/c -> 200
        moved and gone: GONE
          https://e.com/a -> 301 Location: /b
          https://e.com/b -> 410
        moved and not found: NOT_FOUND
          https://e.com/a -> 302 Location: /404
          https://e.com/404 -> 404
        moved to no host: NO_SUCH_HOST
          https://e.com/a -> 301 Location: https://f.com/
          https://f.com/ -> ! NO_SUCH_HOST 2
        moved inside: PRIVATE_ADDRESS
          https://e.com/a -> 302 Location: http://10.0.0.1/
          http://10.0.0.1/ -> ! PRIVATE_ADDRESS 1
        circle: REDIRECT_LOOP
          https://e.com/a -> 302 Location: /b
          https://e.com/b -> 302 Location: /a
        itself: REDIRECT_LOOP
          https://e.com/a -> 301 Location: /a
        circle at first only: OK
          GET https://e.com/a -> 302 Location: /a
          GET https://e.com/a -> 200
          HEAD https://e.com/a -> 405
        cookie gate: TEMPORARY_REDIRECT
          https://e.com/a -> 302 Location: /a;; Set-Cookie: c=1
          https://e.com/a Cookie: c=1 -> 200
        log-in: LOGIN
          https://e.com/a -> 302 Location: /login?next=/a
          https://e.com/login?next=/a -> 200
        log-in elsewhere: LOGIN
          https://e.com/a -> 302 Location: https://accounts.google.com/x
          https://accounts.google.com/x -> 200
        log-in that errs: LOGIN
          https://e.com/a -> 302 Location: /login
          https://e.com/login -> 404
        consent: BOT_WALL
          https://e.com/a -> 302 Location: https://consent.youtube.com/m
          https://consent.youtube.com/m -> 200
        wall by address: BOT_WALL
          https://e.com/a -> 302 Location: https://www.google.com/sorry/index
          https://www.google.com/sorry/index -> 200
        refresh header: TEMPORARY_REDIRECT
          https://e.com/a -> 200 Refresh: 0; url=/b
          https://e.com/b -> 200
        refresh into the void: NOT_FOUND
          https://e.com/a -> 200 Refresh: 3; url=/b
          https://e.com/b -> 404
        slow refresh: OK
          https://e.com/a -> 200 Refresh: 30; url=/b
        refresh of itself: OK
          https://e.com/a -> 200 Refresh: 5; url=/a
        refresh in a circle: TEMPORARY_REDIRECT
          https://e.com/a -> 200 Refresh: 0; url=/b
          https://e.com/b -> 200 Refresh: 0; url=/a
        """;

    static Stream<Row> answers() {
        return ANSWERS.lines()
                .map(line -> line.split(" <- ", 2))
                .map(sides -> answer(Reason.valueOf(sides[0]), sides[1]));
    }

    static Stream<Row> chains() {
        var rows = new ArrayList<Row>();
        for (var block : CHAINS.split("\\n(?=\\S)", -1)) {
            var lines = block.split("\n", 2);
            var head = lines[0].split(": ", 2);
            rows.add(new Row(head[0], Reason.valueOf(head[1]), lines[1]));
        }
        return rows.stream();
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
    void everyReasonOfTheWebIsInTheTables() throws IOException {
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
                Reason.PLACEHOLDER,
                Reason.UNCONFIRMED);
        var later = List.of(Reason.UNREGISTERED, Reason.IGNORED, Reason.ROBOTS);
        // What takes the answers of a whole site to tell.
        SimulatedWebTest.rows().forEach(row -> given.add(row.reason()));
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
