package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.identifier.Identifier;
import ibid.identifier.Identifiers;
import ibid.target.Target;
import ibid.target.Target.IdentifierTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierResolverTest {
    @ParameterizedTest
    @CsvSource({
        "302 Location: https://e.com/x, TEMPORARY_REDIRECT",
        "301 Location: https://e.com/x, TEMPORARY_REDIRECT",
        "404, NOT_FOUND",
        "503, SERVER_ERROR",
    })
    void isAskedAtItsResolverAndNeverMovedForGood(String answer, Reason reason) {
        var scene =
                new Scene("https://doi.org/10.1000/182 -> " + answer + "\nhttps://e.com/x -> 200 |<title>t</title>");
        assertThat(scene.start(target("DOI 10.1000/182")).join().outcome().reason())
                .isEqualTo(reason);
    }

    @Test
    void allSpellingsAreAskedOnce() {
        var scene = new Scene("https://www.rfc-editor.org/rfc/rfc3986 -> 200 |<title>t</title>");
        assertThat(scene.start(target("RFC 3986")).join().outcome().reason()).isEqualTo(Reason.OK);
        var asked = scene.web.asked().size();
        assertThat(scene.start(target("https://tools.ietf.org/html/rfc3986"))
                        .join()
                        .outcome()
                        .reason())
                .isEqualTo(Reason.OK);
        assertThat(scene.web.asked()).hasSize(asked);
    }

    @Test
    void offlineNothingIsAsked() {
        var scene = new Scene("").checking(true, true);
        var outcome = scene.start(target("doi:10.1000/182")).join().outcome();
        assertThat(outcome.reason()).isEqualTo(Reason.NOT_CHECKED);
        assertThat(outcome.evidence()).containsExactly("the run was told to stay offline");
        assertThat(scene.web.asked()).isEmpty();
    }

    private static Target target(String text) {
        return new IdentifierTarget((Identifier) Identifiers.parse(text).orElseThrow());
    }
}
