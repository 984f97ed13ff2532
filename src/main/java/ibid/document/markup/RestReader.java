package ibid.document.markup;

import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;

/**
 * Reads reStructuredText: embedded addresses, hyperlink targets, images, included files and the roles that cite by number.
 *
 * <p>Addresses that stand alone stay in the text of their block. Sections are told by their rules, whose levels follow the
 * order in which they are first used.
 */
public final class RestReader implements DocumentReader {

    @Override
    public Reading read(SourceText source) {
        var into = new Collected(source.text());
        new RestBlocks(source, into).read();
        return into.reading();
    }
}
