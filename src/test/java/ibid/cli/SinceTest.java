package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is told what was there before judges what a change can have made wrong. */
class SinceTest {
    @TempDir
    private Path folder;

    private CountingSite site;
    private Git git;

    @BeforeEach
    void begin() throws IOException, GitAPIException {
        site = new CountingSite();
        git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
        write("docs/page.md", "# Page\n\n## Setting up\n");
        write("docs/old.md", "# Old\n");
        write("docs/same.md", "# Same\n");
        write(
                "docs/guide.md",
                "[a](page.md#setting-up) [b](old.md) [c](same.md#none) [d](never.md) " + site.base() + "/404/guide\n");
        write("index.md", "[e](docs/old.html) [f](docs/never.md) " + site.base() + "/404/index\n");
        write("unlinked.md", "[g](never.md) " + site.base() + "/404/unlinked\n");
        commit("before");
        git.branchCreate().setName("release").call();
    }

    @AfterEach
    void end() {
        git.close();
        site.close();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void commit(String message) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        git.commit()
                .setMessage(message)
                .setSign(false)
                .setAuthor("A", "a@example.org")
                .setCommitter("A", "a@example.org")
                .call();
    }

    private Program.Ended scan(String... since) {
        var arguments = new String[since.length + 8];
        var first = new String[] {
            "scan",
            "--allow-private",
            "--no-lookup",
            "--no-archive",
            "--no-cache",
            "--exclude-path=reports",
            "--format=text=-",
            "--host-interval=0ms"
        };
        System.arraycopy(first, 0, arguments, 0, 8);
        System.arraycopy(since, 0, arguments, 8, since.length);
        return new Program(folder).run(arguments);
    }

    @Test
    void aDeletedPageARenamedHeadingAndWhatLinksToThemAreFoundAndNothingElse() throws IOException, GitAPIException {
        write("docs/page.md", "# Page\n\n## Installing\n\n" + site.base() + "/404/page\n");
        Files.delete(folder.resolve("docs/old.md"));
        commit("after");
        write("docs/new.md", "[h](lost.md)\n");
        var ended = scan("--since", "release");

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
        assertThat(ended.out())
                .contains("docs/guide.md:1:5:", "setting-up", "docs/guide.md:1:29:", "docs/old.md")
                .contains("docs/new.md:1:5:", "/404/page")
                .doesNotContain("never.md", "same.md", "unlinked.md", "/404/guide", "/404/index");
        assertThat(site.asked()).isNotEmpty().allMatch("/404/page"::equals);
    }

    @Test
    void aMovedPageIsMissedWhereABuildMadeItsAddress() throws IOException, GitAPIException {
        write("mkdocs.yml", "site_name: A site\n");
        commit("a site");
        Files.move(folder.resolve("docs/old.md"), folder.resolve("docs/moved.md"));

        assertThat(scan("--since=HEAD").out()).contains("index.md:1:5:", "docs/guide.md:1:29:");
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void whatChangedOnlyOnTheOtherBranchIsNoChange() throws IOException, GitAPIException {
        git.checkout().setName("release").call();
        write("unlinked.md", "[g](never.md), changed there\n");
        commit("on the other branch");
        git.checkout().setName("main").call();
        write("docs/same.md", "# Same still\n");
        var ended = scan("--since=release", "--offline");

        assertThat(ended.out()).contains("docs/guide.md:1:41:").doesNotContain("unlinked.md");
    }

    @Test
    void whereNothingChangedNothingIsReported() {
        var ended = scan("--since=main");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("No findings.");
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void aNameThatIsNoCommitIsSaid() {
        for (var wrong : new String[] {"--since=gone", "--since=^{", "--since=main:docs"}) {
            var ended = scan(wrong);

            assertThat(ended.exitCode()).as(wrong).isEqualTo(2);
            assertThat(ended.err())
                    .contains(wrong.substring(8) + "\" is no commit")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void aFolderInNoRepositoryIsSaid(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("a.md"), "text\n");
        var ended = new Program(elsewhere).run("scan", "--since=main");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("is in no git repository");
    }
}
