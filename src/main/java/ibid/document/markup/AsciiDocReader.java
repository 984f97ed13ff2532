package ibid.document.markup;

import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;

/**
 * Reads AsciiDoc: links, cross references to other files, images, included files, attributes in addresses.
 *
 * <p>An address that holds an attribute stands where it is written and leads where the attribute's value says. Addresses
 * that stand alone stay in the text of their block.
 */
public final class AsciiDocReader implements DocumentReader {

    @Override
    public Reading read(SourceText source) {
        var into = new Collected(source.text());
        new AsciiDocBlocks(source, into).read();
        return into.reading();
    }
}
