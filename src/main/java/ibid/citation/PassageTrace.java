package ibid.citation;

import ibid.document.SourceText;
import ibid.text.Words;

/**
 * What remains of a document's text to find passages that occur again: the hash and line of every word.
 *
 * <p>Eight bytes a word, so that whole runs fit into memory while their texts do not.
 */
public final class PassageTrace {
    /** Of a text in which nothing is looked for. */
    public static final PassageTrace NONE = new PassageTrace(new int[0], new int[0]);

    private final int[] hashes;
    private final int[] lines;

    private PassageTrace(int[] hashes, int[] lines) {
        this.hashes = hashes;
        this.lines = lines;
    }

    /** The trace of a document's text. */
    public static PassageTrace of(SourceText source) {
        var words = Words.of(source.text());
        var hashes = new int[words.count()];
        var lines = new int[words.count()];
        var line = 1;
        for (var i = 0; i < words.count(); i++) {
            while (line < source.lineCount() && source.lineStart(line + 1) <= words.start(i)) {
                line++;
            }
            hashes[i] = words.hash(i);
            lines[i] = line;
        }
        return new PassageTrace(hashes, lines);
    }

    /** Number of words. */
    public int count() {
        return hashes.length;
    }

    public int hash(int word) {
        return hashes[word];
    }

    /** Number of the line that holds a word, from 1. */
    public int line(int word) {
        return lines[word];
    }

    /** Whether a word is the first on its line. */
    public boolean startsLine(int word) {
        return word == 0 || lines[word - 1] != lines[word];
    }

    /** Whether a word is the last on its line. */
    public boolean endsLine(int word) {
        return word == hashes.length - 1 || lines[word + 1] != lines[word];
    }
}
