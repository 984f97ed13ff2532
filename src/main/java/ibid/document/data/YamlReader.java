package ibid.document.data;

import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;

/** Reads YAML: the scalars that may be addresses, each called by its path, and the comments. */
public final class YamlReader implements DocumentReader {

    @Override
    public Reading read(SourceText source) {
        var addresses = new Addresses();
        YamlScanner.scan(source.text(), addresses.sink()).ifPresent(addresses::problem);
        return addresses.reading();
    }
}
