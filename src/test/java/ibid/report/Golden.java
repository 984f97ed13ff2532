package ibid.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ibid.finding.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what is expected; {@code -Drecreate=true} writes them anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "ibid", "report");

    private Golden() {}

    /** Compares with the file of that name. */
    public static void matches(String name, byte[] actual) throws IOException {
        var file = FOLDER.resolve(name);
        if (Boolean.getBoolean("recreate")) {
            Files.write(file, actual);
        }
        assertThat(new String(actual, UTF_8))
                .as("%s; recreate with -Drecreate=true", file)
                .isEqualTo(Files.readString(file));
    }

    /** What a writer makes of a report. */
    public static byte[] written(ReportWriter writer, Report report) {
        try {
            var out = new ByteArrayOutputStream();
            writer.write(report, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
