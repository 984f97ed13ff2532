package ibid.document.data;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.readers.Cited;
import ibid.document.readers.Reads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    private static final String GOLDEN = """
            name,url,"note, long"\r
            Tide,https://one.net/a,"see ""https://two.net/b"", or\r
            https://three.net/c"\r
            "Tool, x","https://four.net/?a=1,2",app.py\r
            ,www.five.net,https://six.net/x;y\r
            """;

    @Test
    void findsEveryCitationWhereItStands() {
        assertThat(Cited.located("a.csv", GOLDEN))
                .containsExactly(
                        "2:6 https://one.net/a @ row 2, column \"url\"",
                        "2:31 https://two.net/b @ row 2, column \"note, long\"",
                        "3:1 https://three.net/c @ row 2, column \"note, long\"",
                        "4:12 https://four.net/?a=1,2 @ row 3, column \"url\"",
                        "5:2 www.five.net @ row 4, column \"url\"",
                        "5:15 https://six.net/x;y @ row 4, column \"note, long\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "a.csv ! 'x;https://e.com/a;y' ! 1:3 https://e.com/a @ B1",
                "a.csv ! 'x|https://e.com/a,b|y' ! 1:3 https://e.com/a,b @ B1",
                "a.csv ! 'u\nhttps://e.com/a' ! '2:1 https://e.com/a @ row 2, column \"u\"'",
                "a.tsv ! 'x,y\thttps://e.com/a,b;c' ! '1:5 https://e.com/a,b;c @ B1'",
                "a.csv ! '1,2\n3,https://e.com/a' ! 2:3 https://e.com/a @ B2",
                "a.csv ! ',,,,,,,,,,,,,,,,,,,,,,,,,,https://e.com/a' ! 1:27 https://e.com/a @ AA1",
            })
    void tellsTheDelimiterAndNamesTheCell(String name, String table, String cell) {
        assertThat(Cited.located(name, table)).containsExactly(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\"", "\"\"", "\n", "a,\"https://e.com/a\n", "|;"})
    void hostileTextIsReadInLinearTime(String piece) {
        assertThat(Reads.named("a.csv", piece.repeat(200_000)).problems()).isEmpty();
    }
}
