package ibid.document.data;

import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;

/**
 * Reads program text: what its comments say, Python's docstrings among them, and nothing else. A string may hold what looks like
 * a comment, as {@code "http://"} does, and is passed over.
 */
public final class CodeReader implements DocumentReader {
    private final CommentSyntax syntax;

    /** @param fileName whose ending says the language */
    public CodeReader(String fileName) {
        this.syntax = CommentSyntax.of(fileName);
    }

    @Override
    public Reading read(SourceText source) {
        return new CommentScan(source.text(), syntax).read();
    }
}
