package ibid.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import ibid.finding.Report;
import ibid.report.view.ReportView;
import ibid.report.view.Style;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The report as one self-contained page: it opens from disk, asks no network and runs no script.
 *
 * <p>What is not ours is shown by {@link ibid.report.view.Shown} and escaped by the templates for where it stands.
 */
public final class HtmlReport implements ReportWriter {
    private static final int BUFFER = 1 << 16;

    private final TemplateEngine engine;
    private final Style style;

    public HtmlReport() {
        this.engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "ibid.report.jte");
        this.style = new Style(css());
    }

    private static String css() {
        try (var in = HtmlReport.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no report.css");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style sheet in the jar cannot be read", e);
        }
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        // The stream belongs to the caller, so it is flushed and not closed.
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        try {
            engine.render("report.jte", new ReportView(report, style), new WriterOutput(writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }
}
