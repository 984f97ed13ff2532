package ibid.document.bibliography;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A field that holds an identifier, which alone says what the bare value identifies. */
enum IdentifierField {
    DOI("doi:", "\\S+"),
    ARXIV("arXiv:", "\\S+"),
    PMID("PMID:", "[A-Za-z:]{0,12}\\d{1,9}"),
    PMCID("PMCID:", "(?:PMC)?\\d{1,9}"),
    HANDLE("hdl:", "\\S+"),
    ISBN(
            "ISBN:",
            "(?<!\\d)97[89](?:[-\\u2010\\u2011\\u2013 ]?\\d){10}(?![\\dXx])|(?<!\\d)\\d(?:[-\\u2010\\u2011\\u2013 ]?\\d){8}[-\\u2010\\u2011\\u2013 ]?[\\dXx](?![\\dXx])"),
    ISSN("ISSN:", "(?<!\\d)\\d{4}[-\\u2010\\u2011\\u2013]?\\d{3}[\\dXx](?![\\dXx])"),
    ORCID("ORCID:", "\\S+"),
    URN("", "\\S+");

    private static final int MOST = 50;

    /** A word with digits in it: what stands where an identifier should be and is none is for others to judge. */
    private static final Pattern ANYTHING = Pattern.compile("[^\\s,;]*\\d[^\\s,;]*");

    private final String label;
    private final Pattern value;

    IdentifierField(String label, String value) {
        this.label = label;
        this.value = Pattern.compile(value, Pattern.CASE_INSENSITIVE);
    }

    /**
     * One identifier of a field.
     *
     * @param start offset in the field's text; {@code end} is exclusive
     * @param spelled with its label, so that it cannot be taken for anything else
     */
    record Found(int start, int end, String spelled) {}

    /** The identifiers in a field's text. Two forms of an ISBN or ISSN, printed and electronic, may stand in one field. */
    List<Found> in(String text) {
        var found = matches(value, text);
        return found.isEmpty() ? matches(ANYTHING, text) : found;
    }

    private List<Found> matches(Pattern pattern, String text) {
        var found = new ArrayList<Found>();
        var matcher = pattern.matcher(text.length() > 4000 ? text.substring(0, 4000) : text);
        while (found.size() < MOST && matcher.find()) {
            var end = matcher.end();
            while (end > matcher.start() + 1 && ",;".indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            var written = text.substring(matcher.start(), end);
            found.add(new Found(matcher.start(), end, spelled(written)));
        }
        return found;
    }

    private String spelled(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        var hasLabel = lower.startsWith(label.toLowerCase(Locale.ROOT))
                || lower.contains("://")
                || lower.startsWith("urn:")
                || lower.startsWith("info:");
        return hasLabel ? written : label + written;
    }

    /** The field that holds what a format calls by this name. */
    static Optional<IdentifierField> named(String name) {
        return Optional.ofNullable(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "doi" -> DOI;
                    case "arxiv", "arxivid" -> ARXIV;
                    case "pmid", "pubmed" -> PMID;
                    case "pmcid", "pmc" -> PMCID;
                    case "hdl", "handle" -> HANDLE;
                    case "isbn", "isbn10", "isbn13", "isbn-10", "isbn-13", "eisbn", "e-isbn" -> ISBN;
                    case "issn", "eissn", "e-issn", "issn-l" -> ISSN;
                    case "orcid" -> ORCID;
                    case "urn", "swh", "ark" -> URN;
                    default -> null;
                });
    }
}
