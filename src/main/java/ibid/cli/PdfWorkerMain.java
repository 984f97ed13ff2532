package ibid.cli;

import ibid.document.pdf.PdfWorker;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Starts the process that reads PDFs; not for people. */
final class PdfWorkerMain {
    private PdfWorkerMain() {}

    public static void main(String[] arguments) throws IOException {
        // Whatever else writes to standard output must not get between the answers.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        var answers = new FileOutputStream(FileDescriptor.out);
        var memoryMib = Integer.parseInt(arguments[0]);
        new PdfWorker(System.in, answers, memoryMib, () -> Runtime.getRuntime().halt(ExitCode.INCOMPLETE)).serve();
    }
}
