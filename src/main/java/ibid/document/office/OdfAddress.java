package ibid.document.office;

import ibid.document.Entry;
import java.util.Optional;
import java.util.stream.Stream;

/** What the attributes of OpenDocument's elements cite. */
final class OdfAddress {
    private OdfAddress() {}

    /**
     * The address as readers beside the file would write it; empty where it leads into the document itself. A relative address
     * begins inside of the package, as if that were a folder (OpenDocument 1.3 part 2, section 3.7).
     */
    static String outside(String href) {
        var address = href.strip();
        if (address.startsWith("../")) {
            return address.substring("../".length());
        }
        var isAbsolute = address.startsWith("/") || address.matches("(?s)[A-Za-z][A-Za-z0-9+.-]*:.*");
        return isAbsolute ? address : "";
    }

    /** The work that a bibliography mark describes; its range is still unknown. */
    static Entry entry(XmlPart.Element mark) {
        var date = Stream.of(mark.attribute("text:year"), mark.attribute("text:month"))
                .map(String::strip)
                .toList();
        var isYear = date.get(0).matches("\\d{4}");
        var isMonth = date.get(1).matches("0?[1-9]|1[0-2]");
        var month = isMonth && date.get(1).length() == 1 ? "0" + date.get(1) : date.get(1);
        return new Entry(
                0,
                0,
                given(mark, "text:identifier"),
                given(mark, "text:title"),
                given(mark, "text:author"),
                isYear ? Optional.of(isMonth ? date.get(0) + "-" + month : date.get(0)) : Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> given(XmlPart.Element mark, String attribute) {
        return Optional.of(mark.attribute(attribute).strip()).filter(value -> !value.isEmpty());
    }
}
