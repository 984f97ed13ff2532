package ibid.document.office;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the XML of a part, element by element; declarations of a document type are passed over, and no entity is followed. */
final class XmlPart {
    /** Elements inside each other; what lies deeper is left out. */
    static final int DEEPEST = 512;

    /** Short names of the vocabularies, transitional and strict (ECMA-376 part 1, annex A), and OpenDocument's. */
    private static final Map<String, String> VOCABULARIES = Map.ofEntries(
            Map.entry("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
            Map.entry("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
            Map.entry("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "x"),
            Map.entry("http://purl.oclc.org/ooxml/spreadsheetml/main", "x"),
            Map.entry("http://schemas.openxmlformats.org/presentationml/2006/main", "p"),
            Map.entry("http://purl.oclc.org/ooxml/presentationml/main", "p"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/main", "a"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/main", "a"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", "xdr"),
            Map.entry("http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", "xdr"),
            Map.entry("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
            Map.entry("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
            Map.entry("http://schemas.openxmlformats.org/package/2006/relationships", "rels"),
            Map.entry("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
            Map.entry("urn:schemas-microsoft-com:vml", "v"),
            Map.entry("urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"),
            Map.entry("urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"),
            Map.entry("urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"),
            Map.entry("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", "draw"),
            Map.entry("urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"),
            Map.entry("urn:oasis:names:tc:opendocument:xmlns:presentation:1.0", "presentation"),
            Map.entry("urn:oasis:names:tc:opendocument:xmlns:script:1.0", "script"),
            Map.entry("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", "svg"),
            Map.entry("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", "manifest"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://www.w3.org/1999/xlink", "xlink"),
            Map.entry("http://www.idpf.org/2007/opf", "opf"),
            Map.entry("http://www.w3.org/2001/04/xmlenc#", "enc"));

    private XmlPart() {}

    /** Takes what a part holds. */
    interface Handler {
        /**
         * An element begins.
         *
         * @return whether what is in it is to be read; if not, it is not told of its end either
         */
        boolean start(Element element);

        void end(String name);

        /** Characters, in pieces of any length. */
        void text(String characters);
    }

    /** An element that begins, while it does. */
    record Element(String name, XMLStreamReader reader) {
        /** The value of an attribute, empty where there is none; its name has a vocabulary or none, as it is written. */
        String attribute(String wanted) {
            for (var i = 0; i < reader.getAttributeCount(); i++) {
                if (wanted.equals(named(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i)))) {
                    return reader.getAttributeValue(i);
                }
            }
            return "";
        }

        /** The value of an attribute that is a number from 0 on; the fallback where it is none. */
        int number(String wanted, int fallback) {
            try {
                var value = Integer.parseInt(attribute(wanted));
                return value < 0 ? fallback : value;
            } catch (NumberFormatException e) {
                return fallback;
            }
        }
    }

    /**
     * Reads a part to its end.
     *
     * @throws PartException where it is damaged or goes beyond a limit; what stands before has been handed on
     */
    static void read(InputStream in, Handler handler) throws PartException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        try (in) {
            var isWhole = walk(factory.createXMLStreamReader(in), handler);
            if (!isWhole) {
                throw new PartException(String.format(
                        Locale.ROOT, "was read only in part: its elements are nested deeper than %d levels", DEEPEST));
            }
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof PartException why ? why : new PartException("is damaged XML");
        } catch (PartException e) {
            throw e;
        } catch (IOException e) {
            throw new PartException("cannot be read");
        }
    }

    private static boolean walk(XMLStreamReader reader, Handler handler) throws XMLStreamException {
        var depth = 0;
        var skipped = 0;
        var isWhole = true;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    isWhole &= depth <= DEEPEST;
                    if (skipped > 0 || depth > DEEPEST || !handler.start(element(reader))) {
                        skipped++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (skipped > 0) {
                        skipped--;
                    } else {
                        handler.end(named(reader.getNamespaceURI(), reader.getLocalName()));
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (skipped == 0) {
                        handler.text(reader.getText());
                    }
                }
                default -> {
                    // Comments, instructions and document types say nothing to a reader.
                }
            }
        }
        return isWhole;
    }

    private static Element element(XMLStreamReader reader) {
        return new Element(named(reader.getNamespaceURI(), reader.getLocalName()), reader);
    }

    private static String named(@Nullable String namespace, String local) {
        if (namespace == null || namespace.isEmpty()) {
            return local;
        }
        var vocabulary = VOCABULARIES.get(namespace);
        return vocabulary == null ? "?:" + local : vocabulary + ":" + local;
    }
}
