package ibid.document.bibliography;

import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.data.JsonScanner;

/** Reads CSL-JSON: one item, an array of them, or an object with such an array; each item an entry. */
public final class CslJsonReader implements DocumentReader {

    @Override
    public Reading read(SourceText source) {
        var listing = new Listing();
        JsonScanner.scan(source.text(), new CslItems(listing));
        return listing.reading();
    }
}
