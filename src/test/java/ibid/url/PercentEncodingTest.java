package ibid.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentEncodingTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {"%41%2d%7e -> A-~", "%2f -> %2F", "100% -> 100%", "%zz%4 -> %zz%4", "%c3%a9 -> %C3%A9"})
    void normalisesEscapes(String text, String normalised) {
        assertThat(PercentEncoding.normalised(text)).isEqualTo(normalised);
    }

    @Test
    void decodesUtf8AndNothingElse() {
        assertThat(PercentEncoding.decoded("stra%C3%9Fe/%F0%9F%98%80%")).contains("straße/😀%");
        assertThat(PercentEncoding.decoded("%e9t%e9")).isEmpty();
        assertThat(PercentEncoding.decoded("plain")).contains("plain");
    }
}
