package ibid.document.office;

/** The comments of a sheet, each at its cell. */
final class SheetComments implements XmlPart.Handler {
    private final OfficeText out;
    private final String sheet;
    private Paragraph paragraph = new Paragraph();
    private String location = "";
    private boolean isText;

    SheetComments(OfficeText out, String sheet) {
        this.out = out;
        this.sheet = sheet;
    }

    @Override
    public boolean start(XmlPart.Element element) {
        if (element.name().equals("x:comment")) {
            paragraph = new Paragraph();
            location = CellName.of(sheet, element.attribute("ref"));
        }
        isText = element.name().equals("x:t");
        return !element.name().equals("x:authors");
    }

    @Override
    public void end(String name) {
        if (name.equals("x:comment")) {
            out.add(paragraph, location);
        }
        isText = false;
    }

    @Override
    public void text(String characters) {
        if (isText) {
            paragraph.append(characters);
        }
    }
}
