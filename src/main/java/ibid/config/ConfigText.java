package ibid.config;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** The text of a configuration, in which mistakes are pointed out. */
record ConfigText(Path file, String text) {

    /** @param why completes a sentence that names file, place and key, with the remedy */
    UsageException mistake(String key, String why) {
        return new UsageException(place(key) + ": " + why);
    }

    /** The file, and where in it the key is set. */
    String place(String key) {
        return file + position(key);
    }

    /** Where the key is set, as {@code :line:column}: the parser keeps no places of what it has read. */
    private String position(String key) {
        var set = Pattern.compile(
                        "^[ \\t]*\\[?[ \\t]*[\"']?" + Pattern.quote(key) + "[\"']?[ \\t]*[=.\\]]", Pattern.MULTILINE)
                .matcher(text);
        if (!set.find()) {
            return "";
        }
        var at = text.indexOf(key, set.start());
        var line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return ":" + line + ":" + (at - text.lastIndexOf('\n', at - 1));
    }
}
