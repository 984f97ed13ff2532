package ibid.document;

/** Reads the text of one format into blocks and links. */
interface DocumentReader {
    /** Reads the whole text; what its markup leaves unclear is read as it stands, never refused. */
    Reading read(SourceText source);
}
