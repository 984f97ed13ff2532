package ibid.resolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The folders in which files may be looked at: the repositories of the working directory and of what is read. What leads
 * out of them nobody has who gets the documents, and documents of strangers are not to find out what this machine holds.
 */
final class LocalTrees {
    private final Set<Path> trees = new LinkedHashSet<>();
    private final List<Path> real = new ArrayList<>();

    /** @param others folders and files beside the working directory */
    LocalTrees(Path workingDirectory, List<Path> others) {
        trees.add(around(workingDirectory).orElse(workingDirectory));
        for (var other : others) {
            if (of(other).isEmpty()) {
                trees.add(around(other)
                        .orElse(Files.isDirectory(other) || other.getParent() == null ? other : other.getParent()));
            }
        }
        trees.forEach(tree -> real.add(real(tree).orElse(tree)));
    }

    /** The repository that a folder lies in. */
    private static Optional<Path> around(Path directory) {
        for (var folder = directory; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** The tree that a path lies in, by its name. */
    Optional<Path> of(Path path) {
        return trees.stream().filter(path::startsWith).findFirst();
    }

    /** Whether symbolic links lead from inside a tree to what lies outside of all. */
    boolean isLinkedOut(Path existing) {
        return real(existing)
                .filter(file -> real.stream().noneMatch(file::startsWith))
                .isPresent();
    }

    private static Optional<Path> real(Path path) {
        try {
            return Optional.of(path.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
