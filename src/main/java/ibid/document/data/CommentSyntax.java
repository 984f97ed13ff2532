package ibid.document.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a family of languages writes comments and strings.
 *
 * @param line marks of comments that go to the end of the line
 * @param block opening and closing marks of the others, longer ones first
 * @param quotes of strings; {@code c} for a single character in {@code '}
 */
record CommentSyntax(List<String> line, List<Block> block, List<String> quotes) {
    private static final String TABLE = "comment-syntax.tsv";

    /** Two marks with a comment between them. */
    record Block(String open, String close) {}

    /** The syntax of files with this ending; that of the first row, which most languages share, where it is not known. */
    static CommentSyntax of(String fileName) {
        var ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var rows = rows();
        return rows.stream()
                .filter(row -> words(row, 0).contains(ending))
                .findFirst()
                .map(CommentSyntax::of)
                .orElseGet(() -> of(rows.get(0)));
    }

    private static CommentSyntax of(String[] row) {
        var marks = words(row, 2);
        var blocks = new ArrayList<Block>();
        for (var i = 0; i + 1 < marks.size(); i += 2) {
            blocks.add(new Block(marks.get(i), marks.get(i + 1)));
        }
        return new CommentSyntax(words(row, 1), blocks, words(row, 3));
    }

    private static List<String> words(String[] row, int column) {
        return column < row.length && !row[column].isBlank()
                ? List.of(row[column].strip().split(" ", -1))
                : List.of();
    }

    private static List<String[]> rows() {
        try (InputStream in = CommentSyntax.class.getResourceAsStream("/ibid/document/data/" + TABLE)) {
            if (in == null) {
                throw new IllegalStateException(TABLE + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# ") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
