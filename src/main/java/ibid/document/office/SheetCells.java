package ibid.document.office;

import java.util.List;
import java.util.Map;

/** The cells of a sheet that hold text, and those that hold a number under a link. */
final class SheetCells implements XmlPart.Handler {
    private final OfficeText out;
    private final String sheet;
    private final List<String> strings;
    private final Map<String, String> links;
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private String reference = "";
    private String type = "";
    private boolean isValue;
    private boolean isFormula;
    private int row;
    private int column;

    SheetCells(OfficeText out, String sheet, List<String> strings, Map<String, String> links) {
        this.out = out;
        this.sheet = sheet;
        this.strings = strings;
        this.links = links;
    }

    @Override
    public boolean start(XmlPart.Element element) {
        switch (element.name()) {
            case "x:row" -> {
                row = element.number("r", row + 1);
                column = 0;
            }
            case "x:c" -> {
                column++;
                reference = element.attribute("r");
                if (reference.isEmpty()) {
                    reference = CellName.of("", column - 1, row - 1).substring(1);
                }
                type = element.attribute("t");
                value.setLength(0);
                formula.setLength(0);
            }
            case "x:v", "x:t" -> isValue = true;
            case "x:f" -> isFormula = true;
            case "x:rPh" -> {
                return false;
            }
            default -> {
                return true;
            }
        }
        return true;
    }

    @Override
    public void end(String name) {
        switch (name) {
            case "x:c" -> endCell();
            case "x:v", "x:t" -> isValue = false;
            case "x:f" -> isFormula = false;
            default -> {
                // Ends without consequence.
            }
        }
    }

    private void endCell() {
        var address = links.getOrDefault(
                reference, HyperlinkFormula.destination(formula.toString()).orElse(""));
        var isText = type.equals("s") || type.equals("str") || type.equals("inlineStr");
        var paragraph = new Paragraph();
        if (isText || !address.isEmpty()) {
            paragraph.append(type.equals("s") ? shared(value.toString()) : value.toString());
        }
        if (!address.isEmpty() && paragraph.linkWhole(address)) {
            links.remove(reference);
        }
        out.add(paragraph, CellName.of(sheet, reference));
    }

    private String shared(String index) {
        try {
            var at = Integer.parseInt(index.strip());
            return at >= 0 && at < strings.size() ? strings.get(at) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }

    @Override
    public void text(String characters) {
        if (isValue) {
            value.append(characters);
        } else if (isFormula) {
            formula.append(characters);
        }
    }
}
