package ibid.document.office;

import ibid.document.ContainerReader;
import ibid.document.ExplicitLink;
import java.util.ArrayList;
import java.util.List;

/** Reads spreadsheets (ECMA-376 part 1, section 12): the cells that hold text or a link, then comments and shapes of the sheet. */
public final class XlsxReader implements ContainerReader {
    static final String MAIN = "xl/workbook.xml";

    @Override
    public Contents read(byte[] bytes, boolean isCut) {
        return OfficePackage.read(bytes, MAIN, XlsxReader::read);
    }

    private static void read(OfficePackage opened) {
        var relationships = Relationships.of(opened, MAIN);
        var sheets = new SheetList();
        opened.read(MAIN, sheets);
        var strings = new SharedStrings();
        for (var part : relationships.partsOf("sharedStrings")) {
            opened.read(part, strings);
        }
        for (var sheet : sheets.sheets) {
            relationships.part(sheet.id()).ifPresent(part -> readSheet(opened, sheet.name(), part, strings.strings()));
        }
    }

    private static void readSheet(OfficePackage opened, String name, String part, List<String> strings) {
        var relationships = Relationships.of(opened, part);
        // The links of a sheet are listed behind its cells.
        var links = new SheetLinks(relationships);
        opened.read(part, links);
        opened.read(part, new SheetCells(opened.text(), name, strings, links.byCell()));
        links.byCell().forEach((cell, address) -> {
            var bare = new Paragraph();
            bare.addBare(ExplicitLink.Kind.LINK, address, "");
            opened.text().add(bare, CellName.of(name, cell));
        });
        for (var comments : relationships.partsOf("comments")) {
            opened.read(comments, new SheetComments(opened.text(), name));
        }
        for (var drawing : relationships.partsOf("drawing")) {
            opened.read(drawing, new DrawingText(opened.text(), Relationships.of(opened, drawing), name));
        }
    }

    /** The sheets in the order in which they are shown. */
    private static final class SheetList implements XmlPart.Handler {
        final List<Sheet> sheets = new ArrayList<>();

        record Sheet(String name, String id) {}

        @Override
        public boolean start(XmlPart.Element element) {
            if (element.name().equals("x:sheet")) {
                sheets.add(new Sheet(element.attribute("name"), element.attribute("r:id")));
            }
            return true;
        }

        @Override
        public void end(String name) {
            // An element says all by its attributes.
        }

        @Override
        public void text(String characters) {
            // There is none.
        }
    }
}
