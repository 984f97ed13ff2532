package ibid.document.office;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.document.Document;
import ibid.document.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the samples of real producers do not show of spreadsheets, presentations, OpenDocument and e-books. */
class PackagedFormatsTest {
    private static final String RELATIONSHIPS =
            "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
    private static final String SPACES =
            "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'";
    private static final String ODF =
            "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                    + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
                    + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' xmlns:xlink='http://www.w3.org/1999/xlink'><office:body>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "HYPERLINK(\"https://e.com/a\") | https://e.com/a",
                "of:=HYPERLINK( \"https://e.com/a\" ; \"words\") | https://e.com/a",
                "hyperlink(\"https://e.com/\"&\"a\" & \"?b\",\"c\") | https://e.com/a?b",
                "IF(A1=\"HYPERLINK(\"\"no\"\")\",HYPERLINK(\"https://e.com/\"\"q\"\"\")) | https://e.com/\"q\"",
                "HYPERLINK(\"https://e.com/\"&A1) | ~~",
                "HYPERLINK(A1,\"https://e.com/\") | ~~",
                "HYPERLINK(\"#Sheet2!A1\",\"there\") | ~~",
                "HYPERLINK(\"https://e.com/a | https://e.com/a",
                "SUM(A1:A9) | ~~",
                "HYPERLINK( | ~~",
            })
    void tellsWhereAFormulaLeads(String formula, String address) {
        assertThat(HyperlinkFormula.destination(formula).orElse("")).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | 0 | S!A1", "25 | 9 | S!Z10", "26 | 0 | S!AA1", "701 | 0 | S!ZZ1", "702 | 0 | S!AAA1"})
    void cellsHaveTheirNames(int column, int row, String name) {
        assertThat(CellName.of("S", column, row)).isEqualTo(name);
        assertThat(CellName.of("it's", "A1")).isEqualTo("'it''s'!A1");
    }

    @Test
    void cellsOfASheetHoldTextNumbersAndLinks() {
        var sheet = "<worksheet " + SPACES + "><sheetData>"
                + "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>in </t><r><t>http://e.com/b</t></r></is></c><c t='str'><f>A1</f><v>http://e.com/c</v></c></row>"
                + "<row r='3'><c r='A3'><v>7</v></c><c r='B3'><v>8</v></c><c r='C3' t='s'><v>99</v></c></row></sheetData>"
                + "<hyperlinks><hyperlink ref='A3' r:id='a' location='S!A1'/><hyperlink ref='D4:E9' r:id='a'/><hyperlink ref='A1' location='S!B1'/></hyperlinks></worksheet>";
        var strings = "<sst " + SPACES
                + "><si><r><t>see http://</t></r><r><t>e.com/a</t></r><rPh><t>http://no.example</t></rPh></si></sst>";
        var read = Samples.read(
                "a.xlsx",
                Samples.zip(
                        "xl/workbook.xml",
                                "<workbook " + SPACES + "><sheets><sheet name='S' r:id='s'/></sheets></workbook>",
                        "xl/_rels/workbook.xml.rels",
                                RELATIONSHIPS
                                        + "<Relationship Id='s' Type='x/worksheet' Target='/xl/s.xml'/><Relationship Id='t' Type='x/sharedStrings' Target='t.xml'/></Relationships>",
                        "xl/_rels/s.xml.rels",
                                RELATIONSHIPS
                                        + "<Relationship Id='a' Type='x/hyperlink' Target='https://l.example/' TargetMode='External'/></Relationships>",
                        "xl/s.xml", sheet,
                        "xl/t.xml", strings));
        assertThat(Samples.cited(read))
                .containsExactly(
                        "S!A1: http://e.com/a",
                        "S!B1: http://e.com/b",
                        "S!C1: http://e.com/c",
                        "S!A3: https://l.example/#S!A1",
                        "S!D4: https://l.example/");
        assertThat(read.source().text()).doesNotContain("8").contains("7");
    }

    @Test
    void marksOfABibliographyAreEntries() {
        var read = odt(
                "<text:p>as in <text:bibliography-mark text:identifier='OK19' text:title='Seals' text:author='Okafor, M.' text:year='2019'"
                        + " text:month='6' text:url='https://e.com/seals'>[OK19]</text:bibliography-mark>.</text:p>");
        assertThat(read.links())
                .singleElement()
                .satisfies(link -> assertThat(Samples.shown(read, link)).isEqualTo("[OK19]"));
        assertThat(read.reading().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.key()).contains("OK19");
            assertThat(entry.title()).contains("Seals");
            assertThat(entry.author()).contains("Okafor, M.");
            assertThat(entry.date()).contains("2019-06");
            assertThat(read.source().text().substring(entry.start(), entry.end()))
                    .isEqualTo("[OK19]");
        });
    }

    @Test
    void blanksOfOpenDocumentAreFoldedAndItsFramesAreLinks() {
        var read = odt(
                "<text:p>  a\n  <text:span>b</text:span> <text:s text:c='3'/>c<text:tab/>d<text:line-break/>e</text:p>"
                        + "<text:p>see <draw:a xlink:href='https://e.com/frame'><draw:frame><draw:image xlink:href='Pictures/1.png'/></draw:frame></draw:a>"
                        + "<draw:frame><draw:image xlink:href='https://e.com/far.png'/></draw:frame></text:p>");
        assertThat(read.source().text()).startsWith("a b    c\td\ne\n");
        assertThat(Samples.cited(read))
                .containsExactlyInAnyOrder("paragraph 2: https://e.com/frame", "paragraph 2: https://e.com/far.png");
    }

    private static Document odt(String body) {
        return Samples.read(
                "a.odt",
                Samples.zip(
                        "content.xml",
                        ODF + "<office:text>" + body + "</office:text></office:body></office:document-content>"));
    }

    @Test
    void aBookCitesWhatLeadsOutOfItInTheOrderOfItsSpine() {
        var chapter =
                "<html xmlns='http://www.w3.org/1999/xhtml'><body><h1>Two</h1><p>see <a href='https://e.com/a'>https://e.com/a&amp;b</a>, <a href='one%20a.xhtml#x'>one</a>,"
                        + " <a href='https://e.com/words'>some <i>words</i></a> <code>http://code.example/</code> and <a href='https://e.com/after'>more</a> <img alt='a map' src='https://e.com/map.png'/></p></body></html>";
        var read = book(chapter, "<html><body><p>http://one.example/</p><img src='../pic.png'/></body></html>");
        assertThat(Samples.cited(read))
                .containsExactly(
                        "b/two.xhtml: https://e.com/a",
                        "b/two.xhtml: https://e.com/words",
                        "b/two.xhtml: https://e.com/after",
                        "b/two.xhtml: https://e.com/map.png",
                        "b/one a.xhtml: http://one.example/");
        assertThat(read.links().stream().map(link -> Samples.shown(read, link)))
                .isEqualTo(List.of("https://e.com/a&b", "some words", "more", ""));
        assertThat(Samples.problem(read).orElse("")).isEmpty();
    }

    private static Document book(String two, String one) {
        return Samples.read(
                "a.epub",
                Samples.zip(
                        "META-INF/container.xml",
                        "<container><rootfiles><rootfile full-path='b/book.opf'/></rootfiles></container>",
                        "b/book.opf",
                        "<package xmlns='http://www.idpf.org/2007/opf'><manifest><item id='1' href='one%20a.xhtml' media-type='application/xhtml+xml'/>"
                                + "<item id='2' href='./two.xhtml' media-type='application/xhtml+xml'/><item id='3' href='lost.xhtml' media-type='application/xhtml+xml'/></manifest>"
                                + "<spine><itemref idref='2'/><itemref idref='3'/><itemref idref='1'/></spine></package>",
                        "b/two.xhtml",
                        two,
                        "b/one a.xhtml",
                        one));
    }
}
