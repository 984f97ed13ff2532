package ibid.citation;

import static ibid.citation.TestDocuments.pictured;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars enclose what is found; a picture without bars is one in which nothing is. */
class HostTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a notice on the |Muhsinlar.net| website in spring.",
                "posted on |Muhsinlar.net|.",
                "see |e-x.com|, |docs.python.org|; |heise.de|!",
                "(|example.com|)",
                "“|example.com|”",
                "|example.com|'s owner and |example.org|’s",
                "|EXAMPLE.COM| shouted",
                "**|example.com|** and",
                "see |example.com/a_(b)|.",
                "on |example.com:8080/a| or",
                "via |bbc.co.uk| or |foo.github.io| or |x.com|",
                "the |archive.is| site",
                "the site |archive.is| is",
                "visit |crates.io| now",
                "on |bit.ly/abc1| and |youtu.be/dQw4w9WgXcQ|",
                "|bücher.de| und |пример.рф|",
                "訪問|example.com|吧",
                "ends in |example.com|: so",
                "|Booking.com| and |Sourceforge.net|",
                "<|example.com|> and <|example.org/a|>",
                "see |t.me/some-channel| or |t.co/abcd|",
                "见|example.com/abc|查看",
                "on |mill.tv| or |mill.ca|",
                "a `example.org` and |example.com| and `x`, |example.com|",
                "``a ` example.org`` and |example.com|",
                "a ` alone and |example.com|",
                "on |example.com:12345/a|",
                "meet at |example.com| now",
                "|example.com|, |example.com|",
                ".x and |example.com|",
                "see |example.com|. Then",
                "meet me at |example.com|",
                "(website |archive.is|)",
                "the |archive.is| web-site is",
                "on |example.com/a|, |example.com?a=b| and |example.com:80|.",
                "|a.example.com| and |a.b.example.com|",
                "the |example.co.uk| of |example.github.io|",
            })
    void hostsInProse(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run setup.py and os.name, main.rs, README.md, install.sh, Foo.pl, libc.so, a.cc",
                "sys.info or job.run or obj.id",
                "setup.py/setup.cfg and os.name/sys.platform",
                "ASP.NET and VB.NET and ADO.NET and .NET and System.Net",
                "the ASP.NET site",
                "Node.js Next.js Vue.js Socket.IO README.MD",
                "the U.S.-Taliban deal, U.S. and U.K. and Ph.D. at 5 a.m.",
                "e.g. this, i.e.that, e.g.This, etc.And",
                "the end.The next. the end.It the end.In the end.De",
                ":py:mod:`os.path` and `example.com` and ``import example.org``",
                "foo.com() and x.net[0] and a.org=1 and $a.com and %b.com",
                "me@example.com and me.you@example.org",
                "/var/www/example.com and C:\\example.com and ./example.com",
                "#example.com @example.com -example.com _example.com",
                "java.net.URL and org.example.com.Foo and com.example",
                "v1.0.com1 and 1.2.3.4 and 3.14 and 2.com.3",
                "'example.com' and \"example.com\"",
                "<david at example.net> and (barry at example.org)",
                "example.com:name and git.example.com:/repo",
                "List<example.com> and <example.com and <a.example.com=b>",
                "U.S/Canada and e.g/that and i.co/abc and a.is/b.is",
                "example.com:500000",
                "write to <david at example.net or barry",
                "write to [david at example.net, or barry",
                "write to david at example.net)",
                "write to david at example.net]",
                "write to gmail.com and Web.de",
                "a.`example.com`.b ``example.com` a``",
                "example.com'x",
                "t.co/abc and t.co/a.bc and t.co/.abcd",
                "example.com\\docs",
                "os.name/x and setup.py/.gitignore and sys.info/.a",
                "(david at example.net or barry",
                "[david at example.net or barry",
                "co.uk and co.uk and github.io",
                "the end. com and a. org",
            })
    void whatOnlyLooksLikeAHost(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`a` see |example.com| now `b`",
                "a ` see |example.com| now",
                "see |example.com| now `b`",
                "`see example.org now` and |example.com| now",
                "`see example.org now` on |example.com| now `see example.org now` on |example.com| now",
            })
    void hostsBesideCode(String picture) {
        assertPicture(picture);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`see example.org now`",
                "``see example.org now``",
                "x `a` y `see example.org now`",
                "`see example.org now` z `b`",
                "```see example.org now```",
            })
    void hostsInCode(String text) {
        assertPicture(text);
    }

    private static void assertPicture(String picture) {
        assertThat(pictured(picture.replace("|", ""))).isEqualTo(picture);
    }
}
