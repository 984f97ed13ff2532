package ibid.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockSignsTest {
    /** Longer than what is looked at in one go. */
    private static final String FAR = "word ".repeat(2000);

    private static final Suffixes SUFFIXES = new Suffixes();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Nothing here. Not even a name, nor 3 numbers (or 4) of version 2.",
                "note: a colon, [brackets], {braces}, *stars*, e.g.: x, a.txt",
                "in 2019, about 10 of 100 and 1:2",
                "an exp of x",
                "os.name(x) and self.name.x, a.de=b; how. So",
            })
    void mostTextsShowNothing(String text) {
        assertThat(BlockSigns.of(text, SUFFIXES).isEmpty()).isTrue();
        assertThat(BlockSigns.of(FAR + text, SUFFIXES).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "http://e; address",
                "on www.e; address",
                "so ...; cut",
                "so …; cut",
                "hXXps[:]e; defanged",
                "h**p:e; defanged",
                "e[.]e; defanged",
                "e(dot)e; defanged",
                "mailto:a; scheme",
                "MAILTO:a; scheme",
                "a.b.de; host",
                "ü.ü; host",
                "a.consulting; host",
                "ISBN 0; identifier",
                "ISBN-13: 9; identifier",
                "ISSN (print) 0; identifier",
                "PMC123; identifier",
                "10.1000/1; identifier",
                "urn:x; identifier",
                "hep-th/99; identifier",
            })
    void whatIsThereAndNothingElseIsSeenWhereverItStands(String text, String signs) {
        assertThat(signs(text)).containsExactly(signs.split(" "));
        assertThat(signs(FAR + text)).isEqualTo(signs(text));
    }

    private static List<String> signs(String text) {
        var signs = BlockSigns.of(text, SUFFIXES);
        var names = new ArrayList<String>();
        add(names, "cut", signs.ofCut());
        add(names, "defanged", signs.ofDefanged());
        add(names, "address", signs.ofAddress());
        add(names, "scheme", signs.ofScheme());
        add(names, "host", signs.ofHost());
        add(names, "identifier", signs.ofIdentifier());
        return names;
    }

    private static void add(List<String> names, String name, boolean isThere) {
        if (isThere) {
            names.add(name);
        }
    }
}
