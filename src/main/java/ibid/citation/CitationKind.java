package ibid.citation;

/** How a citation is written in its document; the names are those of the report. */
public enum CitationKind {
    LINK,
    IMAGE,
    REFERENCE,
    BARE_URL,
    BARE_HOST,
    BIBLIOGRAPHY,
    IDENTIFIER,
    FILE,
    MAIL
}
