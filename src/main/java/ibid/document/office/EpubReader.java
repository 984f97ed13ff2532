package ibid.document.office;

import ibid.document.ContainerReader;
import ibid.document.DocumentCharset;
import ibid.document.DocumentReader;
import ibid.document.Format;
import ibid.document.Problem;
import ibid.document.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads e-books (EPUB 3.3): the chapters in the order of the spine, then the table of contents, if that is a page.
 *
 * <p>What leads from one file of the book to another is no citation, for it is there or not whatever becomes of the sources.
 */
public final class EpubReader implements ContainerReader {
    static final String MAIN = "META-INF/container.xml";

    private final DocumentReader chapters;

    /** @param chapters reads a chapter, which is XHTML */
    public EpubReader(DocumentReader chapters) {
        this.chapters = chapters;
    }

    @Override
    public Contents read(byte[] bytes, boolean isCut) {
        return OfficePackage.read(bytes, MAIN, this::read);
    }

    private void read(OfficePackage opened) {
        var container = new Collected("rootfile", "full-path");
        opened.read(MAIN, container);
        var encrypted = new Collected("CipherReference", "URI");
        opened.read("META-INF/encryption.xml", encrypted);
        for (var packaged : container.values) {
            var book = new Book(packaged.substring(0, packaged.lastIndexOf('/') + 1));
            opened.read(packaged, book);
            for (var chapter : book.chapters()) {
                if (encrypted.values.contains(chapter)) {
                    opened.text().problem(Problem.Kind.LIMIT, chapter + " is encrypted and was not read.");
                } else if (opened.parts().has(chapter)) {
                    readChapter(opened, chapter);
                }
            }
        }
        if (opened.text().isEmpty()) {
            opened.text().problem(Problem.Kind.UNREADABLE, "It cannot be read: no chapter was found in it.");
        }
    }

    private void readChapter(OfficePackage opened, String chapter) {
        try (var in = opened.parts().open(chapter)) {
            var bytes = in.readAllBytes();
            var charset = DocumentCharset.of(bytes, Format.HTML, false);
            var source = new SourceText(bytes, charset.markLength(), bytes.length, charset.charset());
            EpubChapter.add(chapters.read(source), chapter, opened.text());
        } catch (PartException e) {
            opened.unread(chapter, e);
        } catch (IOException e) {
            opened.unread(chapter, new PartException("cannot be read"));
        }
    }

    /** The values of one attribute of one sort of element, whatever its vocabulary. */
    private static final class Collected implements XmlPart.Handler {
        final Set<String> values = new LinkedHashSet<>();
        private final String local;
        private final String attribute;

        Collected(String element, String attribute) {
            this.local = element;
            this.attribute = attribute;
        }

        @Override
        public boolean start(XmlPart.Element element) {
            if (element.name().substring(element.name().indexOf(':') + 1).equals(local)
                    && !element.attribute(attribute).isEmpty()) {
                values.add(element.attribute(attribute).strip());
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

    /** The package document, which names the files of the book and their order. */
    private static final class Book implements XmlPart.Handler {
        private final String folder;
        private final Map<String, String> files = new LinkedHashMap<>();
        private final List<String> spine = new ArrayList<>();
        private String navigation = "";

        Book(String folder) {
            this.folder = folder;
        }

        /** The names of the parts that are pages of text. */
        Set<String> chapters() {
            var chapters = new LinkedHashSet<String>();
            for (var id : spine) {
                if (files.containsKey(id)) {
                    chapters.add(files.get(id));
                }
            }
            if (!navigation.isEmpty()) {
                chapters.add(navigation);
            }
            return chapters;
        }

        @Override
        public boolean start(XmlPart.Element element) {
            if (element.name().equals("opf:item")
                    && element.attribute("media-type")
                            .matches("application/xhtml\\+xml|text/html|text/x-oeb1-document")) {
                var part = Relationships.resolved(folder, EpubChapter.decoded(element.attribute("href")));
                files.put(element.attribute("id"), part);
                if ((" " + element.attribute("properties") + " ").contains(" nav ")) {
                    navigation = part;
                }
            } else if (element.name().equals("opf:itemref")) {
                spine.add(element.attribute("idref"));
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
