package ibid.document.markup;

import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;

/**
 * Reads MediaWiki's wikitext: external links, references, and the templates that cite a source.
 *
 * <p>Links to other pages and files of the wiki are no citations. Addresses that stand alone, and {@code ISBN},
 * {@code RFC} and {@code PMID} with a number, stay in the text of their block.
 */
public final class WikitextReader implements DocumentReader {

    @Override
    public Reading read(SourceText source) {
        var into = new Collected(source.text());
        new WikitextScanner(into).read();
        return into.reading();
    }
}
