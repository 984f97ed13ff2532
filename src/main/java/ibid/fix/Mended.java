package ibid.fix;

import java.nio.charset.Charset;
import java.nio.file.Path;

/** What came of the edits of one document. */
public sealed interface Mended {

    /** The document as the report names it. */
    String path();

    /** The edits can be made, or were. */
    final class Changed implements Mended {
        private final String path;
        private final Path file;
        private final Charset charset;
        private final byte[] before;
        private final byte[] after;
        private final int edits;

        Changed(String path, Path file, Charset charset, byte[] before, byte[] after, int edits) {
            this.path = path;
            this.file = file;
            this.charset = charset;
            this.before = before;
            this.after = after;
            this.edits = edits;
        }

        @Override
        public String path() {
            return path;
        }

        /** How many places change. */
        public int edits() {
            return edits;
        }

        /** Where the bytes are, behind all links. */
        Path file() {
            return file;
        }

        Charset charset() {
            return charset;
        }

        byte[] before() {
            return before;
        }

        byte[] after() {
            return after;
        }
    }

    /** All of the edits were made before. */
    record AsWanted(String path) implements Mended {}

    /** Nothing is changed in the document; a sentence says why. */
    record Refused(String path, String why) implements Mended {}
}
