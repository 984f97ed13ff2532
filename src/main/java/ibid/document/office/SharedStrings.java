package ibid.document.office;

import java.util.ArrayList;
import java.util.List;

/** The texts that the cells of a workbook share, without the readings that are printed above them. */
final class SharedStrings implements XmlPart.Handler {
    private final List<String> strings = new ArrayList<>();
    private final StringBuilder string = new StringBuilder();
    private boolean isText;

    List<String> strings() {
        return strings;
    }

    @Override
    public boolean start(XmlPart.Element element) {
        if (element.name().equals("x:si")) {
            string.setLength(0);
        }
        isText = element.name().equals("x:t");
        return !element.name().equals("x:rPh");
    }

    @Override
    public void end(String name) {
        if (name.equals("x:si")) {
            strings.add(string.toString());
        }
        isText = false;
    }

    @Override
    public void text(String characters) {
        if (isText) {
            string.append(characters);
        }
    }
}
