package ibid.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialHostsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"example.com", "www.Example.org", "a.b.example.net.", "site.example", "x.invalid", "y.test"})
    void setAsideForExamples(String host) {
        assertThat(SpecialHosts.isExampleDomain(host) || SpecialHosts.isReserved(host))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"myexample.com", "example.de", "test.com", "invalid.org", "example.com.evil.net", "testing"})
    void somebodysOwn(String host) {
        assertThat(SpecialHosts.isExampleDomain(host) || SpecialHosts.isReserved(host))
                .isFalse();
    }
}
