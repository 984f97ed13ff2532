package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.serve.ReplayAddress.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where copies are shown. */
class ReplayAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/replay/20260228120000/https://e.com/",
                "/replay/20260228120000if_/http://e.com:8080/a//b?c=http://x/&d=%25",
                "/replay/20260228120000id_/https://[2001:db8::1]/",
            })
    void isReadAsItIsWritten(String target) {
        var escaped = target.replace("[", "%5B").replace("]", "%5D");
        assertThat(ReplayAddress.parse(target)).map(ReplayAddress::path).contains(escaped);
    }

    @Test
    void whatBrowsersAndProxiesMakeOfItIsUnderstood() {
        assertThat(ReplayAddress.parse("/replay/2026/https:/e.com/a")
                        .orElseThrow()
                        .path())
                .isEqualTo("/replay/20260101000000/https://e.com/a");
        assertThat(ReplayAddress.parse("/replay/20260228120000123if_/e.com").orElseThrow())
                .satisfies(place -> assertThat(place.form()).isEqualTo(Form.CONTENT))
                .satisfies(place -> assertThat(place.at().toString()).isEqualTo("2026-02-28T12:00:00.123Z"))
                .satisfies(place -> assertThat(place.url().address()).isEqualTo("http://e.com/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/replay/",
                "/replay/20261399000000/https://e.com/",
                "/replay/20260228120000xx_/https://e.com/",
                "/replay/20260228120000/",
                "/replay/20260228120000/https://",
                "/replay/20260228120000/../../etc/passwd",
                "/replay/now/https://e.com/",
            })
    void nothingElseIsAPlaceOfACopy(String target) {
        assertThat(ReplayAddress.parse(target)).isEmpty();
    }
}
