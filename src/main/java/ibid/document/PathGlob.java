package ibid.document;

import ibid.config.UsageException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

/** A pattern of relative paths in which {@code **}{@code /} stands for any number of folders, none included. */
final class PathGlob {
    private static final String META = "*?[{";

    private final PathMatcher matcher;

    private PathGlob(PathMatcher matcher) {
        this.matcher = matcher;
    }

    static PathGlob of(FileSystem files, String glob) throws UsageException {
        try {
            // The JDK wants at least one folder for "**/", unlike git and every shell; braces make it optional.
            return new PathGlob(files.getPathMatcher("glob:" + glob.replace("**/", "{,**/}")));
        } catch (PatternSyntaxException e) {
            throw new UsageException("The pattern \"" + glob + "\" is not well formed (" + e.getDescription()
                    + "); write it like \"docs/**/*.md\".");
        }
    }

    static boolean isGlob(String input) {
        return input.chars().anyMatch(c -> META.indexOf(c) >= 0);
    }

    /** The longest part of the pattern, in whole folders, that holds no wildcard. */
    static String fixedPart(String glob) {
        var end = 0;
        for (var i = 0; i < glob.length() && META.indexOf(glob.charAt(i)) < 0; i++) {
            if (glob.charAt(i) == '/') {
                end = i + 1;
            }
        }
        return glob.substring(0, end);
    }

    /** Whether the pattern itself spells out how the names end, as {@code *.java} does. */
    static boolean namesEnding(String glob) {
        var dot = glob.lastIndexOf('.');
        return dot >= 0 && dot > glob.lastIndexOf('/') && dot + 1 < glob.length() && !isGlob(glob.substring(dot));
    }

    boolean matches(Path relative) {
        return matcher.matches(relative);
    }
}
