package ibid.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "https://me:secret@e.com/a -> https://***@e.com/a",
                "https://me@e.com -> https://***@e.com",
                "//me:secret@e.com/a -> //***@e.com/a",
                "https://a@b@e.com/ -> https://***@e.com/",
                "https://e.com/a?token=abc&x=1 -> https://e.com/a?token=***&x=1",
                "https://e.com/a?x=1&API_KEY=abc#y -> https://e.com/a?x=1&API_KEY=***#y",
                "https://b.s3.e.com/f?X-Amz-Signature=0a9f -> https://b.s3.e.com/f?X-Amz-Signature=***",
                "https://e.com/#access_token=abc -> https://e.com/#access_token=***",
                "https://l.e.com/?u=https%3A%2F%2Fme%3Apw%40e.com%2Fa -> https://l.e.com/?u=https%3A%2F%2F***%40e.com%2Fa",
                "https://l.e.com/?u=https%3a%2f%2fe.com%2f%3fx%3d1%26token%3dabc%26y&h=1 -> https://l.e.com/?u=https%3a%2f%2fe.com%2f%3fx%3d1%26token%3d***%26y&h=1",
                "see https://u:p@e.com/ and http://v:q@f.com/ -> see https://***@e.com/ and http://***@f.com/",
            })
    void hidesCredentialsAndSecrets(String text, String shown) {
        assertThat(Redaction.shown(text)).isEqualTo(shown);
        assertThat(Redaction.hides(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://medium.com/@someone/story-1",
                "https://e.com/search?q=token",
                "https://e.com/tokens?key=2",
                "https://l.e.com/?u=https%3A%2F%2Fmedium.com%2F%40someone",
                "https://l.e.com/?u=https%3A%2F%2Fe.com%2F%3Fq%3Dtoken&v=%40",
                "write to a@b.org about https://e.com/",
                "https://e.com/a?author=me&signed=yes",
            })
    void leavesEverythingElseAlone(String text) {
        assertThat(Redaction.shown(text)).isEqualTo(text);
        assertThat(Redaction.hides(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "http://e.com/?token=abc|...|def&x=1 -> http://e.com/?token=***|***&x=1",
                "http://me:wo|...|rd@e.com/a -> http://***|***@e.com/a",
                "http://e.com/a|...|b -> http://e.com/a|b",
            })
    void aSecretThatIsCutInTwoIsSeenInNeitherHalf(String parts, String shown) {
        var part = parts.split("\\|", -1);
        var whole = String.join("", part);
        assertThat(Redaction.shownHead(part[0], whole) + "|" + Redaction.shownTail(part[2], whole))
                .isEqualTo(shown);
    }

    @Test
    void takesLinearTime() {
        var hostile = "://".repeat(200_000) + "@" + "?token=".repeat(100_000);
        assertTimeout(Duration.ofSeconds(10), () -> Redaction.shown(hostile));
    }
}
