package ibid.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * What git leaves out, at one folder, and what {@code .ibidignore} adds in the same way: their patterns before those of the
 * folders above, and {@code .git/info/exclude} last (gitignore(5)). Patterns outside of the repository, such as the user's own, do not count.
 */
final class IgnoreRules {
    /** Nothing is ignored. */
    static final IgnoreRules NONE = new IgnoreRules(new IgnoreNode(), 0, null);

    private static final int MOST_BYTES = 1 << 20;

    /** More stars than this in one name take a matcher that tries all their places too long. */
    private static final int MOST_STARS = 4;

    /** A line of {@code .ibidignore} that names addresses, not documents: it begins with a scheme, longer than a drive. */
    private static final Pattern ADDRESS = Pattern.compile("\\s*[A-Za-z][A-Za-z0-9+.*-]+:\\S");

    private final IgnoreNode node;
    private final int prefix;
    private final @Nullable IgnoreRules above;

    /** @param prefix characters of an absolute path before the part that the patterns match */
    private IgnoreRules(IgnoreNode node, int prefix, @Nullable IgnoreRules above) {
        this.node = node;
        this.prefix = prefix;
        this.above = above;
    }

    /** The rules that hold in a folder where a walk begins: those of the repository around it, the folder's own included. */
    static IgnoreRules at(Path folder) {
        var chain = new ArrayDeque<Path>();
        @Nullable Path root = null;
        for (@Nullable Path at = folder; at != null && root == null; at = at.getParent()) {
            chain.push(at);
            root = Files.exists(at.resolve(".git")) ? at : null;
        }
        if (root == null) {
            return NONE.below(folder);
        }
        var rules = NONE.with(root.resolve(".git/info/exclude"), root);
        for (var at : chain) {
            if (!at.equals(root) && rules.ignores(at, true)) {
                // The walk was sent into an ignored folder by name, so what ignores it does not count inside.
                return NONE.below(folder);
            }
            rules = rules.below(at);
        }
        return rules;
    }

    /** The rules that hold in a folder directly below, or in the same one. */
    IgnoreRules below(Path folder) {
        return with(folder.resolve(".gitignore"), folder).with(folder.resolve(".ibidignore"), folder);
    }

    private IgnoreRules with(Path file, Path folder) {
        return patterns(file)
                .map(patterns -> {
                    var name = folder.toString();
                    var prefixLength = name.endsWith(folder.getFileSystem().getSeparator()) ? 0 : 1;
                    return new IgnoreRules(patterns, name.length() + prefixLength, this);
                })
                .orElse(this);
    }

    private static Optional<IgnoreNode> patterns(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            var kept = new StringBuilder();
            text.lines()
                    .filter(line -> isQuick(line) && !ADDRESS.matcher(line).lookingAt())
                    .forEach(line -> kept.append(line).append('\n'));
            var node = new IgnoreNode();
            node.parse(new ByteArrayInputStream(kept.toString().getBytes(StandardCharsets.UTF_8)));
            return node.getRules().isEmpty() ? Optional.empty() : Optional.of(node);
        } catch (IOException e) {
            // Without its rules the folder is read whole: more than wanted, but nothing is lost.
            return Optional.empty();
        }
    }

    private static boolean isQuick(String line) {
        for (var name : line.split("/", -1)) {
            if (!name.equals("**") && name.chars().filter(c -> c == '*').count() > MOST_STARS) {
                return false;
            }
        }
        return true;
    }

    /** @param path absolute, below the folder of these rules */
    boolean ignores(Path path, boolean isFolder) {
        var name = path.toString().replace('\\', '/');
        for (@Nullable IgnoreRules rules = this; rules != null && rules != NONE; rules = rules.above) {
            var verdict = rules.node.checkIgnored(name.substring(rules.prefix), isFolder);
            if (verdict != null) {
                return verdict;
            }
        }
        return false;
    }
}
