package ibid.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import ibid.finding.Report;
import ibid.report.view.Assets;
import ibid.report.view.ReportView;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The report as one self-contained page: it opens from disk, asks no network, and runs no script but its own, which filters
 * and searches; without it everything is there to read.
 *
 * <p>What is not ours is shown by {@link ibid.report.view.Shown} and escaped by the templates for where it stands.
 */
public final class HtmlReport implements ReportWriter {
    private static final int BUFFER = 1 << 16;

    private final TemplateEngine engine;
    private final Assets assets;

    public HtmlReport() {
        this.engine = TemplateEngine.createPrecompiled(null, ContentType.Html, null, "ibid.report.jte");
        this.assets = new Assets(resource("report.css"), resource("report.js"));
    }

    private static String resource(String name) {
        try (var in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar holds no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " in the jar cannot be read", e);
        }
    }

    @Override
    public void write(Report report, OutputStream out) throws IOException {
        // The stream belongs to the caller, so it is flushed and not closed.
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        try {
            engine.render("report.jte", new ReportView(report, assets), new WriterOutput(writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }
}
