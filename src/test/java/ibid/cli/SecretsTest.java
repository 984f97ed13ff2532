package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "--header X-Key:word -> --header X-Key:***",
                "--header=X-Key:word -> --header=X-Key:***",
                "--header http-key:d29yZA==word -> --header http-key:***",
                "--header https://e.com=X-Key:word -> --header https://e.com=X-Key:***",
                "--header HTTPS://e.com:8443=X-Key:word -> --header HTTPS://e.com:8443=X-Key:***",
                "--header word -> --header ***",
                "--proxy http://me:word@p.com:3128 -> --proxy http://***@p.com:3128",
                "--proxy me:word@p.com:3128 -> --proxy ***@p.com:3128",
                "--proxy=me:wo/rd@p.com -> --proxy=***@p.com",
                "--proxy p.com:3128 -> --proxy p.com:3128",
                "https://me:word@e.com/?token=word -> https://***@e.com/?token=***",
                "a.md --offline -> a.md --offline",
            })
    void noSecretOfACommandLineIsShown(String arguments, String shown) {
        assertThat(String.join(" ", Secrets.hiddenIn(List.of(arguments.split(" ", -1)))))
                .isEqualTo(shown);
    }
}
