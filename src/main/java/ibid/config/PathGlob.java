package ibid.config;

import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.regex.PatternSyntaxException;

/** A pattern of relative paths in which {@code **}{@code /} stands for any number of folders, none included. */
public final class PathGlob {
    private static final String META = "*?[{";

    private final PathMatcher matcher;

    private PathGlob(PathMatcher matcher) {
        this.matcher = matcher;
    }

    /**
     * A pattern of whole paths.
     *
     * @throws UsageException where it is not well formed
     */
    public static PathGlob of(FileSystem files, String glob) throws UsageException {
        try {
            // The JDK wants at least one folder for "**/", unlike git and every shell; braces make it optional.
            return new PathGlob(files.getPathMatcher("glob:" + glob.replace("**/", "{,**/}")));
        } catch (PatternSyntaxException e) {
            throw new UsageException("The pattern \"" + glob + "\" is not well formed (" + e.getDescription()
                    + "); write it like \"docs/**/*.md\".");
        }
    }

    /** A pattern as in .gitignore: without a slash it is a name at any depth, and one behind it makes no difference. */
    public static PathGlob named(FileSystem files, String pattern) throws UsageException {
        var trimmed = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
        var relative = trimmed.startsWith("./") ? trimmed.substring(2) : trimmed;
        return of(files, relative.contains("/") ? relative : "**/" + relative);
    }

    public static boolean isGlob(String input) {
        return input.chars().anyMatch(c -> META.indexOf(c) >= 0);
    }

    /** The longest part of the pattern, in whole folders, that holds no wildcard. */
    public static String fixedPart(String glob) {
        var end = 0;
        for (var i = 0; i < glob.length() && META.indexOf(glob.charAt(i)) < 0; i++) {
            if (glob.charAt(i) == '/') {
                end = i + 1;
            }
        }
        return glob.substring(0, end);
    }

    /** Whether the pattern itself spells out how the names end, as {@code *.java} does. */
    public static boolean namesEnding(String glob) {
        var dot = glob.lastIndexOf('.');
        return dot >= 0 && dot > glob.lastIndexOf('/') && dot + 1 < glob.length() && !isGlob(glob.substring(dot));
    }

    public boolean matches(Path relative) {
        return matcher.matches(relative);
    }
}
