package ibid.document;

import ibid.config.PathGlob;
import ibid.config.UsageException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Paths that the user keeps out of walks. */
final class ExcludedPaths {
    private final List<PathGlob> globs = new ArrayList<>();

    ExcludedPaths(FileSystem files, List<String> patterns) throws UsageException {
        for (var pattern : patterns) {
            globs.add(PathGlob.named(files, pattern));
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
