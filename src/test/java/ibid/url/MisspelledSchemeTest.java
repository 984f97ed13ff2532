package ibid.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisspelledSchemeTest {
    @ParameterizedTest
    @CsvSource({
        "htp, http",
        "htpp, http",
        "hptt, http",
        "htttp, http",
        "HTP, http",
        "htps, https",
        "httsp, https",
        "htpps, https",
    })
    void isMeantToBeTheOneOfItsLetters(String scheme, String meant) {
        assertThat(MisspelledScheme.meant(scheme)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http",
                "https",
                "HTTP",
                "ttp",
                "ttps",
                "hxxp",
                "httpx",
                "ftp",
                "hps",
                "htt",
                "ht",
                "h",
                "",
                "hhhhhttp"
            })
    void othersAreWhatTheyAre(String scheme) {
        assertThat(MisspelledScheme.meant(scheme)).isEmpty();
    }
}
