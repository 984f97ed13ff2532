package ibid.document.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NulTest {
    @Test
    void oneStrayNulDoesNotMakeAShortTextUtf16() {
        var document = Reads.named("a.txt", "http://e.com/a\0\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(document.charset()).isEqualTo("UTF-8");
        assertThat(document.source().text()).isEqualTo("http://e.com/a\0\n");
    }
}
