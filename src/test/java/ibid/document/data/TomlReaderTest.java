package ibid.document.data;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Comment;
import ibid.document.readers.Cited;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TomlReaderTest {
    private static final String GOLDEN = """
            # https://e.com/not-cited
            title = "Tide" # a comment
            homepage = "https://site.example.net/\\u00e4" # another
            [project.urls]
            "Home page" = 'https://home.example.net/it\\a'
            docs = "https://docs.example.net/#a"
            list = [
              "https://one.net", # in it
              ["https://two.net"],
              [ "x" ]
            ]
            [[tool.item]]
            text = \"""
            See https://three.net and
            "https://four.net".\"""
            [[tool.item]]
            inline = { url = "https://five.net", main = "app.py" }
            raw = '''
            https://six.net/\\n'''
            """;

    @Test
    void findsEveryCitationWhereItStands() {
        assertThat(Cited.located("a.toml", GOLDEN))
                .containsExactly(
                        "3:13 https://site.example.net/\\u00e4 -> https://site.example.net/ä @ homepage",
                        "5:16 https://home.example.net/it\\a @ project.urls.Home page",
                        "6:9 https://docs.example.net/#a @ project.urls.docs",
                        "8:4 https://one.net @ project.urls.list",
                        "9:5 https://two.net @ project.urls.list",
                        "14:5 https://three.net @ tool.item[0].text",
                        "15:2 https://four.net @ tool.item[0].text",
                        "17:19 https://five.net @ tool.item[1].inline",
                        "19:1 https://six.net/\\n @ tool.item[1].raw");
        assertThat(Reads.named("a.toml", GOLDEN).reading().comments())
                .extracting(Comment::text)
                .containsExactly("https://e.com/not-cited", "a comment", "another", "in it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[\n", "a = [", "\"", "'''", "\"\"\"", "a=", "\n[[a", "\"\\"})
    void hostileTextIsReadInLinearTime(String piece) {
        var text = piece.repeat(100_000) + "\n\"https://e.com/last\"\n";
        assertThat(Reads.named("a.toml", text).problems()).isEmpty();
    }
}
