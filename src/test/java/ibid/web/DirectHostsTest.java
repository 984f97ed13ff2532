package ibid.web;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.url.Url;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectHostsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "e.com                | http://e.com/          | true",
                "e.com                | http://www.E.com/      | true",
                "e.com                | http://e.com./         | true",
                "E.com.               | http://e.com/          | true",
                ".e.com               | http://e.com/          | true",
                ".e.com               | http://a.e.com/        | true",
                "*.e.com              | http://a.e.com/        | true",
                "e.com                | http://evile.com/      | false",
                "e.com                | http://e.com.evil.org/ | false",
                "a.org, e.com         | http://e.com/          | true",
                "a.org e.com          | http://e.com/          | true",
                "*                    | http://e.com/          | true",
                "*                    | http://10.1.2.3/       | true",
                "e.com:8080           | http://e.com:8080/     | true",
                "e.com:8080           | http://e.com/          | false",
                "e.com:443            | https://e.com/         | true",
                "10.1.2.3             | http://10.1.2.3/       | true",
                "10.1.2.3:81          | http://10.1.2.3/       | false",
                "10.0.0.0/8           | http://10.1.2.3/       | true",
                "10.0.0.0/8           | http://11.1.2.3/       | false",
                "192.168.4.0/22       | http://192.168.7.9/    | true",
                "192.168.4.0/22       | http://192.168.8.9/    | false",
                "10.0.0.0/40          | http://10.0.0.0/       | false",
                "10.0.0.0/8           | http://name10.org/     | false",
                "2.3                  | http://10.1.2.3/       | false",
                "::1                  | http://[::1]:80/       | true",
                "[::1]                | http://[::1]/          | true",
                "[fd00::]/8:8080      | http://[fd12::1]:8080/ | true",
                "fd00::/8             | http://[fd12::1]/      | true",
                "fd00::/8             | http://[fe80::1]/      | false",
                "localhost            | http://localhost:1234/ | true",
                "'/,,:,[,http://e.com'| http://e.com/          | false",
                "''                   | http://e.com/          | false",
            })
    void anEntryOfNoProxy(String list, String url, boolean direct) {
        assertThat(DirectHosts.parse(list).name(Url.parse(url).orElseThrow())).isEqualTo(direct);
    }
}
