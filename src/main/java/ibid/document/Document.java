package ibid.document;

import java.util.List;
import java.util.Optional;

/**
 * One input of a run, read.
 *
 * @param path relative to the working directory, with {@code /}; {@code -} for standard input
 * @param charset IANA name of the charset it was decoded with; {@code binary} for a container
 * @param sha256 lower-case hex digest of the bytes as they are on disk; empty where nobody asked for it
 * @param source the decoded text with its way back to bytes, lines and columns; of a container all the text in it
 * @param reading what stands in the text
 * @param lineDates when its lines were last changed
 */
public record Document(
        String path,
        Format format,
        String charset,
        String sha256,
        SourceText source,
        Reading reading,
        LineDates lineDates,
        List<Problem> problems) {
    /** What stands for a charset where the file is not text, as in {@code file --mime-encoding}. */
    public static final String NO_CHARSET = "binary";

    public Document {
        problems = List.copyOf(problems);
    }

    /** In the order of the source. */
    public List<TextBlock> blocks() {
        return reading.blocks();
    }

    /** In the order of the source. */
    public List<ExplicitLink> links() {
        return reading.links();
    }

    /** Where a range of the source stands in the file; empty in containers. */
    public Optional<Span> span(int start, int end) {
        return source.isContainer() ? Optional.empty() : Optional.of(source.span(start, end));
    }

    /** The innermost part that holds an offset of the source. */
    public Optional<Part> partAt(int offset) {
        return Parts.innermost(reading.parts(), offset);
    }
}
