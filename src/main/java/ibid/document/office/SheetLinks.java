package ibid.document.office;

import java.util.LinkedHashMap;
import java.util.Map;

/** The links of a sheet by the cell that they stand over; of several cells by the first. */
final class SheetLinks implements XmlPart.Handler {
    private final Relationships relationships;
    private final Map<String, String> byCell = new LinkedHashMap<>();

    SheetLinks(Relationships relationships) {
        this.relationships = relationships;
    }

    /** Addresses by cells; whoever finds a cell takes it out. */
    Map<String, String> byCell() {
        return byCell;
    }

    @Override
    public boolean start(XmlPart.Element element) {
        if (element.name().equals("x:hyperlink")) {
            var reference = element.attribute("ref").replace("$", "");
            var colon = reference.indexOf(':');
            var place = element.attribute("location");
            relationships
                    .external(element.attribute("r:id"))
                    .ifPresent(address -> byCell.put(
                            colon < 0 ? reference : reference.substring(0, colon),
                            FieldCode.withPlace(address, place)));
        }
        return !element.name().equals("x:sheetData");
    }

    @Override
    public void end(String name) {
        // An element says all by its attributes.
    }

    @Override
    public void text(String characters) {
        // Cells are read elsewhere.
    }
}
