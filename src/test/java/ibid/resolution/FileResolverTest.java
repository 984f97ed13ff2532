package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.target.Target.FileTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileResolverTest {
    @TempDir
    Path outside;

    private Path work;

    @BeforeEach
    void someFiles() throws IOException {
        work = outside.resolve("repo/docs");
        Files.createDirectories(outside.resolve("repo/.git"));
        for (var name : List.of(
                "repo/README.md",
                "repo/docs/intro.md",
                "repo/docs/page.html",
                "repo/docs/a b.md",
                "repo/docs/100%25.md",
                "repo/docs/ünï.md",
                "repo/docs/what?.md",
                "repo/docs/sub/index.html",
                "repo/site/root.html",
                "secret.txt")) {
            Files.createDirectories(outside.resolve(name).getParent());
            Files.writeString(outside.resolve(name), "x");
        }
    }

    private Outcome resolve(String path) {
        return resolve(path, Optional.empty(), Optional.empty());
    }

    private Outcome resolve(String path, Optional<String> fragment, Optional<Path> root) {
        return new FileResolver(work, root, InstantSource.fixed(Scene.NOW))
                .resolve(new FileTarget("k", path, fragment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "intro.md",
                "sub",
                "sub/",
                "sub/index.html",
                "../README.md",
                "",
                ".",
                "a b.md",
                "a%20b.md",
                "100%25.md",
                "%C3%BCn%C3%AF.md",
                "intro.md?plain=1",
                "what?.md",
                "what%3F.md",
                "./sub/../intro.md",
                "../../secret.txt",
            })
    void whatExistsIsThere(String path) {
        var outcome = resolve(path);
        assertThat(outcome.reason()).isEqualTo(Reason.OK);
        assertThat(outcome.evidence()).isEmpty();
        assertThat(outcome.checkedAt()).hasValue(Scene.NOW);
    }

    @Test
    void aNameWithoutEndingMayStandForItsPage() {
        assertThat(resolve("page").evidence())
                .containsExactly("page.html exists, which web servers show for this name");
        assertThat(resolve("page").reason()).isEqualTo(Reason.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "intro, intro.md exists",
        "Intro.md, intro.md exists",
        "INTRO.MD, intro.md exists",
        "intro.html, intro.md exists",
        "intor.md, intro.md exists",
        "../readme.md, ../README.md exists",
        "sub/index.htm, sub/index.html exists",
        "Sub/, sub exists",
        "zzz.md, ''",
        "nowhere/intro.md, ''",
    })
    void whatIsMissingNamesTheNearest(String path, String nearest) {
        var outcome = resolve(path);
        assertThat(outcome.reason()).isEqualTo(Reason.MISSING_FILE);
        assertThat(outcome.evidence())
                .isEqualTo(
                        nearest.isEmpty()
                                ? List.of(path + " does not exist")
                                : List.of(path + " does not exist", nearest));
    }

    @Test
    void noFolderOutsideTheRepositoryIsListed() {
        assertThat(resolve("../../secret.txd").evidence()).containsExactly("../../secret.txd does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b.md", "%00.md", "%ff%fe.md", "%", "x%zz"})
    void aNameThatNoFileCanHaveIsMissing(String path) {
        assertThat(resolve(path).reason()).isEqualTo(Reason.MISSING_FILE);
    }

    @Test
    void aNameOfAnyLengthIsMissing() {
        assertThat(resolve("x".repeat(1_000_000)).reason()).isEqualTo(Reason.MISSING_FILE);
        assertThat(resolve("../".repeat(100_000)).reason()).isEqualTo(Reason.MISSING_FILE);
    }

    @Test
    void aLinkToNowhereIsMissing() throws IOException {
        Files.createSymbolicLink(work.resolve("dangling.md"), Path.of("gone.md"));
        assertThat(resolve("dangling.md").reason()).isEqualTo(Reason.MISSING_FILE);
    }

    @Test
    void whereTheRootIsNotKnownRootedLinksAreNotChecked() {
        var outcome = resolve("/root.html");
        assertThat(outcome.reason()).isEqualTo(Reason.NOT_CHECKED);
        assertThat(outcome.evidence().get(0)).contains("--root-dir");
        assertThat(resolve("/root.html", Optional.empty(), Optional.of(Path.of("../site")))
                        .reason())
                .isEqualTo(Reason.OK);
        assertThat(resolve("/other.html", Optional.empty(), Optional.of(Path.of("../site")))
                        .reason())
                .isEqualTo(Reason.MISSING_FILE);
    }

    @Test
    void ofAFragmentNothingIsSaidThatWasNotLookedAt() {
        assertThat(resolve("intro.md", Optional.of("part"), Optional.empty()).evidence())
                .containsExactly("only the file was looked for, not its part \"part\"");
    }
}
