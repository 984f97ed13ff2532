package ibid;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A program that some tests use and a fresh machine may lack.
 *
 * <p>Such a test is skipped where it is missing, and fails instead where the system property {@code ibid.require-tools}
 * is {@code true}, as in continuous integration: a skipped test is not a passed one.
 */
public enum OptionalTool {
    /** Node.js, with the packages of {@code src/test/node}. */
    NODE,
    /** The viewer of web archives, taken apart from the packages: its own are bundled in it, and it is never shipped. */
    REPLAYWEBPAGE,
    /** Chromium (or Chrome) and its driver. */
    CHROMIUM;

    /**
     * Skips (or fails) the calling test unless everything is there.
     *
     * @return the programs: {@code [node]}, {@code [chromium, chromedriver]}, or none
     */
    public List<Path> require() {
        var found = programs().stream()
                .flatMap(names -> onPath(names).stream())
                .map(Path::toAbsolutePath)
                .toList();
        if (found.size() < programs().size() || !folders().stream().allMatch(Files::isDirectory)) {
            var message = "this test needs " + need();
            if (Boolean.getBoolean("ibid.require-tools")) {
                fail(message);
            }
            abort(message);
        }
        return found;
    }

    private String need() {
        return switch (this) {
            case NODE -> "Node.js with the packages of src/test/node; install Node.js and run 'npm ci' there";
            case REPLAYWEBPAGE -> "replayweb.page in src/test/node; run 'npm run replaywebpage' there after 'npm ci'";
            case CHROMIUM -> "Chromium and chromedriver on the PATH; install both";
        };
    }

    private List<List<String>> programs() {
        return switch (this) {
            case NODE -> List.of(List.of("node"));
            case REPLAYWEBPAGE -> List.of();
            case CHROMIUM -> List.of(List.of("chromium", "chromium-browser", "google-chrome"), List.of("chromedriver"));
        };
    }

    private List<Path> folders() {
        return switch (this) {
            case NODE -> List.of(Path.of("src", "test", "node", "node_modules"));
            case REPLAYWEBPAGE -> List.of(Path.of("src", "test", "node", "node_modules", "replaywebpage"));
            case CHROMIUM -> List.of();
        };
    }

    private static Optional<Path> onPath(List<String> names) {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return names.stream()
                .flatMap(name -> Stream.concat(Stream.of(path.split(File.pathSeparator)), Stream.of("/usr/bin"))
                        .filter(folder -> !folder.isEmpty())
                        .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe"))))
                .filter(Files::isExecutable)
                .filter(file -> !Files.isDirectory(file))
                .findFirst();
    }
}
