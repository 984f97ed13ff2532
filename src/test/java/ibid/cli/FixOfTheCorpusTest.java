package ibid.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ibid.citation.CitationFinder;
import ibid.citation.Dialects;
import ibid.citation.PassageTrace;
import ibid.config.Settings;
import ibid.config.UsageException;
import ibid.document.DocumentFile;
import ibid.document.DocumentWalk;
import ibid.document.pdf.PdfWorkers;
import ibid.document.readers.DocumentReaders;
import ibid.finding.Fix.Edit;
import ibid.finding.Mendable;
import ibid.finding.Report;
import ibid.finding.Report.ReportedDocument;
import ibid.finding.ReportBuilder;
import ibid.finding.ReportBuilder.Cited;
import ibid.finding.ReportBuilder.Examined;
import ibid.fix.Choice;
import ibid.fix.Plan;
import ibid.recovery.Recovered;
import ibid.report.JsonReport;
import ibid.resolution.Outcome;
import ibid.resolution.Reason;
import ibid.resolution.Resolution;
import ibid.target.Target;
import ibid.target.Target.UrlTarget;
import ibid.target.TargetParser;
import ibid.url.Shorteners;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand edits and more in real documents: every address of the web in them has moved for good. */
class FixOfTheCorpusTest {
    private static final Path CORPUS =
            Path.of("../shared/corpus").toAbsolutePath().normalize();
    private static final String NEW_HOST = "https://moved.ibid.test/";
    private static final int DOCUMENTS = 150;

    @TempDir
    private Path folder;

    @TempDir
    private Path beside;

    private final Map<String, byte[]> before = new HashMap<>();
    private Mendable found = new Mendable(List.of(), List.of());
    private Plan plan = new Plan(List.of(), 0);

    @BeforeEach
    void copyAndScan() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS));
        var number = 0;
        for (var name : List.of("peps", "free-programming-books", "rust-reference", "awesome-python")) {
            try (var files = Files.walk(CORPUS.resolve(name))) {
                for (var file : (Iterable<Path>) files.filter(f -> f.toString().matches(".*\\.(md|rst)"))
                        .sorted()
                        .limit(DOCUMENTS)::iterator) {
                    var copy = name + "-" + number++
                            + file.getFileName().toString().replaceAll(".*\\.", ".");
                    before.put(copy, Files.readAllBytes(file));
                    Files.copy(file, folder.resolve(copy));
                }
            }
        }
        var report = scanned();
        found = Mendable.of(report);
        plan = Plan.of(found, Choice.SAFE);
        try (var out = Files.newOutputStream(beside.resolve("ibid.json"))) {
            new JsonReport().write(report, out);
        }
        assertThat(plan.edits()).isGreaterThan(1_000);
    }

    @Test
    void documentsAreTheSameButForTheEditsAndASecondRunChangesNothing() throws IOException {
        var report = beside.resolve("ibid.json").toString();
        var ended = new Program(folder).run("fix", "--apply", report);
        assertThat(ended.err())
                .startsWith(plan.edits() + " edits in " + plan.documents().size() + " documents made.");
        assertThat(ended.exitCode()).isZero();
        var expected = expected();
        for (var name : before.keySet()) {
            assertThat(Files.readAllBytes(folder.resolve(name))).as(name).isEqualTo(expected.get(name));
        }
        // Read again, each new address is found where it was put, as it was put, and has not moved.
        assertThat(Plan.of(Mendable.of(scanned()), Choice.SAFE).edits()).isZero();
        assertThat(new Program(folder).run("fix", "--apply", report).err()).startsWith("Nothing to change.");
    }

    @Test
    void whoIsKilledMidwayLeavesEveryFileOldOrNew() throws Exception {
        var in = Files.createFile(beside.resolve("in"));
        var expected = expected();
        var report = beside.resolve("ibid.json").toString();
        var process = new Program(folder).started(beside, in, "fix", "--apply", report);
        try {
            var first = folder.resolve(plan.documents().get(0).path());
            var size = Files.size(first);
            while (process.isAlive() && Files.size(first) == size) {
                Thread.onSpinWait();
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        for (var name : before.keySet()) {
            assertThat(Files.readAllBytes(folder.resolve(name)))
                    .as(name)
                    .satisfiesAnyOf(
                            bytes -> assertThat(bytes).isEqualTo(before.get(name)),
                            bytes -> assertThat(bytes).isEqualTo(expected.get(name)));
        }
        assertThat(new Program(folder).run("fix", "--apply", report).exitCode()).isZero();
        for (var name : before.keySet()) {
            assertThat(Files.readAllBytes(folder.resolve(name))).as(name).isEqualTo(expected.get(name));
        }
    }

    /** Put together from the report alone. */
    private Map<String, byte[]> expected() throws IOException {
        var expected = new HashMap<>(before);
        for (var document : plan.documents()) {
            var old = before.getOrDefault(document.path(), new byte[0]);
            var mended = new ByteArrayOutputStream();
            var at = 0;
            for (Edit edit : document.edits()) {
                mended.write(old, at, (int) edit.byteOffset() - at);
                mended.write(edit.replacement().getBytes(document.charset()));
                at = (int) edit.byteOffset() + edit.byteLength();
            }
            mended.write(old, at, old.length - at);
            expected.put(document.path(), mended.toByteArray());
        }
        return expected;
    }

    private Report scanned() throws IOException {
        var settings = Settings.DEFAULTS.documents();
        var finder = new CitationFinder(settings);
        var parser = new TargetParser();
        var examined = new ArrayList<Examined>();
        try (var readers = new DocumentReaders(settings, PdfWorkers.NONE)) {
            for (var file : files(settings)) {
                var document = readers.read(file);
                var cited = finder.find(document).citations().stream()
                        .map(citation -> new Cited(citation, parser.parse(citation)))
                        .toList();
                examined.add(new Examined(
                        new ReportedDocument(
                                document.path(),
                                document.format().label(),
                                document.charset(),
                                document.sha256(),
                                cited.size(),
                                List.of()),
                        cited,
                        PassageTrace.NONE));
            }
        }
        return new ReportBuilder(false, Dialects.load(), Shorteners.with(List.of()))
                .build(
                        new Report.Run("0", Instant.EPOCH, Duration.ZERO, true, false, List.of(), List.of()),
                        examined,
                        target -> Resolution.of(outcome(target)),
                        target -> Recovered.NONE);
    }

    private List<DocumentFile> files(Settings.Documents settings) throws IOException {
        try {
            return new DocumentWalk(folder, InputStream.nullInputStream(), settings)
                    .find(List.of("."))
                    .files();
        } catch (UsageException e) {
            throw new AssertionError(e);
        }
    }

    private static Outcome outcome(Target target) {
        return target instanceof UrlTarget url && !url.url().text().startsWith(NEW_HOST)
                ? new Outcome(
                        Reason.PERMANENT_REDIRECT,
                        OptionalInt.of(200),
                        Optional.of(NEW_HOST + Integer.toHexString(target.key().hashCode())),
                        List.of(),
                        1,
                        Optional.of(Instant.EPOCH),
                        List.of())
                : Outcome.unasked(Reason.OK, "The test says so.");
    }
}
