package ibid.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages and style sheets with addresses that lead to copies. Each picture has the prefix of the copies as {@code @}. */
class RewritingTest {
    private static final String PREFIX = "/replay/20260228120000if_/";

    private static final Rewriting REWRITING =
            new Rewriting(ReplayAddress.parse(PREFIX + "https://e.com/dir/page").orElseThrow());

    private static String shown(String html) {
        return REWRITING.page(html, "").replace(PREFIX, "@");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
            <a href="next">                          => <a href="@https://e.com/dir/next">
            <a href=/up?a=1&amp;b=2#c>               => <a href=@https://e.com/up?a=1&amp;b=2#c>
            <a HREF='//o.org/ü(1)'>                  => <a HREF='@https://o.org/%C3%BC%281%29'>
            <img src=" a b.png ">                    => <img src=" @https://e.com/dir/a%20b.png ">
            <img srcset="a.png 1x, b.png 2x" src=c>  => <img srcset="@https://e.com/dir/a.png 1x, @https://e.com/dir/b.png 2x" src=@https://e.com/dir/c>
            <p style="background:url('i.png')">      => <p style="background:url('@https://e.com/dir/i.png')">
            <style>@import "x.css";p{src:url(f)}</style> => <style>@import "@https://e.com/dir/x.css";p{src:url(@https://e.com/dir/f)}</style>
            <link rel=icon href=i.ico>               => <link rel=icon href=@https://e.com/dir/i.ico>
            <iframe src="f">                         => <iframe src="@https://e.com/dir/f">
            <body background="b.gif">                => <body background="@https://e.com/dir/b.gif">
            <video poster=p src=v>                   => <video poster=@https://e.com/dir/p src=@https://e.com/dir/v>
            <svg><image xlink:href="d.png"/></svg>   => <svg><image xlink:href="@https://e.com/dir/d.png"/></svg>
            <meta http-equiv=refresh content="5; url=next"> => <meta http-equiv=refresh content="5; url=@https://e.com/dir/next">
            <base href="https://o.org/b/"><a href=c> => <base href="@https://o.org/b/"><a href=@https://o.org/b/c>
            """)
    void leadsToCopies(String html, String rewritten) {
        assertThat(shown(html)).isEqualTo(rewritten);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='#part'>x</a>",
                "<a href=javascript:void(0)>x</a>",
                "<a href=mailto:a@e.com>x</a>",
                "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
                "<p>See https://e.com/ or <code>url(x)</code>",
                "<script>load('/x.js')</script>",
                "<!-- <img src=a> -->",
                "<textarea><img src=a></textarea>",
                "<a href>x</a><img src=\"\">",
                "no page <at",
                "",
            })
    void leavesEveryOtherCharacterAsItIs(String html) {
        assertThat(shown(html)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", quoteCharacter = '~', textBlock = """
            <script integrity=sha256-x crossorigin src=a></script> => <script data-was-integrity=sha256-x data-was-crossorigin src=@https://e.com/dir/a></script>
            <a target="_blank" href=b>                             => <a data-was-target="_blank" href=@https://e.com/dir/b>
            <meta http-equiv="Content-Security-Policy" content=x>  => <meta data-was-http-equiv="Content-Security-Policy" content=x>
            """)
    void looses(String html, String rewritten) {
        assertThat(shown(html)).isEqualTo(rewritten);
    }

    @Test
    void thePreambleStandsBeforeTheFirstScript() {
        assertThat(REWRITING.page("<!doctype html><p><script>a</script><script>b</script>", "<!>"))
                .isEqualTo("<!doctype html><p><!><script>a</script><script>b</script>");
        assertThat(REWRITING.page("<p>", "<!>")).isEqualTo("<p>");
    }

    @Test
    void styleSheetsLeadToCopiesButInComments() {
        assertThat(REWRITING
                        .style("@import url(a.css); /* url(b) */ p{background:URL( \"c d.png\" )} q{x:url(#e)}")
                        .replace(PREFIX, "@"))
                .isEqualTo(
                        "@import url(@https://e.com/dir/a.css); /* url(b) */ p{background:URL( \"@https://e.com/dir/c%20d.png\" )} q{x:url(#e)}");
    }
}
