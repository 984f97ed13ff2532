package ibid.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.url.Url;
import ibid.web.WebFailure;
import ibid.web.WebRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestStoryTest {
    @Test
    void noAddressSteersTheTerminalOrTellsASecret() {
        var told = new ByteArrayOutputStream();
        var story = new RequestStory(new PrintStream(told, true, UTF_8));
        var url = Url.parse("https://me:secret@e.com/\u202Etxt.exe\u200B?q=\u2028")
                .orElseThrow();
        var request = new WebRequest(WebRequest.Method.GET, url, List.of(), WebRequest.Limits.OF_CHECKS);
        story.answered(request, 1, 200);
        story.failed(request, 2, WebFailure.Cause.TIMEOUT);
        assertThat(told.toString(UTF_8))
                .startsWith("GET https://***@e.com/")
                .contains(": 200\n", "(attempt 2): timeout\n")
                .doesNotContain("secret", "\u202E", "\u200B", "\u2028");
    }
}
