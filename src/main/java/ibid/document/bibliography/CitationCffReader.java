package ibid.document.bibliography;

import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;
import ibid.document.data.YamlScanner;

/** Reads {@code CITATION.cff} (Citation File Format 1.2): the work itself is one entry, and each of its references another. */
public final class CitationCffReader implements DocumentReader {

    @Override
    public Reading read(SourceText source) {
        var listing = new Listing();
        YamlScanner.scan(source.text(), new CffFields(listing)).ifPresent(listing::problem);
        return listing.reading();
    }
}
