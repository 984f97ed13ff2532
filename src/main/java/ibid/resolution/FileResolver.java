package ibid.resolution;

import ibid.config.Settings;
import ibid.resolution.LocalFiles.Found;
import ibid.target.Target.FileTarget;
import ibid.url.PercentEncoding;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Local file to outcome: whether it exists, in this very spelling, and whether the part that is cited is in it.
 *
 * <p>A folder counts as there, and shows its index. A name without ending may stand for the page of that name. A name in
 * another case is missing even where this file system would find it: on Linux it is not found. Outside of the
 * {@link LocalTrees} nothing is looked at.
 */
final class FileResolver {
    /** No file system here takes a longer path (PATH_MAX), and to normalise one costs the square of its length. */
    private static final int LONGEST = 4096;

    private final Path workingDirectory;
    private final Optional<Path> rootDirectory;
    private final InstantSource clock;
    private final LocalTrees trees;
    private final SiteBuilds builds;
    private final LocalFiles files;
    private final LocalPlaces places;
    private final FolderNames folders = new FolderNames();

    FileResolver(Path workingDirectory, Settings.Files settings, InstantSource clock) {
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
        this.rootDirectory =
                settings.rootDirectory().map(this.workingDirectory::resolve).map(Path::normalize);
        this.clock = clock;
        this.trees = new LocalTrees(
                this.workingDirectory,
                Stream.concat(rootDirectory.stream(), settings.trees().stream()).toList());
        this.builds = new SiteBuilds(trees);
        this.files = new LocalFiles(settings.indexFiles(), builds);
        this.places = new LocalPlaces(settings.fragments(), settings.slugs());
    }

    Outcome resolve(FileTarget target) {
        if (target.path().startsWith("/") && rootDirectory.isEmpty()) {
            return Evidence.unasked(
                    Reason.NOT_CHECKED,
                    "where links that start with \"/\" begin is not known; name the folder with --root-dir");
        }
        var spellings = spellings(target.path());
        var located = spellings.stream()
                .flatMap(spelling -> located(spelling).stream())
                .toList();
        if (!located.isEmpty() && located.stream().noneMatch(this::isInside)) {
            return Evidence.unasked(
                    Reason.NOT_CHECKED,
                    target.path() + " leads out of the folders that are read, so it was not looked for");
        }
        for (var spelling : spellings) {
            var found = located(spelling).filter(this::isInside).flatMap(files::find);
            if (found.isPresent()) {
                return trees.isLinkedOut(found.get().file())
                        ? Evidence.unasked(
                                Reason.NOT_CHECKED, target.path() + " is a link out of the folders that are read")
                        : there(target, found.get());
            }
        }
        return missing(target, spellings);
    }

    private boolean isInside(Path file) {
        return trees.of(file).isPresent();
    }

    private Outcome there(FileTarget target, Found found) {
        var evidence = new Evidence();
        if (!found.how().isEmpty()) {
            evidence.add(found.how());
        }
        var outcome = outcome(Reason.OK, evidence);
        return target.fragment()
                .flatMap(name -> places.find(found.file(), name))
                .map(outcome::withFragment)
                .orElse(outcome);
    }

    private Outcome missing(FileTarget target, Set<String> spellings) {
        var evidence = new Evidence().add(target.path() + " does not exist");
        var doubt = spellings.stream()
                .flatMap(spelling -> located(spelling).stream())
                .flatMap(file -> builds.doubt(file).stream())
                .findFirst();
        if (doubt.isPresent()) {
            evidence.add("the name " + doubt.get());
            return outcome(Reason.NOT_CHECKED, evidence);
        }
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

    private Optional<String> nearest(String spelling) {
        return located(spelling).filter(this::isInside).flatMap(file -> {
            var name = file.getFileName();
            var folder = file.getParent();
            return name == null || folder == null
                    ? Optional.empty()
                    : folders.nearest(name.toString(), folder).map(near -> shown(spelling, near));
        });
    }

    private static String shown(String spelling, String name) {
        var path = spelling.endsWith("/") ? spelling.substring(0, spelling.length() - 1) : spelling;
        return path.substring(0, path.lastIndexOf('/') + 1) + name;
    }
}
