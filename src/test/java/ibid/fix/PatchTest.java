package ibid.fix;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.fix.Mended.Changed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatchTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OLD\n",
                "OLD",
                "1\n2\n3\n4\n5\nsee OLD here\n7\n8\n9\n10\n11\n12\n13\n14\nOLD, at last\n",
                "1\r\nOLD\r\n3\r\n",
                "1\n\n\nOLD\n\n\n",
                "OLD\n1\n2\n3\n4\n5\n6\nno end",
                "a\rOLD\rb\n",
                "é OLD ü\n",
            })
    void isWhatGitApplies(String before) throws Exception {
        var after = before.replace("OLD", "https://e.com/new");
        var file = Files.writeString(folder.resolve("a.md"), before);
        var changed = new Changed("a.md", file, UTF_8, before.getBytes(UTF_8), after.getBytes(UTF_8), 1);
        var patch = Files.writeString(folder.resolve("p.diff"), String.join("\n", Patch.of(changed)) + "\n");
        var git = new ProcessBuilder("git", "apply", "-p1", "--whitespace=nowarn", patch.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertThat(git.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("said")).hasContent("");
        assertThat(Files.readString(file)).isEqualTo(after);
    }
}
