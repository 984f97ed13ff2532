package ibid.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What differs for the documents that a pattern names.
 *
 * @param pattern of paths relative to the folder of the configuration
 * @param seenFrom the working directory as that folder sees it
 * @param exclude citations that match one are neither asked nor judged
 * @param rules which rules weigh otherwise
 */
public record DocumentTable(PathGlob pattern, Path seenFrom, List<Pattern> exclude, List<Weight> rules) {

    /** How much the findings of a rule matter, as the file says at {@code place}. */
    public record Weight(String rule, String severity, String place) {}

    public DocumentTable {
        exclude = List.copyOf(exclude);
        rules = List.copyOf(rules);
    }

    /**
     * Whether a document is meant, itself or by a folder that it is in.
     *
     * @param document its path relative to the working directory
     */
    public boolean holds(String document) {
        Path path;
        try {
            path = seenFrom.resolve(document).normalize();
        } catch (InvalidPathException e) {
            // An address may be no path on every system.
            return false;
        }
        for (var part = path; part != null; part = part.getParent()) {
            if (pattern.matches(part)) {
                return true;
            }
        }
        return false;
    }
}
