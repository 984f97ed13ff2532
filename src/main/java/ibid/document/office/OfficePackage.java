package ibid.document.office;

import ibid.document.ContainerReader.Contents;
import ibid.document.Problem;

/** A package that is being read: its parts, and the text that comes out of them. */
final class OfficePackage {
    /** Compound files (MS-CFB section 2.2), in which encrypted packages and the older formats are kept. */
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final ZipParts parts;
    private final String main;
    private final OfficeText text = new OfficeText();

    private OfficePackage(ZipParts parts, String main) {
        this.parts = parts;
        this.main = main;
    }

    /** What makes the text of a package out of its parts. */
    interface Walk {
        void of(OfficePackage opened);
    }

    /**
     * Opens a package and has it read.
     *
     * @param main part without which there is no document
     */
    static Contents read(byte[] bytes, String main, Walk walk) {
        if (startsWith(bytes, COMPOUND)) {
            return Contents.unreadable(
                    "It cannot be read: it is encrypted with a password, or in the format of before 2007.");
        }
        var parts = ZipParts.of(bytes);
        if (parts.names().isEmpty()) {
            return Contents.unreadable("It cannot be read: it is no package of parts, or is damaged.");
        }
        var opened = new OfficePackage(parts, main);
        parts.problems().forEach(p -> opened.text.problem(p.kind(), p.message()));
        if (parts.has(main)) {
            walk.of(opened);
        } else {
            opened.text.problem(Problem.Kind.UNREADABLE, "It cannot be read: " + main + " is missing in it.");
        }
        return opened.text.contents();
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        for (var i = 0; i < mark.length; i++) {
            if (bytes.length <= i || bytes[i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    ZipParts parts() {
        return parts;
    }

    OfficeText text() {
        return text;
    }

    /** Reads a part if it is there and there is room; what is wrong with it becomes a problem. */
    void read(String part, XmlPart.Handler handler) {
        if (!parts.has(part) || text.isFull()) {
            return;
        }
        try {
            XmlPart.read(parts.open(part), handler);
        } catch (PartException e) {
            unread(part, e);
        }
    }

    /** Says that a part cannot be read, or no further. */
    void unread(String part, PartException why) {
        var kind = part.equals(main) && text.isEmpty() ? Problem.Kind.UNREADABLE : Problem.Kind.LIMIT;
        text.problem(kind, part + " " + why.getMessage() + ".");
    }
}
