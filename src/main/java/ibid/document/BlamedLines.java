package ibid.document;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.jgit.api.BlameCommand;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.blame.BlameResult;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The dates that {@code git blame} shows for the lines of one file: of the author, in the author's own time zone. Nothing is
 * asked of git before the first line is; lines that are not committed have no date.
 */
public final class BlamedLines implements LineDates {
    private final Path file;
    private Optional<BlameResult> blame = Optional.empty();
    private boolean asked;

    public BlamedLines(Path file) {
        this.file = file;
    }

    @Override
    public synchronized Optional<LocalDate> of(int line) {
        if (!asked) {
            asked = true;
            blame = blame();
        }
        return blame.filter(result -> line <= result.getResultContents().size())
                .filter(result -> result.getSourceCommit(line - 1) != null)
                .map(result -> result.getSourceAuthor(line - 1))
                .map(author -> LocalDate.ofInstant(author.getWhenAsInstant(), author.getZoneId()));
    }

    private Optional<BlameResult> blame() {
        try {
            var real = file.toRealPath();
            var folder = Optional.ofNullable(real.getParent()).orElse(real);
            var found = new FileRepositoryBuilder().findGitDir(folder.toFile());
            if (found.getGitDir() == null) {
                return Optional.empty();
            }
            try (var repository = found.setMustExist(true).build()) {
                return blame(repository, real);
            }
        } catch (IOException | GitAPIException | RuntimeException e) {
            // A history that cannot be read is a history that tells nothing.
            return Optional.empty();
        }
    }

    private static Optional<BlameResult> blame(Repository repository, Path file) throws GitAPIException, IOException {
        var tree = repository.getWorkTree().toPath().toRealPath();
        var path = tree.relativize(file).toString().replace('\\', '/');
        return Optional.ofNullable(
                new BlameCommand(repository).setFilePath(path).call());
    }
}
