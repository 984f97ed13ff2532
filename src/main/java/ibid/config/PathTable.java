package ibid.config;

import com.fasterxml.jackson.databind.JsonNode;
import ibid.text.Slips;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A table {@code [paths."PATTERN"]}: how the documents are judged that it names. */
record PathTable(ConfigText at, Path workingDirectory, String pattern) {
    private static final Set<String> KEYS = Set.of("exclude", "rules");

    DocumentTable read(JsonNode table) throws UsageException {
        if (!table.isObject()) {
            throw at.mistake(
                    pattern, "\"" + pattern + "\" is no table; documents have one that is named [paths.\"PATTERN\"].");
        }
        for (var entry : table.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                throw wrong(
                        entry.getKey(),
                        "no documents have such a setting; "
                                + Slips.nearest(entry.getKey(), KEYS)
                                        .map(near -> "did you mean \"" + near + "\"?")
                                        .orElse("choose from exclude and rules."));
            }
        }
        var folder = at.file().toAbsolutePath().normalize().resolveSibling("");
        return new DocumentTable(
                glob(folder),
                folder.relativize(workingDirectory.toAbsolutePath().normalize()),
                excluded(table.path("exclude")),
                rules(table.path("rules")));
    }

    private PathGlob glob(Path folder) throws UsageException {
        try {
            return PathGlob.named(folder.getFileSystem(), pattern);
        } catch (UsageException mistake) {
            throw at.mistake(pattern, String.valueOf(mistake.getMessage()));
        }
    }

    private List<Pattern> excluded(JsonNode value) throws UsageException {
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!ConfigFile.Form.TEXTS.fits(value)) {
            throw wrong("exclude", "it " + ConfigFile.Form.TEXTS.says());
        }
        var patterns = new ArrayList<Pattern>();
        for (var regex :
                value.isTextual() ? List.of(value) : value.valueStream().toList()) {
            try {
                patterns.add(Pattern.compile(regex.asText()));
            } catch (PatternSyntaxException e) {
                throw wrong(
                        "exclude", "\"" + regex.asText() + "\" is no regular expression: " + e.getDescription() + ".");
            }
        }
        return patterns;
    }

    private List<DocumentTable.Weight> rules(JsonNode value) throws UsageException {
        if (!value.isMissingNode() && !value.isObject()) {
            throw wrong("rules", "it must be a table like { broken-link = \"warning\" }.");
        }
        var weights = new ArrayList<DocumentTable.Weight>();
        for (var rule : value.properties()) {
            if (!rule.getValue().isTextual()) {
                throw wrong(rule.getKey(), "it must be \"error\", \"warning\", \"note\" or \"off\".");
            }
            weights.add(new DocumentTable.Weight(rule.getKey(), rule.getValue().asText(), at.place(rule.getKey())));
        }
        return weights;
    }

    private UsageException wrong(String key, String why) {
        return at.mistake(key, "\"" + key + "\" of the documents \"" + pattern + "\": " + why);
    }
}
