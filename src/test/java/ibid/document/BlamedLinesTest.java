package ibid.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlamedLinesTest {
    @TempDir
    private Path folder;

    private void commit(Git git, String text, String instant) throws IOException, GitAPIException {
        Files.createDirectories(folder.resolve("docs"));
        Files.writeString(folder.resolve("docs/a.md"), text);
        var author = new PersonIdent("A", "a@example.org", Instant.parse(instant), ZoneId.of("+02:00"));
        git.add().addFilepattern("docs/a.md").call();
        git.commit()
                .setMessage("m")
                .setAuthor(author)
                .setCommitter(author)
                .setSign(false)
                .call();
    }

    @Test
    void eachLineHasTheDayOnWhichItsAuthorChangedIt() throws IOException, GitAPIException {
        try (var git = Git.init().setDirectory(folder.toFile()).call()) {
            commit(git, "one\ntwo\n", "2020-06-03T23:30:00Z");
            commit(git, "one\n2\n", "2021-01-05T12:00:00Z");
        }
        Files.writeString(folder.resolve("docs/a.md"), "zero\none\n2\nnot committed\n");
        var lines = new BlamedLines(folder.resolve("docs/a.md"));
        assertThat(lines.of(1)).isEmpty();
        assertThat(lines.of(2)).contains(LocalDate.parse("2020-06-04"));
        assertThat(lines.of(3)).contains(LocalDate.parse("2021-01-05"));
        assertThat(lines.of(4)).isEmpty();
        assertThat(lines.of(99)).isEmpty();
    }

    @Test
    void aFileThatGitDoesNotKnowHasNoDates() throws IOException, GitAPIException {
        Files.writeString(folder.resolve("a.md"), "one\n");
        assertThat(new BlamedLines(folder.resolve("a.md")).of(1)).isEmpty();
        try (var git = Git.init().setDirectory(folder.toFile()).call()) {
            assertThat(git.getRepository().getWorkTree()).exists();
        }
        assertThat(new BlamedLines(folder.resolve("a.md")).of(1)).isEmpty();
        assertThat(new BlamedLines(folder.resolve("none.md")).of(1)).isEmpty();
    }
}
