package ibid.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import ibid.config.Tables;
import ibid.document.pdf.PdfWorkers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ManualPageTest {
    private static final Path PAGE = Path.of("src", "dist", "ibid.1");

    @TempDir
    private Path folder;

    private CommandLine commands() {
        var nowhere = new PrintStream(PrintStream.nullOutputStream(), false, UTF_8);
        var console = new Console(
                new ByteArrayInputStream(new byte[0]),
                nowhere,
                nowhere,
                false,
                Map.of(),
                folder,
                PdfWorkers.NONE,
                InstantSource.system());
        return Main.commands(console, new Interruption(), List.of(), Tables.NONE);
    }

    @Test
    void thePageSaysWhatTheCommandsTake() throws IOException {
        var page = ManualPage.of(commands());
        if (Boolean.getBoolean("recreate")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("recreate with -Drecreate=true").content().isEqualTo(page);
    }

    @Test
    void everyCommandAndOptionIsThere() throws IOException {
        var page = Files.readString(PAGE);
        commands().getSubcommands().forEach((name, command) -> {
            assertThat(page).contains(".SS ibid " + name.replace("-", "\\-") + "\n");
            command.getCommandSpec()
                    .options()
                    .forEach(option ->
                            assertThat(page).contains(option.longestName().replace("-", "\\-")));
        });
    }

    /** Every warning of the typesetter is one of something that readers would not see. */
    @Test
    void thePageIsSetWithoutAWarning() throws IOException, InterruptedException {
        var set = folder.resolve("page");
        var warned = folder.resolve("warnings");
        try {
            var process = new ProcessBuilder("groff", "-man", "-Tutf8", "-ww", PAGE.toString())
                    .redirectOutput(set.toFile())
                    .redirectError(warned.toFile())
                    .start();
            assertThat(process.waitFor()).isZero();
        } catch (IOException e) {
            abort("this test needs groff on the PATH; install it");
        }
        assertThat(warned).isEmptyFile();
        // What is bold or underlined is printed twice in one place.
        assertThat(Files.readString(set).replaceAll(".\u0008", ""))
                .contains("EXIT STATUS", "--fail-on=SEVERITY", "https_proxy", "ibid archive export");
    }
}
