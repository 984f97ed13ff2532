package ibid.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ibid.config.Settings;
import ibid.config.TestSettings;
import ibid.config.UsageException;
import ibid.document.pdf.PdfWorkers;
import ibid.document.readers.DocumentReaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentWalkTest {
    @TempDir
    Path temp;

    private void write(String name, String text) throws IOException {
        var file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void touch(String... names) throws IOException {
        for (var name : names) {
            write(name, "text");
        }
    }

    private DocumentWalk walk(int max, String... excluded) {
        var in = new ByteArrayInputStream("b.md\n# no\n\n  a.md \n".getBytes(StandardCharsets.UTF_8));
        return new DocumentWalk(temp, in, TestSettings.walking(max, List.of(excluded)));
    }

    private List<String> found(String... inputs) throws UsageException {
        return walk(100).find(List.of(inputs)).files().stream()
                .map(DocumentFile::path)
                .toList();
    }

    @Test
    void walksFoldersForWhatCanBeRead() throws Exception {
        touch("b.md", "a.txt", "c/d.html", "c/e.png", "f.xyz", ".hidden.md", ".hid/g.md", "h", "i.md~");
        assertThat(found(".")).containsExactly("a.txt", "b.md", "c/d.html");
        assertThat(found("c", "./c/../b.md", "b.md")).containsExactly("b.md", "c/d.html");
    }

    @Test
    void aNamedFileIsAlwaysRead() throws Exception {
        touch(".hidden.md", "h", ".gitignore", "x/ibid.json", "x/y/z.md");
        write(".gitignore", "h\nx\n");
        assertThat(found("h", ".hidden.md", "x/y/z.md")).containsExactly(".hidden.md", "h", "x/y/z.md");
        assertThat(found("x")).containsExactly("x/y/z.md");
        assertThat(found(temp.resolve("h").toString())).containsExactly("h");
    }

    @Test
    void standardInputIsADocument() throws Exception {
        assertThat(found("-", "-")).containsExactly("-");
        assertThat(walk(1).listedIn("-")).containsExactly("b.md", "a.md");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "*.md; a.md",
                "**/*.md; a.md d/b.md d/e/c.md",
                "d/**/*.md; d/b.md d/e/c.md",
                "d/*/*.md; d/e/c.md",
                "d/**; d/b.md d/e/c.md",
                "{a,d/b}.md; a.md d/b.md",
                "**/[bc].md; d/b.md d/e/c.md",
                "**/*.xyz; d/f.xyz",
                "?.md; a.md",
                "./d/**/c.md; d/e/c.md",
            })
    void globsMatchAtEveryDepth(String glob, String expected) throws Exception {
        touch("a.md", "d/b.md", "d/e/c.md", "d/f.xyz");
        assertThat(found(glob)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "none.md, '\"none.md\" does not exist'",
        "none/, does not exist",
        "*.nothing, matches no document",
        "none/**/*.md, matches no document",
        "a.md/b, does not exist",
        "'[', not well formed",
    })
    void whatIsNotThereIsTheUsersToMend(String input, String message) throws Exception {
        touch("a.md");
        assertThatThrownBy(() -> found(input))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(input)
                .hasMessageEndingWith(".");
    }

    @Test
    void aFolderWithoutDocumentsIsAWarning() throws Exception {
        touch("d/x.png");
        var inputs = walk(100).find(List.of("d"));
        assertThat(inputs.files()).isEmpty();
        assertThat(inputs.warnings()).containsExactly("There are no documents in \"d\".");
    }

    @Test
    void ignoresWhatGitIgnores() throws Exception {
        write(".git/info/exclude", "*.html\n");
        write(".gitignore", "build/\n/top.md\n*.txt\n!keep.txt\n");
        write("sub/.gitignore", "!c.txt\nlocal.md\n!d.html\n");
        touch("build/a.md", "top.md", "sub/top.md", "a.txt", "keep.txt", "a.html", "b.md");
        touch("sub/c.txt", "sub/local.md", "sub/d.html", "sub/build/x.md", "sub/e.txt", "local.md");
        assertThat(found(".")).containsExactly("b.md", "keep.txt", "local.md", "sub/c.txt", "sub/d.html", "sub/top.md");
        assertThat(found("sub")).containsExactly("sub/c.txt", "sub/d.html", "sub/top.md");
        assertThat(found("build")).containsExactly("build/a.md");
    }

    @Test
    void passesOverWhatARunHasWritten() throws Exception {
        touch("reports/ibid.json", "reports/ibid.html", "reports/archive/x.html", "w/a.warc.gz", "w/b.html", "c.md");
        touch(".ibid/cache/x.md");
        assertThat(found(".")).containsExactly("c.md");
        assertThat(found("reports/archive")).containsExactly("reports/archive/x.html");
    }

    @Test
    void excludedPathsAreLeftOutOfWalksAlone() throws Exception {
        touch("a.md", "vendor/b.md", "d/vendor/c.md", "d/e.md", "d/f.txt");
        var files = walk(100, "vendor/", "d/*.txt").find(List.of(".")).files();
        assertThat(files).extracting(DocumentFile::path).containsExactly("a.md", "d/e.md");
        assertThat(walk(100, "a.md").find(List.of("a.md")).files()).hasSize(1);
    }

    @Test
    void linksToFoldersAreNotFollowedAndFilesAreReadOnce() throws Exception {
        touch("d/a.md");
        Files.createSymbolicLink(temp.resolve("d/loop"), temp.resolve("d"));
        Files.createSymbolicLink(temp.resolve("0.md"), temp.resolve("d/a.md"));
        Files.createSymbolicLink(temp.resolve("self.md"), temp.resolve("self.md"));
        var inputs = walk(100).find(List.of("."));
        assertThat(inputs.files()).extracting(DocumentFile::path).containsExactly("d/a.md", "self.md");
        var readers = new DocumentReaders(Settings.DEFAULTS.documents(), PdfWorkers.NONE);
        assertThat(readers.read(inputs.files().get(1)).problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.UNREADABLE);
        assertThat(found("0.md")).containsExactly("0.md");
    }

    @Test
    void binaryFilesAreSkippedButUtf16IsText() throws Exception {
        Files.write(temp.resolve("a.txt"), new byte[] {'a', 0, 0, 'b'});
        Files.write(temp.resolve("b.txt"), "see https://e.com/ there".getBytes(StandardCharsets.UTF_16LE));
        var inputs = walk(100).find(List.of("."));
        assertThat(inputs.files()).extracting(DocumentFile::path).containsExactly("b.txt");
        assertThat(inputs.warnings()).singleElement().asString().contains("a.txt");
        assertThat(found("a.txt")).containsExactly("a.txt");
    }

    @Test
    void theLimitOfDocumentsIsSaidByTheFirstLeftOut() throws Exception {
        touch("a.md", "b.md", "c.md", "d.md");
        var files = walk(2).find(List.of(".")).files();
        assertThat(files).extracting(DocumentFile::path).containsExactly("a.md", "b.md", "c.md");
        var last = new DocumentReaders(Settings.DEFAULTS.documents(), PdfWorkers.NONE).read(files.get(2));
        assertThat(last.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.LIMIT);
            assertThat(problem.message()).contains("2 documents");
        });
    }

    @Test
    void aFolderThatCannotBeListedIsAProblem() throws Exception {
        touch("d/a.md", "b.md");
        assumeFalse(!temp.resolve("d").toFile().setReadable(false) || Files.isReadable(temp.resolve("d")));
        try {
            var files = walk(100).find(List.of(".")).files();
            assertThat(files).extracting(DocumentFile::path).containsExactly("b.md", "d");
            assertThat(files.get(1).content()).isInstanceOf(DocumentFile.Missing.class);
        } finally {
            assertThat(temp.resolve("d").toFile().setReadable(true)).isTrue();
        }
    }

    @Test
    void filesOutsideAreNamedFromTheWorkingDirectory() throws Exception {
        touch("a.md", "in/b.md");
        var walk = new DocumentWalk(
                temp.resolve("in"), new ByteArrayInputStream(new byte[0]), Settings.DEFAULTS.documents());
        assertThat(walk.find(List.of("../a.md", "b.md")).files())
                .extracting(DocumentFile::path)
                .containsExactly("../a.md", "b.md");
    }
}
