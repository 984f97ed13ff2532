package ibid.document.bibliography;

import ibid.document.Comment;
import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.bibliography.BibtexScanner.Aside;
import ibid.document.bibliography.BibtexScanner.Raw;
import ibid.document.data.FieldText;
import java.util.regex.Pattern;

/**
 * Reads BibTeX and BibLaTeX: each record is an entry, and what its fields cite stands in it.
 *
 * <p>Text outside of records is passed over as BibTeX does, and is a comment; a line that begins with a percent sign is one even
 * where it holds a record, as Biber has it.
 */
public final class BibtexReader implements DocumentReader {
    private static final Pattern COMMENT_ENTRY = Pattern.compile("@(?i:comment)\\s{0,20}[{(]\\s*+");

    @Override
    public Reading read(SourceText source) {
        var text = source.text();
        var listing = new Listing();
        var fields = new BibtexFields(text, listing);
        var scanner = new BibtexScanner(text);
        for (var item = scanner.next(); item.isPresent(); item = scanner.next()) {
            if (item.get() instanceof Raw record) {
                fields.read(record);
            } else if (item.get() instanceof Aside aside) {
                comments(text, aside, listing);
            }
        }
        return listing.reading();
    }

    /** What a line says between the marks of a comment. */
    private static String said(String line) {
        var entry = COMMENT_ENTRY.matcher(line);
        return entry.lookingAt()
                ? line.substring(entry.end()).replaceFirst("[})]\\s*+$", "")
                : line.replaceFirst("^%++\\s*+", "");
    }

    /** Each line is a comment of its own, as in a file of lines. */
    private static void comments(String text, Aside aside, Listing listing) {
        var from = aside.start();
        for (var i = from; i <= aside.end(); i++) {
            if (i == aside.end() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                var start = from;
                FieldText.straight(text, start, i)
                        .ifPresent(line -> listing.comment(new Comment(
                                line.map().start(0), line.map().end(line.text().length()), said(line.text()))));
                from = i + 1;
            }
        }
    }
}
