package ibid.document.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Starts the processes that read PDFs, each of which runs {@link PdfWorker#serve}. */
public interface PdfWorkers {
    /** Where no process can be started; a PDF is then a problem that says so. */
    PdfWorkers NONE = () -> {
        throw new IOException("there is no process to read it");
    };

    /** Starts one more. */
    Worker start() throws IOException;

    /** A process that answers one request after the other. */
    interface Worker {
        /** Where requests are written. */
        OutputStream requests();

        /** Where answers are read; ends when the process does. */
        InputStream answers();

        /** Ends it at once, whatever it is doing; its answers end with it. */
        void kill();
    }
}
