package ibid.document.markup;

import ibid.document.DocumentReader;
import ibid.document.Reading;
import ibid.document.SourceText;

/**
 * Reads LaTeX: addresses in commands, files, entries of a bibliography, comments.
 *
 * <p>Only a document with a class of its own knows the folder from which LaTeX looks for files, so files are cited by such
 * documents alone. A name without ending counts where LaTeX adds one certain ending ({@code .tex}, {@code .bib}); a picture
 * may have one of many, so without ending it is no citation, nor are pictures where {@code \graphicspath} names folders.
 */
public final class LatexReader implements DocumentReader {

    @Override
    public Reading read(SourceText source) {
        var into = new Collected(source.text());
        new LatexScanner(into).read();
        return into.reading();
    }
}
