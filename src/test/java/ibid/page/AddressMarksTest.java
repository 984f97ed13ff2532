package ibid.page;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.page.AddressMarks.Sign;
import ibid.url.Url;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressMarksTest {
    private final AddressMarks marks = AddressMarks.load();

    @ParameterizedTest
    @CsvSource({
        "LOGIN, https://accounts.google.com/v3/x?continue=y, true",
        "LOGIN, https://e.com/user/Login.aspx?next=%2Fa, true",
        "LOGIN, https://e.com/wp-login.php, true",
        "LOGIN, https://e.com/oauth2/authorize?client=1, true",
        "LOGIN, https://team.okta.com/home, true",
        "LOGIN, https://e.com/blog/login-design, false",
        "LOGIN, https://notaccounts.google.com.evil.org/, false",
        "LOGIN, https://e.com/page?from=/login, false",
        "CONSENT, https://consent.youtube.com/m?continue=x, true",
        "CONSENT, https://e.com/consent, false",
        "WALL, https://www.google.com/sorry/index?continue=x, true",
        "HIDES_PRIVATE, https://github.com/o/r, true",
        "HIDES_PRIVATE, https://docs.google.com/document/d/1, true",
        "HIDES_PRIVATE, https://team.notion.site/x, true",
        "HIDES_PRIVATE, https://o.github.io/r, false",
        "HIDES_PRIVATE, https://mygithub.com/o/r, false",
        "HIDES_PRIVATE, http://[::1]/x, false",
    })
    void readsSignsOffAnAddress(Sign sign, String address, boolean shown) {
        assertThat(marks.show(sign, Url.parse(address).orElseThrow())).isEqualTo(shown);
    }
}
