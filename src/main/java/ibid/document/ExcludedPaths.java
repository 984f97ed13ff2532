package ibid.document;

import ibid.config.UsageException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Paths that the user keeps out of walks; a pattern without a slash is a name at any depth, as in .gitignore. */
final class ExcludedPaths {
    private final List<PathGlob> globs = new ArrayList<>();

    ExcludedPaths(FileSystem files, List<String> patterns) throws UsageException {
        for (var pattern : patterns) {
            var trimmed = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
            var relative = trimmed.startsWith("./") ? trimmed.substring(2) : trimmed;
            globs.add(PathGlob.of(files, relative.contains("/") ? relative : "**/" + relative));
        }
    }

    boolean isEmpty() {
        return globs.isEmpty();
    }

    /** @param relative to the working directory */
    boolean hold(Path relative) {
        for (var glob : globs) {
            if (glob.matches(relative)) {
                return true;
            }
        }
        return false;
    }
}
