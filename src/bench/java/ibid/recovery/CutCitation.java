package ibid.recovery;

import ibid.citation.CitationFinder;
import ibid.citation.Context;
import ibid.citation.Dialects;
import ibid.citation.Truncation;
import ibid.config.Settings;
import ibid.document.DocumentFile;
import ibid.document.Format;
import ibid.document.readers.DocumentReaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An article cited in a document by a cut address, as Ibid itself finds it there. */
record CutCitation(Article article, Truncation cut, Clues clues) {

    /** Empty where the dialect shows the address whole, or the cut one is not found. */
    static Optional<CutCitation> of(Article article, String shown, DocumentReaders readers, CitationFinder finder) {
        var bytes = new ByteArrayInputStream(article.document(shown).getBytes(StandardCharsets.UTF_8));
        var document =
                readers.read(new DocumentFile("post.txt", Optional.of(Format.TEXT), new DocumentFile.Stream(bytes)));
        return finder.find(document).citations().stream()
                .filter(citation -> citation.truncation().isPresent())
                .findFirst()
                .map(citation -> new CutCitation(
                        article, citation.truncation().orElseThrow(), Clues.of(List.<Context>of(citation.context()))));
    }

    static CitationFinder finder(Dialects dialects) {
        return new CitationFinder(Settings.DEFAULTS.documents(), dialects);
    }
}
