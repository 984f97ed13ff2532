package ibid.finding;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.citation.CitationKind;
import ibid.citation.Context;
import ibid.citation.Place;
import ibid.document.Format;
import ibid.document.Span;
import ibid.finding.Report.ReportedDocument;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPlaceTest {
    private static final String CITED = "https://e.com/a?b&c";
    private static final String PLAIN = "https://e.org/d";

    /** What stands in the file for {@link #CITED}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://e.com/a?b&c",
                "https://e.com/a?b&amp;c",
                "https:\\/\\/e.com\\/a?b\\u0026c",
                "https://e.com/\r\na?b&c",
                "https://e.com/=\r\na?b&c",
                "https://e.com/\n> > a?b&c",
                "https://e.com/\n  # a?b&c",
                "https://e.com/\n * a?b&c",
            })
    void anAddressMayTakeThePlaceOfAnAddressAndItsEscapes(String text) {
        assertThat(place("a.txt", "text", text, CitationKind.BARE_URL).takes(PLAIN))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // base64 begins and ends where its groups of four do
                "ZSBodHRwczovL2UuY29tL2E/YiZj",
                "ZSBodHRwczov\r\nL2UuY29tL2E/YiZj",
                // an encoded word (RFC 2047) holds more than the address
                "=?UTF-8?Q?Test_https=3A//e.com/a=3Fb&c_end?=",
                "a?b&c",
                "{base}/a?b&c",
                "10.1000/182",
                "https://e.com/\\n\", \"a?b&c",
                "https://e.com/ + a?b&c",
            })
    void whatEncodesOrMakesAnAddressIsNotReplacedUnseen(String text) {
        assertThat(place("a.txt", "text", text, CitationKind.LINK).takes(PLAIN)).isFalse();
    }

    @Test
    void anIdentifierIsNoPlaceForAnAddress() {
        assertThat(place("a.txt", "text", CITED, CitationKind.IDENTIFIER).takes(PLAIN))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "a.md, markdown, https://e.org/*d, false",
        "a.md, markdown, https://e.org/?d|e, false",
        "a.md, markdown, https://e.org/d_e, true",
        "a.mdx, markdown, https://e.org/?{d}, false",
        "a.ipynb, notebook, https://e.org/?d|e, false",
        "a.rst, rst, https://e.org/d_, false",
        "a.eml, mail, https://e.org/?d=e, false",
        "a.eml, mail, https://e.org/ü, false",
        "a.txt, text, https://e.org/ü, true",
        // the format that was read counts, not the name
        "message, mail, https://e.org/?d=e, false",
        "-, html, https://e.org/?d&e, false",
        "a.txt, latex, https://e.org/d_e, false",
    })
    void whatMeansSomethingToTheFormatIsNotPutThereUnseen(String path, String format, String put, boolean safe) {
        assertThat(place(path, format, CITED, CitationKind.LINK).takes(put)).isEqualTo(safe);
    }

    @Test
    void aDocumentInAnotherCharsetTakesAsciiAlone() {
        var document = new ReportedDocument("a.txt", Format.TEXT.label(), "ISO-8859-1", "", 1, List.of());
        var place = AddressPlace.of(citation("a.txt", CITED, CitationKind.LINK), Optional.of(document));
        assertThat(place.takes(PLAIN)).isTrue();
        assertThat(place.takes("https://e.org/ü")).isFalse();
    }

    private static AddressPlace place(String path, String format, String text, CitationKind kind) {
        var document = new ReportedDocument(path, format, "UTF-8", "", 1, List.of());
        return AddressPlace.of(citation(path, text, kind), Optional.of(document));
    }

    private static Citation citation(String path, String text, CitationKind kind) {
        return new Citation(
                path,
                Place.at(new Span(1, 1, 1, 1 + text.length(), 0, text.length())),
                kind,
                text,
                CITED,
                Citation.Role.MENTION,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Context.NONE);
    }
}
