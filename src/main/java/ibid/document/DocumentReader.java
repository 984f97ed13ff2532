package ibid.document;

/** Reads one format whose files are text. */
public interface DocumentReader {
    /** Reads the whole text; what its markup leaves unclear is read as it stands, never refused. */
    Reading read(SourceText source);
}
