package ibid.report;

import ibid.finding.Report;
import java.io.IOException;
import java.io.OutputStream;

/** Renders a finished report in one format. The same report always gives the same bytes. */
public interface ReportWriter {
    /**
     * Writes the report to the stream as it goes; the stream is flushed and stays open.
     *
     * @throws IOException when the stream does not take it
     */
    void write(Report report, OutputStream out) throws IOException;
}
