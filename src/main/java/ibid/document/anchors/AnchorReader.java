package ibid.document.anchors;

import ibid.document.Format;
import ibid.document.SourceText;
import java.util.Optional;

/** Reads the places of a document. It keeps no state and may be used by many threads. */
public final class AnchorReader {

    /** The places; empty where the names of a format's places are not known. */
    public Optional<Anchors> read(Format format, SourceText source) {
        try {
            return switch (format) {
                case MARKDOWN -> Optional.of(MarkdownAnchors.read(source));
                case HTML -> Optional.of(HtmlAnchors.read(source.text()));
                case REST -> Optional.of(RestAnchors.read(source));
                case ASCIIDOC -> Optional.of(AsciiDocAnchors.read(source));
                default -> Optional.empty();
            };
        } catch (RuntimeException | StackOverflowError e) {
            // Parsers of hostile input may fail in ways nobody has seen yet; then nothing is known of its places.
            return Optional.empty();
        }
    }
}
