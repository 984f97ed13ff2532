package ibid.document.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** Starts further processes of the Java that runs, with the program's own classes and little memory. */
public final class JavaWorkers implements PdfWorkers {
    private static final int MEMORY_MIB = 512;

    private final Path javaHome;
    private final String classPath;
    private final String mainClass;
    private final int memoryMib;

    /**
     * Names what is to be started; nothing is started yet.
     *
     * @param classPath where {@code mainClass} and PDFBox are
     * @param mainClass runs {@link PdfWorker#serve} on its standard streams; its argument is its memory in MiB
     */
    public JavaWorkers(Path javaHome, String classPath, String mainClass) {
        this(javaHome, classPath, mainClass, MEMORY_MIB);
    }

    JavaWorkers(Path javaHome, String classPath, String mainClass, int memoryMib) {
        this.memoryMib = memoryMib;
        this.javaHome = javaHome;
        this.classPath = classPath;
        this.mainClass = mainClass;
    }

    @Override
    public Worker start() throws IOException {
        var command = List.of(
                javaHome.resolve("bin").resolve("java").toString(),
                "-Xmx" + memoryMib + "m",
                "-XX:+UseSerialGC",
                // Most runs read few PDFs, and starting is what they wait for.
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xlog:disable",
                "-Xlog:all=error:stderr",
                "-Djava.awt.headless=true",
                "-cp",
                classPath,
                mainClass,
                Integer.toString(memoryMib));
        var builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        // Whoever asks for a heap, an agent or a collector asks it of the program, not of this.
        List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").forEach(builder.environment()::remove);
        return new Started(builder.start());
    }

    private record Started(Process process) implements Worker {
        @Override
        public OutputStream requests() {
            return process.getOutputStream();
        }

        @Override
        public InputStream answers() {
            return process.getInputStream();
        }

        @Override
        public void kill() {
            process.destroyForcibly();
        }
    }
}
