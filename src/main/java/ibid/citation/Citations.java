package ibid.citation;

import ibid.document.Problem;
import java.util.List;

/**
 * What was found in one document.
 *
 * @param citations in the order of the document
 * @param problems limits that were hit while looking
 */
public record Citations(List<Citation> citations, List<Problem> problems) {
    public Citations {
        citations = List.copyOf(citations);
        problems = List.copyOf(problems);
    }
}
