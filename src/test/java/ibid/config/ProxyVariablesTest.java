package ibid.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyVariablesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the environment | for http | for https | except
                "''                                          | ''   | ''   | ''",
                "http_proxy=a:1                              | a:1  | ''   | ''",
                "HTTP_PROXY=a:1                              | a:1  | ''   | ''",
                "HTTP_PROXY=a:1 REQUEST_METHOD=GET           | ''   | ''   | ''",
                "http_proxy=a:1 REQUEST_METHOD=GET           | a:1  | ''   | ''",
                "HTTP_PROXY=a:1 http_proxy=b:2               | b:2  | ''   | ''",
                "HTTPS_PROXY=a:1 REQUEST_METHOD=GET          | ''   | a:1  | ''",
                "all_proxy=a:1                               | a:1  | a:1  | ''",
                "ALL_PROXY=a:1 https_proxy=b:2               | a:1  | b:2  | ''",
                "ALL_PROXY=a:1 https_proxy=                  | a:1  | a:1  | ''",
                "ALL_PROXY=a:1 NO_PROXY=c,d                  | a:1  | a:1  | c,d",
                "ALL_PROXY=a:1 NO_PROXY=c no_proxy=d         | a:1  | a:1  | d",
                "ALL_PROXY=a:1 NO_PROXY=*                    | ''   | ''   | ''",
                "NO_PROXY=c                                  | ''   | ''   | ''",
            })
    void theVariablesOfCurl(String variables, String http, String https, String except) {
        var environment = new HashMap<String, String>();
        for (var pair : variables.split(" ", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                environment.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        var none = http.isEmpty() && https.isEmpty();
        assertThat(ProxyVariables.of(Map.copyOf(environment)))
                .isEqualTo(
                        none ? Optional.empty() : Optional.of(new Settings.Proxy(given(http), given(https), except)));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
