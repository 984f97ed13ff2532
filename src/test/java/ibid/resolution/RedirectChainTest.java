package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.web.Header;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes along from one redirect to the next, and what stays behind. */
class RedirectChainTest {
    private static final String A = "https://e.com/a";

    private static List<String> headers(Scene scene, String name) {
        return scene.web.sent.stream()
                .map(request -> request.headers().stream()
                        .filter(h -> h.name().equals(name))
                        .map(Header::value)
                        .findFirst()
                        .orElse("-"))
                .toList();
    }

    @Test
    void credentialsStayAtTheirOrigin() {
        var scene = new Scene("""
                https://u:p@e.com/a -> 302 Location: https://e.com/b
                https://e.com/b -> 302 Location: http://e.com/c
                http://e.com/c -> 302 Location: https://e.com:8443/d
                https://e.com:8443/d -> 302 Location: https://f.com/e
                https://f.com/e -> 200
                """);
        scene.resolve("https://u:p@e.com/a");
        assertThat(headers(scene, "Authorization")).containsExactly("Basic dTpw", "Basic dTpw", "-", "-", "-");
    }

    @Test
    void credentialsThatARedirectNamesAreNotUsed() {
        var scene = new Scene(A + " -> 302 Location: https://x:y@f.com/b\nhttps://x:y@f.com/b -> 200");
        scene.resolve(A);
        assertThat(headers(scene, "Authorization")).containsExactly("-", "-");
    }

    @Test
    void cookiesGoWhereTheirRulesSay() {
        var scene = new Scene("""
                https://www.e.co.uk/a -> 302 Location: /dir/b;; Set-Cookie: host=1;; Set-Cookie: all=2; Domain=e.co.uk;; Set-Cookie: sec=3; Secure;; Set-Cookie: dir=4; Path=/dir;; Set-Cookie: wide=5; Domain=co.uk
                https://www.e.co.uk/dir/b Cookie: dir=4; host=1; all=2; sec=3 -> 302 Location: http://www.e.co.uk/c;; Set-Cookie: host=; Path=/; Max-Age=0
                http://www.e.co.uk/c Cookie: all=2 -> 302 Location: https://api.e.co.uk/d
                https://api.e.co.uk/d Cookie: all=2 -> 302 Location: https://other.co.uk/
                https://other.co.uk/ -> 200
                """);
        assertThat(scene.outcome("https://www.e.co.uk/a").reason()).isEqualTo(Reason.TEMPORARY_REDIRECT);
        assertThat(headers(scene, "Cookie")).containsExactly("-", "dir=4; host=1; all=2; sec=3", "all=2", "all=2", "-");
    }

    @Test
    void cookiesEndWithTheirChain() {
        var scene = new Scene(A + " -> 200 Set-Cookie: c=1; Path=/\nhttps://e.com/b -> 200");
        scene.resolve(A);
        scene.resolve("https://e.com/b");
        assertThat(headers(scene, "Cookie")).containsExactly("-", "-");
    }

    @Test
    void aHeaderOfCookiesStaysAsShortAsServersTakeIt() {
        var many = new StringBuilder(A + " -> 302 Location: /b");
        for (var i = 0; i < 9; i++) {
            many.append(";; Set-Cookie: c").append(i).append('=').append("v".repeat(3000));
        }
        var scene = new Scene(many + "\nhttps://e.com/b -> 200");
        scene.resolve(A);
        assertThat(headers(scene, "Cookie").get(1))
                .startsWith("c0=vvv")
                .contains("; c1=vvv")
                .hasSizeLessThan(8190);
    }

    @Test
    void anAddressThatCannotBeAskedAsItIsWrittenProvesNothing() {
        var circle = new Scene(A + " -> 301 Location: /x|y\nhttps://e.com/x%7Cy -> 301 Location: /x|y");
        assertThat(circle.outcome(A).reason()).isEqualTo(Reason.SERVER_ERROR);
        var unreadable = new Scene(A + " -> 301 Location: /\ufffdber\nhttps://e.com/%EF%BF%BDber -> 404");
        assertThat(unreadable.outcome(A).reason()).isEqualTo(Reason.SERVER_ERROR);
        var passable = new Scene(A + " -> 301 Location: /x|y\nhttps://e.com/x%7Cy -> 200");
        assertThat(passable.outcome(A).reason()).isEqualTo(Reason.PERMANENT_REDIRECT);
    }

    @Test
    void aLoopIsTriedTwice() {
        var scene = new Scene(A + " -> 302 Location: /b\nhttps://e.com/b -> 302 Location: /a");
        var outcome = scene.outcome(A);
        assertThat(scene.web.asked()).hasSize(4);
        assertThat(outcome.attempts()).isEqualTo(4);
        assertThat(outcome.hops())
                .containsExactly(
                        new Hop(A, 302, Optional.of("https://e.com/b")),
                        new Hop("https://e.com/b", 302, Optional.of(A)));
        assertThat(outcome.finalUrl()).isEmpty();
        assertThat(outcome.evidence())
                .containsExactly(
                        "redirects: 302, then 302, to https://e.com/a",
                        "the redirects come back to where they were, tried twice");
    }

    @Test
    void aCircleThatSetsANewCookieAtEveryTurnIsALoop() {
        var script = new StringBuilder(A + " -> 302 Location: /a;; Set-Cookie: n=0\n");
        for (var i = 0; i < 20; i++) {
            script.append(A + " Cookie: n=" + i + " -> 302 Location: /a;; Set-Cookie: n=" + (i + 1) + "\n");
        }
        assertThat(new Scene(script.toString()).outcome(A).reason()).isEqualTo(Reason.REDIRECT_LOOP);
    }

    @Test
    void theLimitOfRedirectsHolds() {
        var script = new StringBuilder(A + " -> 302 Location: /0\n");
        for (var i = 0; i < 30; i++) {
            script.append("https://e.com/" + i + " -> 302 Location: /" + (i + 1) + "\n");
        }
        var scene = new Scene(script.toString());
        var outcome = scene.outcome(A);
        assertThat(scene.web.asked()).hasSize(11);
        assertThat(outcome.reason()).isEqualTo(Reason.SERVER_ERROR);
        assertThat(outcome.evidence()).last().asString().startsWith("more than 10 redirects were not followed");
    }
}
