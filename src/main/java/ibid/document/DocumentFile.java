package ibid.document;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One input of a run, found and not yet read.
 *
 * @param path as the report names it: relative to the working directory, with {@code /}; {@code -} for standard input
 * @param format by the ending of the name; empty where only the content can tell
 */
public record DocumentFile(String path, Optional<Format> format, Content content) {

    /** Where the bytes are. */
    public sealed interface Content {}

    /** A file. */
    public record OnDisk(Path file) implements Content {}

    /** Standard input, which can be read once. */
    public record Stream(InputStream in) implements Content {}

    /** There are no bytes: the file or folder could not be listed, or lies behind a limit. */
    public record Missing(Problem problem) implements Content {}
}
