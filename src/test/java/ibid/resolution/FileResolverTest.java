package ibid.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.config.Settings;
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
        var defaults = Settings.DEFAULTS.files();
        var settings = new Settings.Files(
                root,
                Optional.empty(),
                List.of(),
                defaults.indexFiles(),
                defaults.fragments(),
                defaults.slugs(),
                List.of());
        return new FileResolver(work, settings, InstantSource.fixed(Scene.NOW))
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
        assertThat(resolve("intro").evidence())
                .containsExactly("intro.md exists, of which generators of sites make the page of this name");
        assertThat(resolve("intro").reason()).isEqualTo(Reason.OK);
    }

    @Test
    void whereABuildIsSetUpAPageStandsForItsSource() throws IOException {
        assertThat(resolve("intro.html").reason()).isEqualTo(Reason.MISSING_FILE);
        Files.writeString(work.resolveSibling("mkdocs.yml"), "");
        Files.writeString(work.resolve("sub/README.md"), "");
        for (var path : List.of("intro.html", "sub/index.html")) {
            assertThat(resolve(path).reason()).isEqualTo(Reason.OK);
        }
        assertThat(resolve("intro.html").evidence())
                .containsExactly("intro.md exists, of which the build makes this page (mkdocs.yml)");
        assertThat(resolve("other.html").reason()).isEqualTo(Reason.MISSING_FILE);
    }

    @Test
    void aBookMayKnowNamesThatAreNoFilesAndLiesBesideOtherBooks() throws IOException {
        Files.createDirectories(work.resolve("src"));
        Files.writeString(work.resolve("src/SUMMARY.md"), "");
        for (var path :
                List.of("src/std", "src/items.mod", "src/mod@test", "src/asm.operand.in", "other-book/x.html")) {
            assertThat(resolve(path).reason()).as(path).isEqualTo(Reason.NOT_CHECKED);
        }
        assertThat(resolve("other-book/x.html").evidence().get(1)).contains("--base-url");
        for (var path : List.of("src/gone.md", "src/gone.html", "src/gone.mdr", "other-book/x.png", "gone.html")) {
            assertThat(resolve(path).reason()).as(path).isEqualTo(Reason.MISSING_FILE);
        }
        Files.writeString(work.resolve("book.toml"), "[book]\ntitle = \"x\"\n");
        assertThat(resolve("src/std").reason()).isEqualTo(Reason.MISSING_FILE);
        Files.writeString(work.resolve("book.toml"), "[preprocessor.spec]\n");
        assertThat(resolve("src/std").reason()).isEqualTo(Reason.NOT_CHECKED);
    }

    @ParameterizedTest
    @CsvSource({
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

    @ParameterizedTest
    @ValueSource(strings = {"../../secret.txt", "../../secret.txd", "../../repo2/x.md", "../../../../etc/hosts"})
    void outsideTheRepositoryNothingIsLookedAt(String path) {
        var outcome = resolve(path);
        assertThat(outcome.reason()).isEqualTo(Reason.NOT_CHECKED);
        assertThat(outcome.evidence())
                .containsExactly(path + " leads out of the folders that are read, so it was not looked for");
        assertThat(outcome.checkedAt()).isEmpty();
    }

    @Test
    void aSymbolicLinkOutOfTheRepositoryIsNotFollowed() throws IOException {
        Files.createSymbolicLink(work.resolve("out.txt"), Path.of("../../secret.txt"));
        Files.createSymbolicLink(work.resolve("far"), outside);
        Files.createSymbolicLink(work.resolve("inside.md"), Path.of("intro.md"));
        assertThat(resolve("out.txt").evidence()).containsExactly("out.txt is a link out of the folders that are read");
        assertThat(resolve("out.txt").reason()).isEqualTo(Reason.NOT_CHECKED);
        assertThat(resolve("far/secret.txt").reason()).isEqualTo(Reason.NOT_CHECKED);
        assertThat(resolve("inside.md").reason()).isEqualTo(Reason.OK);
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
}
