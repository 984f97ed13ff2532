package ibid.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The text of a configuration, in which mistakes are pointed out.
 *
 * @param from where the part begins that is looked at
 */
record ConfigText(Path file, String text, int from) {
    /** Where a key may stand: alone on its line, or behind what comes before it in the name of a table or in a table on one line. */
    private static final List<String> BEFORE = List.of("^[ \\t]*\\[?[ \\t]*", "[{,.\\[][ \\t]*");

    ConfigText(Path file, String text) {
        this(file, text, 0);
    }

    /** The same, from the table of that name on. */
    ConfigText within(String table) {
        return new ConfigText(file, text, found(table).map(MatchResult::start).orElse(from));
    }

    /** @param why completes a sentence that names file, place and key, with the remedy */
    UsageException mistake(String key, String why) {
        return new UsageException(place(key) + ": " + why);
    }

    /** The file, and where in it the key is set. */
    String place(String key) {
        return file + position(key);
    }

    /** Where the key is set, as {@code :line:column}. */
    private String position(String key) {
        var found = found(key);
        if (found.isEmpty()) {
            return "";
        }
        var at = found.get().end(1);
        var line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return ":" + line + ":" + (at - text.lastIndexOf('\n', at - 1));
    }

    /** Looked for in the text: the parser keeps no places of what it has read. */
    private Optional<MatchResult> found(String key) {
        for (var before : BEFORE) {
            var set = Pattern.compile(
                            before + "([\"']?)" + Pattern.quote(key) + "[\"']?[ \\t]*[=.\\]]", Pattern.MULTILINE)
                    .matcher(text);
            if (set.find(from)) {
                return Optional.of(set.toMatchResult());
            }
        }
        return Optional.empty();
    }
}
