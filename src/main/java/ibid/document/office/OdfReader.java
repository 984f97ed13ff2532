package ibid.document.office;

import ibid.document.ContainerReader;
import ibid.document.Problem;
import java.util.List;

/** Reads OpenDocument texts, spreadsheets and presentations (OpenDocument 1.3 part 3): headers and footers, then the content. */
public final class OdfReader implements ContainerReader {
    static final String MAIN = "content.xml";

    @Override
    public Contents read(byte[] bytes, boolean isCut) {
        return OfficePackage.read(bytes, MAIN, OdfReader::read);
    }

    private static void read(OfficePackage opened) {
        var manifest = new Manifest();
        opened.read("META-INF/manifest.xml", manifest);
        if (manifest.isEncrypted) {
            opened.text().problem(Problem.Kind.UNREADABLE, "It cannot be read: it is encrypted with a password.");
            return;
        }
        // Headers and footers stand under no heading of the content.
        for (var part : List.of("styles.xml", MAIN)) {
            var content = new OdfContent(opened.text());
            opened.read(part, content);
            content.finish();
        }
    }

    /** Says of each part whether it is encrypted (OpenDocument 1.3 part 2, section 4.4). */
    private static final class Manifest implements XmlPart.Handler {
        boolean isEncrypted;
        private boolean isContent;

        @Override
        public boolean start(XmlPart.Element element) {
            if (element.name().equals("manifest:file-entry")) {
                isContent = element.attribute("manifest:full-path").equals(MAIN);
            }
            isEncrypted |= isContent && element.name().equals("manifest:encryption-data");
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
