package ibid.document.office;

import ibid.document.ContainerReader;
import java.util.ArrayList;
import java.util.List;

/** Reads presentations (ECMA-376 part 1, section 13): the slides in their order, each with its notes and comments. */
public final class PptxReader implements ContainerReader {
    static final String MAIN = "ppt/presentation.xml";

    @Override
    public Contents read(byte[] bytes, boolean isCut) {
        return OfficePackage.read(bytes, MAIN, PptxReader::read);
    }

    private static void read(OfficePackage opened) {
        var relationships = Relationships.of(opened, MAIN);
        var slides = new SlideList(relationships);
        opened.read(MAIN, slides);
        var number = 0;
        for (var slide : slides.parts) {
            var location = "slide " + ++number;
            var own = Relationships.of(opened, slide);
            opened.read(slide, new DrawingText(opened.text(), own, location));
            for (var diagram : own.partsOf("diagramData")) {
                opened.read(diagram, new DrawingText(opened.text(), Relationships.of(opened, diagram), location));
            }
            for (var notes : own.partsOf("notesSlide")) {
                var led = Relationships.of(opened, notes);
                opened.read(notes, new DrawingText(opened.text(), led, location + " notes"));
            }
            for (var comments : own.partsOf("comments")) {
                opened.read(comments, new SlideComments(opened.text(), location + " comments"));
            }
        }
    }

    /** The slides in the order in which they are shown. */
    private static final class SlideList implements XmlPart.Handler {
        final List<String> parts = new ArrayList<>();
        private final Relationships relationships;

        SlideList(Relationships relationships) {
            this.relationships = relationships;
        }

        @Override
        public boolean start(XmlPart.Element element) {
            if (element.name().equals("p:sldId")) {
                relationships.part(element.attribute("r:id")).ifPresent(parts::add);
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

    /** The comments of reviewers. */
    private static final class SlideComments implements XmlPart.Handler {
        private final OfficeText out;
        private final String location;
        private Paragraph paragraph = new Paragraph();
        private boolean isText;

        SlideComments(OfficeText out, String location) {
            this.out = out;
            this.location = location;
        }

        @Override
        public boolean start(XmlPart.Element element) {
            isText |= element.name().equals("p:text");
            return true;
        }

        @Override
        public void end(String name) {
            if (name.equals("p:text")) {
                out.add(paragraph, location);
                paragraph = new Paragraph();
                isText = false;
            }
        }

        @Override
        public void text(String characters) {
            if (isText) {
                paragraph.append(characters);
            }
        }
    }
}
