package ibid.scan;

import static org.assertj.core.api.Assertions.assertThat;

import ibid.citation.Citations;
import ibid.config.Settings;
import ibid.config.TestSettings;
import ibid.document.Document;
import ibid.document.DocumentFile;
import ibid.document.DocumentWalk;
import ibid.document.pdf.PdfWorkers;
import ibid.finding.Report;
import ibid.resolution.Outcome;
import ibid.scan.ScanRun.Title;
import ibid.scan.ScanRun.World;
import ibid.target.Target;
import ibid.web.WebListener;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run tells its listener, and when. */
class ScanEventsTest {
    @TempDir
    private Path folder;

    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    private final ScanListener recorder = new ScanListener() {
        @Override
        public void started(int documents) {
            events.add("started " + documents);
        }

        @Override
        public void documentRead(Document document, Citations citations) {
            events.add("read " + document.path() + " " + citations.citations().size());
        }

        @Override
        public void targetQueued(Target target) {
            events.add("queued " + target.key());
        }

        @Override
        public void targetResolved(Target target, Outcome outcome) {
            events.add("resolved " + target.key() + " " + outcome.reason().label());
        }

        @Override
        public void finished() {
            events.add("finished");
        }
    };

    @Test
    void tellsOfEachDocumentAndOfEachTargetOnce() throws Exception {
        write("a.md", "[x](b.md) and https://e.com/a and https://e.com/a");
        run(Optional.empty()).run(files("a.md"));
        assertThat(events)
                .containsExactly(
                        "started 1",
                        "read a.md 3",
                        "queued file:b.md",
                        "resolved file:b.md missing-file",
                        "queued https://e.com/a",
                        "resolved https://e.com/a not-checked",
                        "finished");
    }

    @Test
    void aTargetOfSeveralDocumentsIsResolvedOnce() throws Exception {
        for (var i = 0; i < 50; i++) {
            write("a" + i + ".md", "https://e.com/a https://e.com/b");
        }
        var report = run(Optional.empty()).run(files("."));
        assertThat(events.stream().filter(e -> e.startsWith("queued"))).hasSize(2);
        assertThat(report.targets()).hasSize(2);
        assertThat(report.citations()).hasSize(100);
        assertThat(events.get(events.size() - 1)).isEqualTo("finished");
    }

    @Test
    void aRunStoppedBeforeItBeganReadsNothingAndSaysWhy() throws Exception {
        write("a.md", "https://e.com/a");
        var run = run(Optional.empty());
        run.stop("Nobody wants it.");
        Report report = run.run(files("a.md"));
        assertThat(events).containsExactly("started 1", "finished");
        assertThat(report.run().complete()).isFalse();
        assertThat(report.run().notes()).containsExactly("Nobody wants it.", "One document was not read.");
    }

    private List<DocumentFile> files(String input) throws Exception {
        return new DocumentWalk(folder, InputStream.nullInputStream(), Settings.DEFAULTS.documents())
                .find(List.of(input))
                .files();
    }

    private ScanRun run(Optional<Duration> maxTime) throws Exception {
        var settings = TestSettings.offline();
        var clock = InstantSource.fixed(Instant.EPOCH);
        var world = new World(folder, folder, PdfWorkers.NONE, clock, new Random(1), 2, maxTime);
        return new ScanRun(settings, world, new Title("0", List.of()), recorder, WebListener.NONE);
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }
}
