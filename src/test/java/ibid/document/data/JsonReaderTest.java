package ibid.document.data;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Comment;
import ibid.document.readers.Cited;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    private static final String GOLDEN = """
            {
              "name": "tide-tool", "main": "index.js", "version": "1.2.io",
              "homepage": "https://tool.example.net/#readme",
              "repository": {"type": "git", "url": "https:\\/\\/code.example.net\\/tide.git"},
              "funding": [{"url": "https://fund.example.net/a"}, "see https://fund.example.net/b."],
              "https://map.example.net/x/": "./x.js", // comment https://e.com/not-cited
              "author's site": "www.ada.net",
              "text": "two \\u0068ttps://one.net/\\u00fc and \\"https://two.net\\"",
              "integrity": "sha512-abc/def=="
            }
            """;

    @Test
    void findsEveryCitationWhereItStands() {
        assertThat(Cited.located("package.json", GOLDEN))
                .containsExactly(
                        "3:16 https://tool.example.net/#readme @ $.homepage",
                        "4:41 https:\\/\\/code.example.net\\/tide.git -> https://code.example.net/tide.git @ $.repository.url",
                        "5:24 https://fund.example.net/a @ $.funding[0].url",
                        "5:59 https://fund.example.net/b @ $.funding[1]",
                        "6:4 https://map.example.net/x/ @ $['https://map.example.net/x/']",
                        "7:21 www.ada.net @ $['author\\'s site']",
                        "8:16 \\u0068ttps://one.net/\\u00fc -> https://one.net/ü @ $.text",
                        "8:50 https://two.net @ $.text");
        assertThat(Reads.named("package.json", GOLDEN).reading().comments())
                .extracting(Comment::text)
                .containsExactly("comment https://e.com/not-cited");
    }

    @Test
    void aForumsPostIsReadAsThatForumWould() {
        var post =
                "{\"body\": \"Hi \\u00e9 [url=\\\"http://e.com/full\\\"]http://e.com/fu...[/url] [img]http://e.com/i[/img]"
                        + " http://e.com/c[/quote]\", \"next\": \"[url]http://e.com/d[/url]\"}";
        assertThat(Cited.located("a.json", post))
                .containsExactly(
                        "1:28 http://e.com/full @ $.body",
                        "1:78 http://e.com/i @ $.body",
                        "1:99 http://e.com/c @ $.body",
                        "1:138 http://e.com/d @ $.next");
    }

    @Test
    void eachLineOfJsonLinesIsAValue() {
        assertThat(Cited.located(
                        "a.jsonl", "{\"u\": \"https://e.com/a\"}\n[\"https://e.com/b\"]\n\"https://e.com/c\"\n"))
                .containsExactly("1:8 https://e.com/a @ $.u", "2:3 https://e.com/b @ $[0]", "3:2 https://e.com/c @ $");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{\"a\":",
                "\"",
                "\\\"",
                "{\"https://e.com\":\"\\u12\",",
                "/*",
                "//",
                "'",
                "]}",
                "\0",
                "{\"\\"
            })
    void hostileTextIsReadInLinearTimeAndASmallStack(String piece) {
        var text = piece.repeat(150_000) + "\n*/\n\"https://e.com/last\"\n";
        var document = Reads.named("a.json", text);
        assertThat(document.problems()).isEmpty();
        assertThat(document.source().text()).hasSameSizeAs(text);
    }
}
