package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private String scan(String... more) {
        var arguments = new String[more.length + 4];
        arguments[0] = "scan";
        arguments[1] = "--offline";
        arguments[2] = "--format=text=-";
        arguments[3] = "--no-progress";
        System.arraycopy(more, 0, arguments, 4, more.length);
        return new Program(folder).run(arguments).out();
    }

    @Test
    void partsOfFilesAreLookedForByTheRuleThatIsNamed() throws IOException {
        write("docs/a.md", "[1](b.md#größe) [2](b.md#grosse) [3](b.md#groe) [4](#self)\n\n# Self\n");
        write("docs/b.md", "# Größe\n");
        assertThat(scan())
                .contains("\"grosse\" is not in the file. It may be \"größe\"", "2 errors")
                .doesNotContain("#größe:", "#self");
        assertThat(scan("--slugs=mkdocs")).contains("docs/b.md#größe", "docs/b.md#grosse");
        assertThat(scan("--slugs=mkdocs")).doesNotContain("docs/b.md#groe:");
        assertThat(scan("--fragments=none")).doesNotContain("missing-anchor");
    }

    @Test
    void foldersShowTheIndexThatIsNamed() throws IOException {
        write("a.md", "[1](docs/#one) [2](docs/#two)\n");
        write("docs/README.md", "# One\n");
        write("docs/start.md", "# Two\n");
        assertThat(scan()).contains("#two").doesNotContain("#one");
        assertThat(scan("--index-files=start.md,README.md")).contains("#one").doesNotContain("#two");
    }

    @Test
    void linksOutOfWhatIsReadAreNotLookedAt() throws IOException {
        write("work/docs/a.md", "[1](../b.md) [2](../../secret.md)\n");
        write("work/b.md", "x\n");
        var ended = new Program(folder.resolve("work")).run("scan", "--offline", "--no-progress", "docs");
        assertThat(ended.err()).contains("1 alive", "1 not checked").doesNotContain("missing-file");
    }

    @Test
    void pagesOfASiteThatIsNotPublishedYetAreItsFiles() throws IOException {
        write("post.md", "[1](https://docs.e.org/guide#one) [2](https://docs.e.org/guide#two)\n");
        write("public/guide.html", "<h1 id=one>x</h1>");
        assertThat(scan("--exclude-path=public/**")).doesNotContain("missing-anchor");
        assertThat(scan("--exclude-path=public/**", "--site=https://docs.e.org=public"))
                .contains("1 error", "https://docs.e.org/guide#two: The part \"two\" is not in the file")
                .doesNotContain("guide#one");
    }
}
