package ibid.resolution;

import ibid.target.Target.FileTarget;
import ibid.url.PercentEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Local file to outcome: whether it exists, in this very spelling.
 *
 * <p>A folder counts as there. A name without an ending may stand for its {@code .html} file, as web servers serve it;
 * other endings ({@code .md}) are left to the site generators that read them, and only named in the evidence. A name in
 * another case is missing even where this file system would find it: on Linux it is not found. No content is read, and
 * outside the repository of the working directory no folder is listed.
 */
final class FileResolver {
    /** No file system here takes a longer path (PATH_MAX), and to normalise one costs the square of its length. */
    private static final int LONGEST = 4096;

    private final Path workingDirectory;
    private final Optional<Path> rootDirectory;
    private final InstantSource clock;
    private final Path tree;

    FileResolver(Path workingDirectory, Optional<Path> rootDirectory, InstantSource clock) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
        this.rootDirectory = rootDirectory.map(this.workingDirectory::resolve).map(Path::normalize);
        this.clock = clock;
        this.tree = repositoryOf(this.workingDirectory);
    }

    private static Path repositoryOf(Path directory) {
        for (var folder = directory; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return directory;
    }

    Outcome resolve(FileTarget target) {
        if (target.path().startsWith("/") && rootDirectory.isEmpty()) {
            return Evidence.unasked(
                    Reason.NOT_CHECKED,
                    "where links that start with \"/\" begin is not known; name the folder with --root-dir");
        }
        var evidence = new Evidence();
        var spellings = spellings(target.path());
        for (var spelling : spellings) {
            if (found(spelling, evidence)) {
                target.fragment()
                        .ifPresent(name -> evidence.add("only the file was looked for, not its part \"" + name + "\""));
                return outcome(Reason.OK, evidence);
            }
        }
        evidence.add(target.path() + " does not exist");
        spellings.stream()
                .map(this::nearest)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(near -> evidence.add(near + " exists"));
        return outcome(Reason.MISSING_FILE, evidence);
    }

    private Outcome outcome(Reason reason, Evidence evidence) {
        return new Outcome(
                reason,
                OptionalInt.empty(),
                Optional.empty(),
                List.of(),
                0,
                Optional.of(clock.instant()),
                evidence.sentences());
    }

    /** The name as written comes first: {@code 100%25.md} and {@code what?.md} can be the names of files. */
    private static Set<String> spellings(String path) {
        var spellings = new LinkedHashSet<String>();
        for (var form : List.of(path, withoutQuery(path))) {
            spellings.add(form);
            PercentEncoding.decoded(form).ifPresent(spellings::add);
        }
        return spellings;
    }

    private static String withoutQuery(String path) {
        var query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }

    private boolean found(String spelling, Evidence evidence) {
        var file = located(spelling);
        if (file.isEmpty()) {
            return false;
        }
        if (isThere(file.get())) {
            return true;
        }
        var page = file.get().resolveSibling(file.get().getFileName() + ".html");
        if (hasNoEnding(file.get()) && isThere(page)) {
            evidence.add(spelling + ".html exists, which web servers show for this name");
            return true;
        }
        return false;
    }

    private static boolean hasNoEnding(Path file) {
        return file.getFileName() != null && file.getFileName().toString().indexOf('.') < 0;
    }

    private Optional<Path> located(String spelling) {
        if (spelling.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            if (spelling.startsWith("/")) {
                var inside = spelling.replaceAll("^/+", "");
                return rootDirectory.map(root -> root.resolve(inside).normalize());
            }
            return Optional.of(workingDirectory.resolve(spelling).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether the file exists in this case. */
    private static boolean isThere(Path file) {
        return Files.exists(file) && inThisCase(file);
    }

    private static boolean inThisCase(Path file) {
        try {
            // The real path has the case of the disk. Only names that the two share in another case are compared: a
            // link on the way changes the path and says nothing about spelling.
            var real = file.toRealPath(LinkOption.NOFOLLOW_LINKS);
            return !real.toString().equalsIgnoreCase(file.toString())
                    || real.toString().equals(file.toString());
        } catch (IOException e) {
            return true;
        }
    }

    private Optional<String> nearest(String spelling) {
        return located(spelling).filter(file -> file.startsWith(tree)).flatMap(file -> {
            var name = file.getFileName();
            var folder = file.getParent();
            return name == null || folder == null
                    ? Optional.empty()
                    : NearestName.to(name.toString(), folder).map(near -> shown(spelling, near));
        });
    }

    private static String shown(String spelling, String name) {
        var path = spelling.endsWith("/") ? spelling.substring(0, spelling.length() - 1) : spelling;
        return path.substring(0, path.lastIndexOf('/') + 1) + name;
    }
}
