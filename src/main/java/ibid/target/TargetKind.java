package ibid.target;

/** What kind of thing is cited; the names are those of the report. */
public enum TargetKind {
    URL,
    TRUNCATED_URL,
    FILE,
    DOI,
    ARXIV,
    PMID,
    PMCID,
    ISBN,
    ISSN,
    HANDLE,
    ARK,
    URN,
    ORCID,
    SWHID,
    RFC,
    MAIL
}
