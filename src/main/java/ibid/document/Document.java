package ibid.document;

import java.util.List;

/**
 * One input of a run, read.
 *
 * @param path relative to the working directory, with {@code /}; {@code -} for standard input
 * @param charset IANA name of the charset it was decoded with
 * @param sha256 lower-case hex digest of the bytes as they are on disk
 * @param source the decoded text with its way back to bytes, lines and columns
 * @param blocks in the order of the source
 * @param links in the order of the source
 */
public record Document(
        String path,
        Format format,
        String charset,
        String sha256,
        SourceText source,
        List<TextBlock> blocks,
        List<ExplicitLink> links,
        List<Problem> problems) {
    public Document {
        blocks = List.copyOf(blocks);
        links = List.copyOf(links);
        problems = List.copyOf(problems);
    }
}
