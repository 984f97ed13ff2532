package ibid.document.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ibid.document.Document;
import ibid.document.ExplicitLink;
import ibid.document.Samples;
import ibid.document.TextBlock;
import ibid.document.readers.Reads;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocxReaderTest {
    private static final String SPACES =
            "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
                    + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
                    + " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'";
    private static final String RELATIONSHIPS =
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                    + "<Relationship Id='web' Type='x/hyperlink' Target='https://e.com/a?b=1&amp;c=2' TargetMode='External'/>"
                    + "<Relationship Id='file' Type='x/hyperlink' Target='other.docx' TargetMode='External'/>"
                    + "<Relationship Id='pic' Type='x/image' Target='https://e.com/p.png' TargetMode='External'/>"
                    + "<Relationship Id='in' Type='x/image' Target='media/p.png'/>"
                    + "</Relationships>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "HYPERLINK \"https://e.com/a\" | https://e.com/a",
                "hyperlink https://e.com/a | https://e.com/a",
                " HYPERLINK  \"https://e.com/a\" \\l \"top\" \\o \"a tip\" | https://e.com/a#top",
                "HYPERLINK \\o \"tip\" \\n \"https://e.com/a\" \\t \"_blank\" | https://e.com/a",
                "HYPERLINK \"https://e.com/a\" \\* MERGEFORMAT | https://e.com/a",
                "HYPERLINK \"C:\\\\docs\\\\a b.docx\" | C:\\docs\\a b.docx",
                "HYPERLINK \"https://e.com/a#x\" \\l \"y\" | https://e.com/a#x",
                "HYPERLINK “https://e.com/a” | https://e.com/a",
                "HYPERLINK \"https://e.com/a | https://e.com/a",
                "HYPERLINK \\l \"bookmark\" | ~~",
                "HYPERLINK | ~~",
                "REF \"https://e.com/a\" | ~~",
                "HYPERLINKS \"https://e.com/a\" | ~~",
                "PAGE | ~~",
                "~~ | ~~",
            })
    void tellsWhereAFieldLeads(String code, String address) {
        assertThat(FieldCode.destination(code == null ? "" : code).orElse("")).isEqualTo(address);
    }

    @Test
    void textSplitOverRunsIsOneAndLinksStandOverIt() {
        var read = read(paragraph(run("see htt") + run("ps://e.com/x and ") + "<w:hyperlink r:id='web' w:anchor='top'>"
                + run("the ") + run("page") + "</w:hyperlink>" + run(".")));
        assertThat(read.source().text()).isEqualTo("see https://e.com/x and the page.\n");
        assertThat(links(read)).containsExactly("the page -> https://e.com/a?b=1&c=2#top");
        assertThat(Samples.cited(read))
                .containsExactly("paragraph 1: https://e.com/x", "paragraph 1: https://e.com/a?b=1&c=2#top");
    }

    @Test
    void fieldsNestAndTheirCodeIsSplitAndGoesOverParagraphs() {
        var read = read(paragraph(mark("begin")
                        + code("HYPER")
                        + code("LINK \"https://e.com/")
                        + mark("begin")
                        + code("REF x")
                        + mark("separate")
                        + run("part")
                        + mark("end")
                        + code("\"")
                        + mark("separate")
                        + run("shown ")
                        + mark("begin")
                        + code("PAGE")
                        + mark("separate")
                        + run("7")
                        + mark("end")
                        + mark("end")
                        + run(" after"))
                + paragraph(mark("begin") + code(" HYPERLINK \"https://e.com/two\" ") + mark("separate"))
                + paragraph(run("second"))
                + paragraph(run("third") + mark("end"))
                + paragraph("<w:fldSimple w:instr=' HYPERLINK &quot;https://e.com/simple&quot; '>" + run("simple")
                        + "</w:fldSimple>"));
        assertThat(links(read))
                .containsExactly(
                        "shown 7 -> https://e.com/part",
                        "second -> https://e.com/two",
                        "simple -> https://e.com/simple");
        assertThat(read.source().text()).startsWith("shown 7 after\n");
    }

    @Test
    void whatWasDeletedIsLeftOut() {
        var read = read(paragraph(
                run("a ") + "<w:del>" + run("http://gone.example/") + "</w:del><w:ins>" + run("b") + "</w:ins>"
                        + "<w:moveFrom>" + run("moved") + "</w:moveFrom>"
                        + "<w:hyperlink r:id='web'><w:del>" + run("words") + "</w:del></w:hyperlink>"));
        assertThat(read.source().text()).isEqualTo("a b\n");
        assertThat(read.links()).isEmpty();
    }

    @Test
    void alternativesCountOnceAndBoxesStandBehindTheirParagraph() {
        var box = "<w:txbxContent>" + paragraph("<w:hyperlink r:id='web'>" + run("boxed") + "</w:hyperlink>")
                + "</w:txbxContent>";
        var read = read(paragraph(run("before ") + "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>" + box
                        + "</mc:Choice><mc:Fallback>" + box + "</mc:Fallback></mc:AlternateContent></w:r>"
                        + run("after"))
                + paragraph(run("next http://e.org/")));
        assertThat(read.source().text()).isEqualTo("before after\nboxed\nnext http://e.org/\n");
        assertThat(Samples.cited(read))
                .containsExactly("text box 1: https://e.com/a?b=1&c=2", "paragraph 2: http://e.org/");
    }

    @Test
    void picturesAreLinksWithoutTextAndThoseElsewhereImages() {
        var click = "<a:hlinkClick r:id='web'/>";
        var read = read(paragraph(run("see") + "<w:drawing><wp:docPr descr='a map'>" + click + "</wp:docPr><a:x>"
                + click + "</a:x><a:blip r:link='pic'/><a:blip r:embed='in' r:link='in'/></w:drawing>"));
        assertThat(read.links())
                .extracting(ExplicitLink::kind, ExplicitLink::destination, ExplicitLink::text)
                .containsExactly(
                        tuple(ExplicitLink.Kind.LINK, "https://e.com/a?b=1&c=2", "a map"),
                        tuple(ExplicitLink.Kind.IMAGE, "https://e.com/p.png", "a map"));
    }

    @Test
    void placesInTheDocumentAreNoCitationsAndOtherFilesAre() {
        var read = read(
                paragraph("<w:hyperlink w:anchor='here'>" + run("inside") + "</w:hyperlink> <w:hyperlink r:id='file'>"
                        + run("beside") + "</w:hyperlink><w:hyperlink r:id='lost'>" + run("lost") + "</w:hyperlink>"));
        assertThat(Samples.cited(read)).containsExactly("paragraph 1: other.docx");
    }

    @Test
    void headingsAreKnownByStyleAndOutline() {
        var styles = "<w:styles " + SPACES + "><w:style w:styleId='H2'><w:name w:val='heading 2'/></w:style>"
                + "<w:style w:styleId='Mine'><w:basedOn w:val='H2'/></w:style>"
                + "<w:style w:styleId='Loop'><w:basedOn w:val='Loop'/></w:style></w:styles>";
        var document = "<w:document " + SPACES + "><w:body>" + styled("H2", "two") + styled("Mine", "mine")
                + styled("Loop", "none") + paragraph("<w:pPr><w:outlineLvl w:val='2'/></w:pPr>" + run("three"))
                + "</w:body></w:document>";
        var read = Samples.read("a.docx", Samples.zip("word/document.xml", document, "word/styles.xml", styles));
        assertThat(Reads.texts(read, TextBlock.Kind.HEADING)).containsExactly("two", "mine", "three");
        assertThat(read.blocks().stream().map(TextBlock::level)).containsExactly(2, 2, 0, 3);
    }

    @Test
    void notesStandBehindTheParagraphThatCitesThemAndAreNumberedSo() {
        var body = "<w:document " + SPACES + "><w:body>"
                + paragraph(run("http://e.com/a") + "<w:r><w:footnoteReference w:id='9'/></w:r>" + run("then"))
                + paragraph(run("end") + "<w:r><w:footnoteReference w:id='2'/></w:r>") + "</w:body></w:document>";
        var notes = "<w:footnotes " + SPACES + "><w:footnote w:type='separator' w:id='0'>" + paragraph(run("line"))
                + "</w:footnote><w:footnote w:id='2'>" + paragraph(run("http://two.example/"))
                + "</w:footnote><w:footnote w:id='9'>"
                + paragraph(run("http://nine.example/")) + paragraph(run("http://more.example/"))
                + "</w:footnote><w:footnote w:id='7'>"
                + paragraph(run("http://uncited.example/")) + "</w:footnote></w:footnotes>";
        var read = Samples.read("a.docx", Samples.zip("word/document.xml", body, "word/footnotes.xml", notes));
        assertThat(Samples.cited(read))
                .containsExactly(
                        "paragraph 1: http://e.com/a",
                        "footnote 1: http://nine.example/",
                        "footnote 1: http://more.example/",
                        "footnote 2: http://two.example/",
                        "footnote 3: http://uncited.example/");
    }

    private static Document read(String body) {
        var document = "<w:document " + SPACES + "><w:body>" + body + "</w:body></w:document>";
        return Samples.read(
                "a.docx", Samples.zip("word/document.xml", document, "word/_rels/document.xml.rels", RELATIONSHIPS));
    }

    private static List<String> links(Document document) {
        return document.links().stream()
                .map(link -> Samples.shown(document, link) + " -> " + link.destination())
                .toList();
    }

    private static String paragraph(String content) {
        return "<w:p>" + content + "</w:p>";
    }

    private static String styled(String style, String text) {
        return paragraph("<w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>" + run(text));
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
    }

    private static String code(String text) {
        return "<w:r><w:instrText>" + text.replace("\"", "&quot;") + "</w:instrText></w:r>";
    }

    private static String mark(String type) {
        return "<w:r><w:fldChar w:fldCharType='" + type + "'/></w:r>";
    }
}
