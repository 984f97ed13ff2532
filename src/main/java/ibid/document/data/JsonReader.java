package ibid.document.data;

import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;

/** Reads JSON and JSON lines: the strings that may be addresses, each called by its path. */
public final class JsonReader implements DocumentReader {

    @Override
    public Reading read(SourceText source) {
        var addresses = new Addresses();
        JsonScanner.scan(source.text(), addresses.sink());
        return addresses.reading();
    }
}
