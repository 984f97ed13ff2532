package ibid.document.xml;

import static ibid.document.readers.Reads.pictured;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citation;
import ibid.document.ExplicitLink;
import ibid.document.Format;
import ibid.document.Problem;
import ibid.document.TextBlock;
import ibid.document.readers.Marked;
import ibid.document.readers.Reads;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<r a='|https://e.org/?a&amp;b|'/>",
                "<r a='see https://e.org/'/>",
                "<r><a> |https://e.org/| </a></r>",
                "<r><a><![CDATA[|https://e.org/?a&amp;b|]]></a></r>",
                "<r xmlns='https://e.org/'><a>https://e.org/</a></r>",
                "<r xlink:href='|a.xml|' href='#x' src='a b'/>",
                "<r xsi:schemaLocation='https://e.org/' xml:base='https://e.org/' xlink:role='https://e.org/'/>",
                "<?xml-stylesheet href='https://e.org/'?><r/>",
                "<!DOCTYPE r SYSTEM 'https://e.org/' [<!ENTITY a 'https://e.org/'>]><r>&a;</r>",
                "<r><!-- https://e.org/ --><a>mailto:x</a></r>",
                "<a><b href='|https://e.org/|'>https://e.org/</b></a>",
                "<a><b>|https://e.org/|</a></b><c>|https://e.org/|",
            })
    void findsExactlyTheAddressesBetweenTheBars(String picture) {
        assertThat(pictured(Reads.named("a.xml", picture.replace("|", "")))).isEqualTo(picture);
    }

    @Test
    void noEntityIsEverReplaced() {
        var bomb = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"https://e.org/\">");
        for (var i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("]><article><p>&a29; and <!ENTITY x SYSTEM 'file:///etc/passwd'></p></article>");
        var document = Reads.named("a.nxml", bomb.toString());
        assertThat(Reads.texts(document, TextBlock.Kind.PROSE)).allMatch(text -> text.length() < 100);
        assertThat(document.links()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "<article><ext-link ext-link-type='doi' xlink:href='10.5555/1'>x</ext-link></article> => doi:10.5555/1",
                "<article><ext-link ext-link-type='doi' xlink:href='https://doi.org/10.5555/1'>x</ext-link></article> => https://doi.org/10.5555/1",
                "<article><pub-id pub-id-type='pmc'>PMC1234</pub-id></article> => pmcid:PMC1234",
                "<article><pub-id pub-id-type='arxiv'>arXiv:2001.00001</pub-id></article> => arXiv:2001.00001",
                "<article><isbn> 978-0-306-40615-7 </isbn></article> => isbn:978-0-306-40615-7",
            })
    void identifiersNameTheirScheme(String text, String destination) {
        assertThat(Reads.named("a.nxml", text).links())
                .extracting(ExplicitLink::destination)
                .containsExactly(destination);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "<?xml version='1.0'?><rss version='2.0'/> => FEED",
                "<feed xmlns='http://www.w3.org/2005/Atom'/> => FEED",
                "<?xml version='1.0'?><rdf:RDF xmlns='x'/> => FEED",
                "<?xml version='1.0'?><!-- x --><urlset/> => XML",
                "<!DOCTYPE article PUBLIC '-//NLM//DTD JATS' 'x' [<!ENTITY a 'b'>]> <article > => JATS",
                "<article xmlns='http://docbook.org/ns/docbook'> => HTML",
                "<?xml version='1.0'?><article xmlns='http://docbook.org/ns/docbook'> => XML",
                "<?xml version='1.0'?><anything/> => XML",
                "<anything/> => TEXT",
            })
    void tellsTheFormatByTheRoot(String text, Format format) {
        assertThat(Reads.named("-", text).format()).isEqualTo(format);
    }

    @Test
    void tellsMailByItsHeader() {
        assertThat(Reads.named("-", "From: a@e.org\nTo: b@e.org\n\nx").format()).isEqualTo(Format.MAIL);
        assertThat(Reads.named("-", "From a@e.org Wed Jun  3 10:00:00 2020\nSubject: x\n\nx")
                        .format())
                .isEqualTo(Format.MBOX);
        assertThat(Reads.named("-", "From: here\nto there").format()).isEqualTo(Format.TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xml", "a.rss", "-"})
    void believesTheCharsetThatIsDeclared(String name) {
        var text = "<?xml version='1.0' encoding='windows-1251'?><rss><channel><title>Тюлени</title></channel></rss>";
        var document = Reads.named(name, text.getBytes(Charset.forName("windows-1251")));
        assertThat(document.charset()).isEqualTo("windows-1251");
        assertThat(Reads.texts(document, TextBlock.Kind.HEADING)).containsExactly("Тюлени");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "<item>",
                "<ref>",
                "<p>x",
                "<link>",
                "<description>&lt;b",
                "<b c='",
                "<![CDATA[",
                "<!--",
                "<!DOCTYPE [",
                "&",
                "<?x ",
                "</a>",
                "<a b=c>d</e>",
                "\0",
                "<title>x<item>"
            })
    void readsPathologicalMarkupToItsEnd(String piece) {
        for (var root : new String[] {"<r>", "<rss><channel>", "<article><body>"}) {
            assertThat(Reads.named("a.xml", root + piece.repeat(20_000)).problems())
                    .allMatch(problem -> problem.kind() == Problem.Kind.LIMIT);
        }
    }

    @Test
    void pagesInAFeedAreFollowedUpToALimit() {
        var text = "<rss><channel><description>" + "&lt;b>".repeat(1_100_000)
                + "https://e.org/</description></channel></rss>";
        var document = Reads.named("a.rss", text);
        assertThat(document.problems())
                .extracting(Problem::message)
                .containsExactly(
                        "The pages in it hold more than 1,000,000 tags; the rest of them was read as plain text.");
        assertThat(Marked.find("a.rss", text.getBytes(StandardCharsets.UTF_8)))
                .extracting(Citation::cited)
                .containsExactly("https://e.org/");
    }
}
